import { describe, expect, it } from 'vitest'
import { siteFixture } from '../support/site.ts'

const textOf = async (path: string) => (await siteFixture().get(path)).text()
const first = 'PL01=0&PL02=1'
const allRight = `${first}&PL03=0&PL04=1`

describe('GET /placement', () => {
  it('asks the questions of the first block, each with "I don’t know" last', async () => {
    const text = await textOf('/placement')
    expect(text).toContain('Four questions, and you decide.')
    expect(text.match(/<fieldset/g)).toHaveLength(2)
    const values = [...text.matchAll(/name="PL01" value="(\w)"/g)].map((match) => match[1])
    expect(values).toEqual(['0', '1', 'x'])
    expect(text).not.toContain('Reason PL01')
  })

  it('may be indexed where it begins; an address with answers may not', async () => {
    expect(await textOf('/placement')).toContain('<link rel="canonical" href="https://learn.example.org/placement"/>')
    expect(await textOf(`/placement?${first}&block=2`)).toContain('noindex')
  })

  it('carries the answers of one block to the next, and back', async () => {
    const second = await textOf(`/placement?${first}&block=2`)
    expect(second).toContain('Where to start: Business')
    expect(second).toContain('<input type="hidden" name="PL01" value="0"/>')
    const back = await textOf(`/placement?${first}&PL03=x&block=1`)
    expect(back).toMatch(/name="PL01" value="0" checked=""/)
    expect(back).toContain('<input type="hidden" name="PL03" value="x"/>')
  })

  it('goes back from a block that is half done without a word', async () => {
    const answer = await siteFixture().get(`/placement?${first}&PL03=0&block=1`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('role="alert"')
  })

  it('shows a block half done again, says what is missing and keeps what was chosen', async () => {
    const answer = await siteFixture().get('/placement?PL01=1&block=2')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('<a href="#PL02">')
    expect(text).toContain('id="PL02-problem"')
    expect(text).not.toContain('id="PL01-problem"')
    expect(text).toMatch(/name="PL01" value="1" checked=""/)
  })

  it.each(['PL01=7&PL02=1', 'PL01=%3Ci%3E&PL02=1', 'PL01=&PL02=1', 'PL99=0&PL02=1'])(
    'takes "%s" as not answered',
    async (query) => {
      const answer = await siteFixture().get(`/placement?${query}&block=2`)
      expect(answer.status).toBe(422)
      expect(await answer.text()).not.toContain('<i>')
    },
  )

  it.each(['0', '-1', '1.5', 'x', '', '99'])('takes block "%s" as one that there is', async (block) => {
    const answer = await siteFixture().get(`/placement?${allRight}&block=${block}`)
    expect(answer.status).toBe(200)
  })

  it('is not there for a course without one, and no page leads to it', async () => {
    const { deps } = siteFixture()
    const { hasPlacement: _, ...compiled } = deps.catalog.compiled
    const without = siteFixture({ deps: { catalog: { ...deps.catalog, compiled, placement: () => null } } })
    expect((await without.get('/placement')).status).toBe(404)
    expect((await without.get('/placement/result')).status).toBe(404)
    for (const path of ['/', '/sign-up']) expect(await (await without.get(path)).text()).not.toContain('/placement')
  })
})

describe('GET /placement/result', () => {
  it('suggests the first stage that is not ready, with the score of each block', async () => {
    const text = await textOf('/placement/result?PL01=x&PL02=x&PL03=0&PL04=1')
    expect(text).toContain('<h1>Start with Engineering</h1>')
    expect(text).toContain('In Engineering 0 of 2 were right, and 2 make a block ready.')
    expect(text).toMatch(/2 of 2 right<\/span><span class="state">Ready/)
    expect(text).toContain('href="/sign-up?stage=engineering"')
  })

  it('says of every question what was chosen, what is right and why, and where to read it', async () => {
    const text = await textOf(`/placement/result?PL01=1&PL02=1&PL03=x&PL04=1`)
    expect(text).toContain('you chose “second”; it is “first”.')
    expect(text).toContain('you chose “I don’t know”; it is “first”.')
    for (const id of ['PL01', 'PL02', 'PL03', 'PL04']) expect(text).toContain(`Reason ${id}.`)
    expect(text).toContain('<a href="/lessons/E02-eng-hearing">')
  })

  it('offers the fast lane: the missed lessons and the project, then the next stage', async () => {
    const text = await textOf('/placement/result?PL01=1&PL02=1&PL03=x&PL04=x')
    expect(text).toContain('href="/sign-up?stage=business&amp;catchUp=E02&amp;catchUp=P01"')
  })

  it('has the evidence of a late start said, and the step to do first without it', async () => {
    const text = await textOf(`/placement/result?${allRight}`)
    expect(text).toContain('<h1>Start with Business</h1>')
    expect(text).toContain('Before this start: A song of yours.')
    expect(text).toContain('href="/sign-up?stage=business&amp;catchUp=P01"')
  })

  it('leaves the choice of every other stage', async () => {
    const text = await textOf(`/placement/result?${allRight}`)
    expect(text).toContain('href="/sign-up?stage=engineering"')
    expect(text).toContain('leave nothing out')
  })

  it('goes back to the first question that has no answer', async () => {
    const answer = await siteFixture().get(`/placement/result?${first}&PL04=1`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Where to start: Business')
  })

  it('keeps nothing: the journey is not asked', async () => {
    const { get, journey } = siteFixture()
    await get(`/placement/result?${allRight}`)
    for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
  })
})
