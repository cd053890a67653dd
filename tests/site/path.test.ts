import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const withView = (change: Parameters<typeof pathView>[0]) =>
  siteFixture({ journey: { viewPath: async () => pathView(change) } })

describe('GET /path with a sign-in link', () => {
  it('says in its heading what comes next and when, in the learner’s zone', async () => {
    expect(await (await siteFixture().get(`/path?t=${t}`)).text()).toContain(
      '<h1>E02 comes on Tuesday 5 May, 07:23 in Berlin</h1>',
    )
  })

  it('lists every step ahead with its date', async () => {
    const text = await (await siteFixture().get(`/path?t=${t}`)).text()
    expect(text).toContain('<time datetime="2026-05-07T05:23:00.000Z">Thu 7 May, 07:23</time>')
    expect(text).toContain('Times are by the clock in Berlin, at most one mail a day.')
  })

  it('names the change of the clocks between two dates, and that the hour stays', async () => {
    const ahead = [
      { step: 'E02', dueAt: Date.UTC(2026, 9, 22, 5, 23) },
      { step: 'E10', dueAt: Date.UTC(2026, 9, 27, 6, 23) },
    ]
    const text = await (await withView({ ahead }).get(`/path?t=${t}`)).text()
    const list = text.slice(text.indexOf('What comes when'))
    expect(list).toMatch(
      /Thu 22 Oct, 07:23<.*Sunday 25 October: clocks in Berlin go back 1 hour\. The lessons keep their hour.*Tue 27 Oct, 07:23</s,
    )
  })

  it('keeps a long list short, with the rest behind a press', async () => {
    const ahead = Array.from({ length: 12 }, (_, week) => ({ step: 'E10', dueAt: now + week * 7 * dayMs }))
    const text = await (await withView({ ahead }).get(`/path?t=${t}`)).text()
    expect(text).toMatch(/<summary>4 more, to Tuesday 21 July<\/summary>/)
  })

  it('marks what is new behind one’s place, what is done already and what comes once more', async () => {
    const { get } = withView({
      enrolment: enrolment({ received: new Set(['E01', 'E10']), asked: 'E01' }),
      ahead: ['E01', 'E02', 'P01'].map((step, day) => ({ step, dueAt: now + day * dayMs })),
      work: [{ step: 'P01', answers: {}, doneAt: now }],
    })
    const text = await (await get(`/path?t=${t}`)).text()
    expect(text).toMatch(/Protect your ears <small>new to you, from before your place<\/small>/)
    expect(text).toMatch(/could reopen <small>done already<\/small>/)
    expect(text).toMatch(/engineer&#39;s job <small>once more<\/small>/)
    expect(text).toContain('<h1>E01 comes once more on')
  })

  it('shows hours done, of hours written, and to come, in numbers', async () => {
    const text = await (
      await withView({ work: [{ step: 'E01', answers: {}, doneAt: now }] }).get(`/path?t=${t}`)
    ).text()
    expect(text).toMatch(/>30 min<\/span> done of <span[^>]*>9 h 45<\/span>/)
    expect(text).toMatch(/>9 h 15<\/span> to come/)
    expect(text).toMatch(/>1<\/span> of\s*<span[^>]*>5<\/span> steps\s*is behind you/)
  })

  it('does not count as to come what was done before it was sent', async () => {
    const { get } = withView({ work: [{ step: 'P01', answers: {}, doneAt: now }] })
    const text = await (await get(`/path?t=${t}`)).text()
    expect(text).toMatch(/>7 h<\/span> done of <span[^>]*>9 h 45<\/span>/)
    expect(text).toMatch(/>2 h 15<\/span> to come/)
  })

  it('says when the last step comes at this pace', async () => {
    const ahead = [{ step: 'F01', dueAt: Date.UTC(2027, 1, 2, 6, 23) }]
    expect(await (await withView({ ahead }).get(`/path?t=${t}`)).text()).toContain(
      'At your pace the last one comes on Tuesday 2 February 2027.',
    )
  })

  it('puts the playhead before the next step and dates on the regions ahead', async () => {
    const text = await (await siteFixture().get(`/path?t=${t}`)).text()
    // E01 is 30 of 635 minutes.
    expect(text).toMatch(/class="playhead" x="4\.724%"/)
    expect(text).toContain('E02 Tue 5 May to E10 Thu 7 May')
  })

  it('says in the year’s own words when a date is in another year', async () => {
    const ahead = [{ step: 'E02', dueAt: Date.UTC(2027, 0, 5, 6, 23) }]
    expect(await (await withView({ ahead }).get(`/path?t=${t}`)).text()).toContain(
      'Tuesday 5 January 2027, 07:23 in Berlin',
    )
  })

  it('offers everything that can be changed, to be looked at first, and to stop', async () => {
    const text = await (await siteFixture().get(`/path?t=${t}`)).text()
    const offered = [...text.matchAll(/action="(\/path\/[^"]+)"/g)].map((match) => match[1])
    expect(offered).toEqual(
      ['next', 'skip', 'pause-until', 'pause', 'pace', 'again', 'stage', 'start-over'].map(
        (control) => `/path/preview/${control}`,
      ),
    )
    expect(text).toContain('Nothing is saved until you press again there.')
    expect(text).toContain(`href="/leave/${token('leave')}"`)
  })

  it('says the pace as it is', async () => {
    expect(await (await siteFixture().get(`/path?t=${t}`)).text()).toContain(
      'Now: Tuesday and Thursday, within the hour from 07:00 in Berlin.',
    )
  })

  it('lets a pause end tomorrow at the earliest, on the learner’s calendar', async () => {
    const lastNightOfSummerTime = Date.UTC(2026, 9, 24, 22, 10)
    const { get } = siteFixture({ deps: { clock: () => lastNightOfSummerTime } })
    // 00:10 on Sunday 25 October in Berlin, a day of 25 hours.
    expect(await (await get(`/path?t=${t}`)).text()).toContain('min="2026-10-26"')
  })

  it('links every lesson that was sent, and the last mail not, for it has no page', async () => {
    const received = new Set(['E01', 'E02', 'E10', 'P01', 'M07', 'F01'])
    const { get } = withView({ enrolment: enrolment({ state: 'finished', received }), ahead: [] })
    const text = await (await get(`/path?t=${t}`)).text()
    const links = [...text.matchAll(/href="(\/lessons\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(links).toHaveLength(5)
    for (const link of links) expect((await get(link)).status, link).toBe(200)
  })

  it('says why the next step cannot be sent now', async () => {
    const today = withView({ enrolment: enrolment({ lastSentAt: now - 60_000 }), mayAskForNext: false })
    const text = await (await today.get(`/path?t=${t}`)).text()
    expect(text).toContain('A mail came today, and there is at most one a day.')
    expect(text).not.toContain('action="/path/preview/next"')
  })

  it.each([
    ['paused', { state: 'paused', dueAt: undefined }, 'Paused until you return', 'action="/path/preview/resume"'],
    [
      'paused until a day',
      { state: 'paused', dueAt: now + 27 * dayMs },
      'Paused until Monday 1 June, 07:00 in Berlin',
      'action="/path/preview/resume"',
    ],
    ['pending', { state: 'pending' }, 'One press is missing', 'action="/send-again"'],
    ['finished', { state: 'finished' }, 'You have finished the path', 'Behind you'],
    [
      'left',
      { state: 'left', dueAt: now + 30 * dayMs },
      'Your notes are erased on Thursday 4 June.',
      'href="/sign-up"',
    ],
    [
      'undeliverable',
      { state: 'undeliverable' },
      'Your place is kept: give another address',
      `href="/path/address?t=${t}"`,
    ],
    ['erasing', { state: 'erasing' }, 'Your notes are being erased', 'href="/sign-up"'],
    ['stuck', { stuck: 'refused' }, 'The operator has been told', 'E02 could not be sent'],
    ['asked for', { asked: 'next' }, 'E02 is on its way to your inbox', 'action="/path/preview/pace"'],
    [
      'at a gate',
      { received: new Set(['E01', 'E02', 'E10', 'P01']), briefAt: now - 60_000 },
      'P01 stands before the next stage',
      'Hand it in and',
    ],
  ] as const)('%s: says what it is and shows the way', async (_, change, words, way) => {
    const text = await (
      await withView({ enrolment: enrolment(change as object), ahead: [] }).get(`/path?t=${t}`)
    ).text()
    expect(text).toContain(words)
    expect(text).toContain(way)
  })

  it.each(['pending', 'left', 'undeliverable', 'erasing'] as const)(
    '%s: offers nothing that would be refused',
    async (state) => {
      const text = await (await withView({ enrolment: enrolment({ state }), ahead: [] }).get(`/path?t=${t}`)).text()
      expect(text).toContain('<h1>')
      expect(text).not.toMatch(/action="\/path\//)
    },
  )

  it('finished: has steps sent again and another place to go to, and nothing of pace and pause', async () => {
    const { get } = withView({ enrolment: enrolment({ state: 'finished' }), ahead: [] })
    const text = await (await get(`/path?t=${t}`)).text()
    const offered = [...text.matchAll(/action="\/path\/preview\/([^"]+)"/g)].map((match) => match[1])
    expect(offered).toEqual(['again', 'stage', 'start-over'])
  })

  it('answers 410 when the path was erased', async () => {
    const { get } = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await get(`/path?t=${t}`)).status).toBe(410)
  })

  it('writes a name with markup as text', async () => {
    const text = await (
      await withView({ enrolment: enrolment({ name: '<script>alert(1)</script>' }) }).get(`/path?t=${t}`)
    ).text()
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('<script>alert')
  })
})

describe('GET /path without a sign-in link', () => {
  it('with a lesson link shows nothing of the learner and offers to mail a link', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(`/path?t=${token('lesson')}`)).text()
    expect(text).toContain('A fresh link is needed')
    expect(text).toContain('<form method="post" action="/sign-in/again">')
    expect(journey.viewPath).not.toHaveBeenCalled()
    for (const secret of ['ana@example.org', 'Ana<', 'Berlin']) expect(text).not.toContain(secret)
  })

  it('with no link leads to the sign-in form', async () => {
    expect((await siteFixture().get('/path')).headers.get('location')).toBe('/sign-in')
  })
})
