import { describe, expect, it } from 'vitest'
import { ana, pathView, siteFixture, token } from '../support/site.ts'

const t = token('lesson')

describe('GET /lessons/:id', () => {
  it.each(['/lessons/E10', '/lessons/E10-eng-phase-comb', '/lessons/E10-its-old-name'])('opens %s', async (address) => {
    const answer = await siteFixture().get(address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(
      '<link rel="canonical" href="https://learn.example.org/lessons/E10-eng-phase-comb"/>',
    )
  })

  it('shows tape, title, outcome, done when, minutes and what it builds on', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    expect(text).toMatch(/<p class="tape stage-1"><b>E10<\/b> phase comb<\/p>/)
    expect(text).toContain('<h1>Polarity, time and comb filters</h1>')
    expect(text).toContain('<dd>predict the first three notch frequencies.</dd>')
    expect(text).toContain('<dd>about 45 minutes</dd>')
    expect(text).toContain('<a href="/lessons/E02-eng-hearing">E02 Protect your ears</a>')
  })

  it('begins with what the author put before everything else, as the mail does', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    expect(text).toMatch(/Not legal advice\..*?From memory first.*?The arithmetic/s)
  })

  it('keeps every answer behind a press', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    const hidden = [...text.matchAll(/<details>[\s\S]*?<\/details>/g)].map(([details]) => details).join()
    for (const answer of ['a pre-fader send', 'Answer 1.', 'Answer 2.', 'Answer 3.']) {
      expect(hidden).toContain(answer)
      expect(text.split(answer)).toHaveLength(2)
    }
  })

  it('names the lesson that a question from memory comes from, with a link to it', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    expect(text).toMatch(
      /feeding the headphones\? <small class="quiet"><a href="\/lessons\/E02-eng-hearing"[^>]*>E02<\/a>/,
    )
  })

  it('plays what is to be heard with plain controls, loads nothing before, and says it in words', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    expect(text).toContain('<audio controls="" preload="none" src="/assets/au-comb.0a1b2c3d.mp3"')
    expect(text).not.toContain('autoplay')
    expect(text).toContain('Monitors down first')
    expect(text).toContain('<p>Noise, then the same &amp; hollow.</p>')
    expect(text).toContain('4.6 s</span> With the copy')
    expect(await (await siteFixture().get('/lessons/E02')).text()).not.toMatch(/<audio|Listen/)
  })

  it('keeps the answer of a drill, and its words, behind a press', async () => {
    const text = await (await siteFixture().get('/lessons/E10')).text()
    const hidden = [...text.matchAll(/<details[^>]*>[\s\S]*?<\/details>/g)].map(([details]) => details).join()
    expect(text).toContain('First or second?')
    expect(hidden).toContain('<b>The second.</b> Its notch lies lower.')
    expect(text.split('Its notch lies lower.')).toHaveLength(2)
  })

  it('without a token holds no form and nothing of a learner, and asks for none', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get('/lessons/E10')).text()
    expect(text).not.toContain('<form')
    expect(text).toContain('href="/sign-up"')
    expect(journey.viewPath).not.toHaveBeenCalled()
  })

  it('with a token offers both verdicts on each check, and to mark it as done', async () => {
    const text = await (await siteFixture().get(`/lessons/E10?t=${t}`)).text()
    for (const check of ['E01.3', 'E10.1', 'E10.2', 'E10.3']) {
      const [form = ''] = text.match(new RegExp(`<input type="hidden" name="check" value="${check}"/>.*?</form>`)) ?? []
      expect(form, check).toMatch(/value="knew">I knew it<.*value="missed">I missed it</)
    }
    expect(text.match(/I knew it/g)).toHaveLength(4)
    expect(text).toMatch(/<form method="post" action="\/lessons\/E10\/done"[^>]*id="done"/)
  })

  it('with a token shows neither address nor name nor pace', async () => {
    const text = await (await siteFixture().get(`/lessons/E10?t=${t}`)).text()
    expect(text).toContain('Mark E10 as done')
    for (const secret of ['ana@example.org', 'Ana<', 'Berlin', '07:00']) expect(text).not.toContain(secret)
  })

  it('opens the check that was answered a moment ago and says what was kept', async () => {
    const viewPath = async () => pathView({ work: [{ step: 'E10', answers: { 'E10.2': 'missed' } }] })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E10?t=${t}&answered=E10.2`)).text()
    expect(text).toMatch(/id="check-E10-2">[\s\S]*?<details open="">[\s\S]*?you missed it/)
    expect(text.match(/<details open/g)).toHaveLength(1)
  })

  it('shows what was answered before, beside the closed answer, and the tally once all are answered', async () => {
    const answers = { 'E10.1': 'knew', 'E10.2': 'missed' } as const
    const some = async () => pathView({ work: [{ step: 'E10', answers }] })
    const text = await (await siteFixture({ journey: { viewPath: some } }).get(`/lessons/E10?t=${t}`)).text()
    expect(text).toMatch(/id="check-E10-1">.*?<details><summary>Answer<span class="given">, which you knew<\/span>/)
    expect(text).toMatch(/id="check-E10-2">.*?<details><summary>Answer<span class="given">, which you missed<\/span>/)
    expect(text).toMatch(/id="check-E10-3">.*?<details><summary>Answer<\/summary>/)
    expect(text).not.toContain('answered:')
    expect(text).not.toMatch(/role="status"/)

    const all = async () => pathView({ work: [{ step: 'E10', answers: { ...answers, 'E10.3': 'knew' } }] })
    expect(await (await siteFixture({ journey: { viewPath: all } }).get(`/lessons/E10?t=${t}`)).text()).toContain(
      'All 3 answered: 2 known, 1 missed. What you missed is asked again with a later lesson.',
    )
  })

  it('asks from memory what the link says, under buttons of its own, and keeps old answers out of it', async () => {
    const read = () => ({ ...ana, recall: { step: 'E10', checks: ['E02.2'] } })
    const work = [{ step: 'E02', answers: { 'E02.2': 'missed' } }] as const
    const fixture = siteFixture({
      journey: { viewPath: async () => pathView({ work }) },
      deps: { links: { read, sign: (purpose) => token(purpose) } },
    })
    const text = await (await fixture.get(`/lessons/E10?t=${t}`)).text()
    expect(text).toMatch(/<h2 id="recall">.*?id="check-E02-2"><p>Question 2\? <small.*?>E02<\/a>/)
    expect(text).toMatch(/id="check-E02-2">.*?<summary>Answer<\/summary>.*?Answer 2\. Reason 2\..*?value="E02\.2"/)
    expect(text).not.toContain('feeding the headphones')
  })

  it('says plainly that nothing is kept of a question that the lesson asks everybody', async () => {
    const read = () => ({ ...ana, recall: { step: 'E10', checks: [] } })
    const links = { read, sign: () => token('lesson') }
    const text = await (await siteFixture({ deps: { links } }).get(`/lessons/E10?t=${t}`)).text()
    const recall = /<h2 id="recall">.*?<\/section>/s.exec(text)?.[0] ?? ''
    expect(recall).toContain('feeding the headphones')
    expect(recall).toContain('For yourself: there is nothing to press, and nothing is kept.')
    expect(recall).not.toContain('<button')
    expect(await (await siteFixture().get('/lessons/E10')).text()).not.toContain('For yourself')
  })

  it('shows a question from memory as answered with this lesson', async () => {
    const work = [{ step: 'E10', answers: { 'E01.3': 'knew' } }] as const
    const viewPath = async () => pathView({ work })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E10?t=${t}&answered=E01.3`)).text()
    expect(text).toMatch(/id="check-E01-3">.*?<details open="">.*?<p role="status">Kept: you knew it\./)
  })

  it('shows what is done as done', async () => {
    const viewPath = async () => pathView({ work: [{ step: 'E10', answers: {}, doneAt: 1 }] })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E10?t=${t}`)).text()
    expect(text).toContain('You have marked E10 as done.')
  })

  it('still opens for a learner who was erased', async () => {
    const { get } = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await get(`/lessons/E10?t=${t}`)).status).toBe(200)
  })

  it.each(['E07', 'E99', 'F01', 'nonsense', '__proto__', 'E10%00'])(
    'answers 404 for %s: unwritten, unknown or no page',
    async (id) => {
      const answer = await siteFixture().get(`/lessons/${id}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('There is no such lesson')
    },
  )
})

