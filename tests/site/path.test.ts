import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { ana, enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const pace = { days: ['1', '3'], time: '21:15', zone: 'America/New_York' }
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
    expect(text).toContain('<time datetime="2026-05-07T05:23:00.000Z">Thursday 7 May, 07:23 in Berlin</time>')
  })

  it('shows hours done of hours written, in numbers', async () => {
    const text = await (
      await withView({ work: [{ step: 'E01', answers: {}, doneAt: now }] }).get(`/path?t=${t}`)
    ).text()
    expect(text).toMatch(/>30 min<\/span> done of <span[^>]*>9 h 45<\/span>/)
    expect(text).toMatch(/>1<\/span> of\s*<span[^>]*>6<\/span> steps sent/)
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

  it('offers to send, skip, pause, change and stop', async () => {
    const text = await (await siteFixture().get(`/path?t=${t}`)).text()
    for (const action of ['next', 'skip', 'pause-until', 'pause', 'pace'])
      expect(text).toContain(`action="/path/${action}"`)
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
    expect(text).toContain('there is at most one a day')
    expect(text).not.toContain('action="/path/next"')
  })

  it.each([
    ['paused', { state: 'paused', dueAt: undefined }, 'Paused until you return', 'action="/path/resume"'],
    [
      'paused until a day',
      { state: 'paused', dueAt: now + 27 * dayMs },
      'Paused until Monday 1 June, 07:00 in Berlin',
      'action="/path/resume"',
    ],
    ['pending', { state: 'pending' }, 'One press is missing', 'action="/send-again"'],
    ['finished', { state: 'finished' }, 'You have finished the path', 'Sent to you'],
    [
      'left',
      { state: 'left', dueAt: now + 30 * dayMs },
      'Your notes are erased on Thursday 4 June.',
      'href="/sign-up"',
    ],
    ['undeliverable', { state: 'undeliverable' }, 'Sign up again with an address that works', 'href="/sign-up"'],
    ['erasing', { state: 'erasing' }, 'Your notes are being erased', 'href="/sign-up"'],
    ['stuck', { stuck: 'refused' }, 'The operator has been told', 'E02 could not be sent'],
    ['asked for', { asked: 'next' }, 'E02 is on its way to your inbox', 'action="/path/pace"'],
    [
      'at a gate',
      { received: new Set(['E01', 'E02', 'E10', 'P01']), briefAt: now - 60_000 },
      'P01 stands before the next stage',
      'Mark it as done',
    ],
  ] as const)('%s: says what it is and shows the way', async (_, change, words, way) => {
    const text = await (
      await withView({ enrolment: enrolment(change as object), ahead: [] }).get(`/path?t=${t}`)
    ).text()
    expect(text).toContain(words)
    expect(text).toContain(way)
  })

  it.each(['pending', 'finished', 'left', 'undeliverable', 'erasing'] as const)(
    '%s: offers nothing that would be refused',
    async (state) => {
      const text = await (await withView({ enrolment: enrolment({ state }), ahead: [] }).get(`/path?t=${t}`)).text()
      expect(text).toContain('<h1>')
      expect(text).not.toMatch(/action="\/path\//)
    },
  )

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

describe('POST /path/…', () => {
  it.each([
    ['/path/pause-until', { until: '2026-06-01' }, 'pause', ['2026-06-01', now], 'paused'],
    ['/path/pause', {}, 'pause', [undefined, now], 'paused'],
    ['/path/resume', {}, 'resume', [now], 'resumed'],
    ['/path/pace', pace, 'changePace', [{ days: [1, 3], time: '21:15', zone: 'America/New_York' }, now], 'pace'],
    ['/path/next', {}, 'sendNextNow', [now], 'sent&step=E02'],
    ['/path/skip', { step: 'E02' }, 'skip', ['E02', now], 'skipped&step=E02'],
  ] as const)('%s does it once and leads back with what was done', async (action, fields, name, args, saved) => {
    const { press, journey } = siteFixture()
    const answer = await press(action, { t, ...fields })
    expect(journey[name]).toHaveBeenCalledExactlyOnceWith(ana, ...args)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/path?t=${t}&saved=${saved}`)
  })

  it.each([
    ['pace', 'Days and hour are saved. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['resumed', 'The path goes on. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['paused', 'Paused. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['skipped&step=E01', 'E01 “The engineer&#39;s job” is skipped.'],
    ['sent&step=E02', 'E02 “Protect your ears” is on its way to your inbox.'],
    ['nothing-to-send', 'There is no next step to send.'],
  ])('after %s a status line says the effect', async (saved, words) => {
    const text = await (await siteFixture().get(`/path?t=${t}&saved=${saved}`)).text()
    expect(text).toMatch(/role="status"/)
    expect(text).toContain(words)
  })

  it('says nothing for an effect that does not exist', async () => {
    expect(await (await siteFixture().get(`/path?t=${t}&saved=__proto__`)).text()).not.toContain('role="status"')
  })

  it.each([
    ['/path/pause-until', { until: '' }, 'until'],
    ['/path/pause-until', { until: '2026-02-30' }, 'until'],
    ['/path/pause-until', { until: 'tomorrow' }, 'until'],
    ['/path/pace', { ...pace, days: [] }, 'days'],
    ['/path/pace', { ...pace, time: '25:00' }, 'time'],
    ['/path/pace', { ...pace, zone: 'Mars/Olympus' }, 'zone'],
  ])('%s refuses %o beside its control and changes nothing', async (action, fields, field) => {
    const { press, journey } = siteFixture()
    const answer = await press(action, { t, ...fields })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`id="${field}-problem"`)
    expect(journey.pause).not.toHaveBeenCalled()
    expect(journey.changePace).not.toHaveBeenCalled()
  })

  it('shows a day that the journey refuses beside its control', async () => {
    const pause = async () => {
      throw new Failure('pause-date-invalid', 'That day is past.', 'Choose a later day.', 'until')
    }
    const answer = await siteFixture({ journey: { pause } }).press('/path/pause-until', { t, until: '2026-01-01' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/id="until-problem">That day is past\. Choose a later day\./)
  })

  it.each(['move-not-allowed', 'enrolment-changed', 'next-already-sent-today'] as const)(
    'shows %s on the page whose button was pressed, as 409',
    async (code) => {
      const resume = async () => {
        throw new Failure(code, 'It is not possible to resume.', 'Look again.')
      }
      const answer = await siteFixture({ journey: { resume } }).press('/path/resume', { t })
      const text = await answer.text()
      expect(answer.status).toBe(409)
      expect(text).toMatch(/role="alert"[^>]*><p>It is not possible to resume\. Look again\./)
      expect(text).toContain('E02 comes on')
    },
  )
})
