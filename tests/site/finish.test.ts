import { describe, expect, it } from 'vitest'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('lesson')
const received = new Set(['E01', 'E02', 'E10', 'P01', 'M07', 'F01'])
const withWork = (work: ReturnType<typeof pathView>['work']) =>
  siteFixture({
    journey: {
      viewPath: async () => pathView({ enrolment: enrolment({ state: 'finished', received }), ahead: [], work }),
    },
  })

describe('the page of the finish', () => {
  it('says what was done in hours and steps, and what became of the projects', async () => {
    const handIn = { note: 'Here.', marks: {}, at: now }
    const { get } = withWork([
      { step: 'E01', answers: {}, doneAt: now },
      { step: 'P01', answers: {}, doneAt: now, handIn },
    ])
    const text = await (await get(`/lessons/F01-finish?t=${t}`)).text()
    expect(text).toContain('<h1>You have finished the path</h1>')
    expect(text).toMatch(/8 hours marked as done of 10 hours in the path:\s*1 lesson and 1 project/)
    expect(text).toMatch(/A session another engineer could reopen<\/a><span class="quiet">handed in/)
    expect(text).toContain(`href="/path/certificates?t=${t}"`)
  })

  it('says an open project as open, and leads to it', async () => {
    const text = await (await withWork([]).get(`/lessons/F01?t=${t}`)).text()
    expect(text).toContain('nothing yet')
    expect(text).toMatch(
      new RegExp(`href="/lessons/P01-project-session\\?t=${t}"[^>]*>[^<]+</a><span class="quiet">open`),
    )
  })

  it('shows neither address nor name nor pace', async () => {
    const text = await (await withWork([]).get(`/lessons/F01?t=${t}`)).text()
    for (const secret of ['ana@example.org', 'Ana<', 'Berlin', '07:00']) expect(text).not.toContain(secret)
  })

  it('is there for nobody without a link, and for nobody who is erased', async () => {
    expect((await siteFixture().get('/lessons/F01')).status).toBe(404)
    const { get } = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await get(`/lessons/F01?t=${t}`)).status).toBe(410)
  })
})
