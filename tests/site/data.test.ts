import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { consentText } from '../../functions/site/consent-text.ts'
import { ana, now, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const at = new Date(now).toISOString()
const kept = {
  exportedAt: at,
  course: { id: 'engineer-to-producer', title: 'Engineer to Producer' },
  learner: {
    id: 'lrn_ana',
    address: 'ana@example.org',
    name: 'Ana <b>Torres</b>',
    consent: { textVersion: consentText.version, givenAt: at, source: '192.0.2.7', confirmedAt: at },
    earlierConsents: [{ textVersion: '2025-01-31', givenAt: at, source: '192.0.2.99' }],
  },
  address: { hash: 'kJ8s_hash', suppressed: null },
  enrolment: {
    state: 'active',
    pace: { days: [2, 4], time: '07:00', zone: 'Europe/Berlin' },
    received: [{ step: 'E01', title: "The engineer's job" }],
    cleared: [],
  },
  work: [
    {
      step: 'P01',
      title: 'A session',
      answers: { 'E01.1': 'missed' },
      doneAt: at,
      handIn: { url: 'https://example.org/x', note: 'My note', marks: { documents: 3 }, at },
    },
  ],
  mails: [{ step: 'E01', title: "The engineer's job", attempt: 7, facts: { sent: at, 'soft-bounced': at } }],
  certificates: [{ of: 'engineering', secret: 'k3v9x2', name: 'A. T.', issuedAt: at }],
  somethingNew: { deep: [{ deeper: 'still shown' }] },
}
const fixture = () => siteFixture({ journey: { exportLearner: async () => kept } })

describe('GET /path/data', () => {
  it('shows every value of the export, whatever is in it', async () => {
    const text = await (await fixture().get(`/path/data?t=${t}`)).text()
    for (const value of leavesOf(kept)) expect(text, value).toContain(value)
  })

  it('shows the consent with its text, its version, when and from where', async () => {
    const text = await (await fixture().get(`/path/data?t=${t}`)).text()
    expect(text).toContain(consentText.sentence)
    expect(text).toMatch(/text of<\/dt><dd>2026-11-23/)
    expect(text).toMatch(/from the internet address<\/dt><dd>192\.0\.2\.7/)
    expect(text).toMatch(/confirmed on<\/dt><dd><time datetime="2026-05-05T05:00:00\.000Z">Tuesday 5 May, 07:00/)
  })

  it('shows no text for a version that it does not know', async () => {
    const consent = { ...kept.learner.consent, textVersion: '2020-01-01' }
    const exportLearner = async () => ({ ...kept, learner: { ...kept.learner, consent } })
    const text = await (await siteFixture({ journey: { exportLearner } }).get(`/path/data?t=${t}`)).text()
    expect(text).not.toContain('What you agreed to')
    expect(text).toContain('2020-01-01')
  })

  it.each(['/path/data', '/path/data/file', '/path/data/erase', '/path/address'])(
    '%s asks a lesson link for a fresh one, no link for a sign-in, and shows nothing',
    async (path) => {
      const { get, journey } = fixture()
      const answer = await get(`${path}?t=${token('lesson')}`)
      const text = await answer.text()
      expect(text).toContain('A fresh link is needed')
      expect(text).not.toContain('ana@example.org')
      expect((await get(path)).headers.get('location')).toBe('/sign-in')
      for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
    },
  )

  it('answers 410 when everything was erased', async () => {
    const { get } = siteFixture({ journey: { viewPath: async () => undefined } })
    for (const path of ['/path/data', '/path/data/erase', '/path/address', '/path/certificates'])
      expect((await get(`${path}?t=${t}`)).status, path).toBe(410)
  })
})

describe('GET /path/data/file', () => {
  it('is the export as one JSON file, stored by nobody', async () => {
    const answer = await fixture().get(`/path/data/file?t=${t}`)
    expect(await answer.json()).toEqual(kept)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="engineer-to-producer-2026-05-05.json"',
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is a 410 page for who is erased', async () => {
    const exportLearner = async () => {
      throw new Failure('link-expired', 'It was erased.', 'Sign up again.')
    }
    expect((await siteFixture({ journey: { exportLearner } }).get(`/path/data/file?t=${t}`)).status).toBe(410)
  })
})

describe('POST /path/data/plan', () => {
  it.each([
    ['Tuesday 19:00 at my desk', 'When it is Tuesday 19:00 at my desk, I open the lesson.'],
    ['', ''],
  ])('keeps %s, and says so', async (plan, whole) => {
    const { press, get, journey } = fixture()
    const answer = await press('/path/data/plan', { t, plan })
    expect(journey.keepPlan).toHaveBeenCalledExactlyOnceWith(ana, whole, now)
    expect(answer.status).toBe(303)
    expect(await (await get(answer.headers.get('location') ?? '')).text()).toMatch(/role="status">Your plan is/)
  })

  it('keeps what was typed when it is too long', async () => {
    const { press, journey } = fixture()
    const typed = `${'x'.repeat(200)}<b>`
    const answer = await press('/path/data/plan', { t, plan: typed })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="plan-problem"')
    expect(text).toContain(`${'x'.repeat(200)}&lt;b&gt;`)
    expect(journey.keepPlan).not.toHaveBeenCalled()
  })
})

describe('POST /path/data/name', () => {
  it.each([
    ['Ána', 'Ána'],
    ['  Ana Maria ', 'Ana Maria'],
    ['', undefined],
  ])('keeps "%s", and says so', async (name, whole) => {
    const { press, get, journey } = fixture()
    const answer = await press('/path/data/name', { t, name })
    expect(journey.keepName).toHaveBeenCalledExactlyOnceWith(ana, whole, now)
    expect(answer.status).toBe(303)
    expect(await (await get(answer.headers.get('location') ?? '')).text()).toMatch(/role="status">Your name is/)
  })

  it('shows the name that is kept', async () => {
    const text = await (await fixture().get(`/path/data?t=${t}`)).text()
    expect(text).toContain('value="Ana &lt;b&gt;Torres&lt;/b&gt;"')
  })

  it.each([
    ['one that is too long', 'ä'.repeat(31)],
    ['one with a line break', 'Ana\r\nBcc: eve@example.org'],
  ])('keeps what was typed of %s, and changes nothing', async (_, name) => {
    const { press, journey } = fixture()
    const answer = await press('/path/data/name', { t, name })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="name-problem"')
    expect(text).toContain(`value="${name.replace('\r\n', '\r\n')}"`)
    expect(journey.keepName).not.toHaveBeenCalled()
  })
})

describe('/path/data/erase', () => {
  it('says what goes, what stays and why, and erases nothing yet', async () => {
    const { get, journey } = fixture()
    const text = await (await get(`/path/data/erase?t=${t}`)).text()
    for (const words of [
      'ana@example.org',
      'keyed hash',
      'so that nobody is written to again',
      '35 days',
      'cannot be brought back',
    ])
      expect(text).toContain(words)
    expect(journey.eraseNow).not.toHaveBeenCalled()
  })

  it('erases by a press, and leads to a page without a token', async () => {
    const { press, get, journey } = fixture()
    const answer = await press('/path/data/erase', { t })
    expect(journey.eraseNow).toHaveBeenCalledExactlyOnceWith(ana, now)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/erased')
    expect(await (await get('/erased')).text()).toContain('Your data is being erased')
  })

  it('succeeds as often as it is pressed', async () => {
    const { press } = fixture()
    expect([(await press('/path/data/erase', { t })).status, (await press('/path/data/erase', { t })).status]).toEqual([
      303, 303,
    ])
  })
})

function leavesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf)
  return value === null
    ? ['none']
    : [String(value).replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;')]
}