describe('POST /lessons/:id/answers', () => {
  it('records the verdict and leads back to the question', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/lessons/E10/answers', { t, check: 'E10.2', verdict: 'missed' })
    expect(journey.recordAnswer).toHaveBeenCalledWith(ana, { check: 'E10.2', verdict: 'missed' }, expect.any(Number))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/lessons/E10-eng-phase-comb?t=${t}&answered=E10.2#check-E10-2`)
  })

  it.each([
    ['a verdict that does not exist', { check: 'E10.2', verdict: 'perhaps' }],
    ['nothing', {}],
  ])('refuses %s', async (_, fields) => {
    const { press, journey } = siteFixture()
    expect((await press('/lessons/E10/answers', { t, ...fields })).status).toBe(400)
    expect(journey.recordAnswer).not.toHaveBeenCalled()
  })

  it('keeps an answer from memory with the lesson that asked', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/lessons/E10/answers', { t, check: 'E02.1', verdict: 'knew' })
    const given = { check: 'E02.1', verdict: 'knew', askedWith: 'E10' }
    expect(journey.recordAnswer).toHaveBeenCalledExactlyOnceWith(ana, given, expect.any(Number))
    expect(answer.headers.get('location')).toBe(`/lessons/E10-eng-phase-comb?t=${t}&answered=E02.1#check-E02-1`)
  })

  it.each(['E10.9', 'E99.1', 'E10', 'F01.1', '__proto__', ''])(
    'tells kindly that a question is no longer asked: %s',
    async (check) => {
      const { press, journey } = siteFixture()
      const answer = await press('/lessons/E10/answers', { t, check, verdict: 'knew' })
      const text = await answer.text()
      expect(answer.status).toBe(410)
      expect(text).toContain('That question is no longer asked')
      expect(text).toContain(`<a class="button" href="/lessons/E10-eng-phase-comb?t=${t}">Open E10 as it is now</a>`)
      expect(journey.recordAnswer).not.toHaveBeenCalled()
    },
  )
})
