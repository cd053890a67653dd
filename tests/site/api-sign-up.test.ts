import { afterEach, describe, expect, it, vi } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { ana, now, siteFixture, token } from '../support/site.ts'

const studio = 'https://studio.example'
const good = {
  address: 'ana@example.org',
  days: [4, 2],
  time: '07:00',
  zone: 'Europe/Berlin',
  consent: '2026-11-23',
}

type Fixture = ReturnType<typeof siteFixture>
const post = (
  { site }: Fixture,
  body: unknown = good,
  headers: Readonly<Record<string, string>> = { origin: studio, 'content-type': 'application/json' },
) =>
  site.request('/api/sign-up', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })

afterEach(() => {
  vi.useRealTimers()
})

describe('POST /api/sign-up, happy', () => {
  it('hands over the same trusted form as the page, with source and time', async () => {
    const fixture = siteFixture()
    const headers = { origin: studio, 'content-type': 'application/json', 'x-talkback-source': '192.0.2.7' }
    const answer = await post(fixture, { ...good, name: 'Ana', plan: 'Tuesday 19:00', stage: 'business' }, headers)
    expect(answer.status).toBe(200)
    expect(fixture.journey.signUp).toHaveBeenCalledWith(
      {
        address: 'ana@example.org',
        name: 'Ana',
        plan: 'When it is Tuesday 19:00, I open the lesson.',
        startStage: 'business',
        catchUp: [],
        without: [],
        pace: { days: [2, 4], time: '07:00', zone: 'Europe/Berlin' },
        consentVersion: '2026-11-23',
      },
      { source: '192.0.2.7', now },
    )
  })

  it('says what to do, and where the page is that says it too', async () => {
    const answer = await post(siteFixture())
    expect(await answer.json()).toEqual({
      message: 'We sent one mail to that address. Press the button in it and the first lesson follows at once.',
      next: `https://learn.example.org/check-inbox?t=${token('again')}&days=24&time=07%3A00&zone=Europe%2FBerlin`,
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe(studio)
    expect(answer.headers.get('vary')).toContain('Origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('answers the browser’s question before it', async () => {
    const fixture = siteFixture()
    const answer = await fixture.site.request('/api/sign-up', {
      method: 'OPTIONS',
      headers: { origin: studio, 'access-control-request-method': 'POST' },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe(studio)
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST')
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('POST /api/sign-up, error', () => {
  it('names every field that has to be put right, in the words of the page', async () => {
    const fixture = siteFixture()
    const answer = await post(fixture, { ...good, address: 'ana@', days: [8], consent: undefined })
    expect(answer.status).toBe(422)
    const { problems } = (await answer.json()) as { problems: { field: string; message: string }[] }
    expect(problems.map(({ field }) => field)).toEqual(['address', 'days', 'consent'])
    expect(problems[0]?.message).toContain('has one @')
    expect(answer.headers.get('access-control-allow-origin')).toBe(studio)
    expect(fixture.journey.signUp).not.toHaveBeenCalled()
  })

  it.each(['', 'null', '[]', '"a"', '{', '7'])('400 for a body that is no object: %s', async (body) => {
    const answer = await post(siteFixture(), body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: 'form-invalid' })
  })

  it('400 for a body that does not say it is JSON: such a request needs no question before it', async () => {
    const answer = await post(siteFixture(), good, { origin: studio, 'content-type': 'text/plain' })
    expect(answer.status).toBe(400)
  })

  it.each([{ address: {} }, { address: ['a@b.co', 'c@d.co', {}] }, { days: {} }, { __proto__: 1, days: null }])(
    'takes no field of another kind: %j',
    async (wrong) => {
      const answer = await post(siteFixture(), { ...good, address: '', ...wrong })
      expect([200, 422]).toContain(answer.status)
    },
  )

  it('413 for a body of one megabyte, as JSON and readable from there', async () => {
    const answer = await post(siteFixture(), { ...good, name: 'a'.repeat(1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: 'body-too-large' })
    expect(answer.headers.get('access-control-allow-origin')).toBe(studio)
  })

  it('429 when the brakes refuse the source', async () => {
    const signUp = async () => {
      throw new Failure('too-many-requests', 'Very many requests came.', 'Try again in an hour.')
    }
    const answer = await post(siteFixture({ journey: { signUp } }))
    expect(answer.status).toBe(429)
    expect(await answer.json()).toEqual({
      error: 'too-many-requests',
      message: 'Very many requests came. Try again in an hour.',
    })
  })

  it('500 shows nothing of what broke, and is logged by its route', async () => {
    const signUp = async () => {
      throw new TypeError('no item for ana@example.org')
    }
    const fixture = siteFixture({ journey: { signUp } })
    const answer = await post(fixture)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('no item')
    expect(fixture.log.error).toHaveBeenCalledExactlyOnceWith(
      'page-broke',
      expect.objectContaining({ route: 'POST /api/sign-up', message: 'no item for [address]' }),
    )
  })
})

describe('POST /api/sign-up, security', () => {
  it.each([
    ['another site', 'https://evil.example'],
    ['a site whose name begins alike', 'https://studio.example.evil.example'],
    ['the same site without its lock', 'http://studio.example'],
    ['a page from a file', 'null'],
    ['no site', undefined],
  ])('refuses %s, unread and without leave to read the answer', async (_, origin) => {
    const fixture = siteFixture()
    const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) }
    const answer = await post(fixture, good, headers)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: 'origin-not-allowed' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(fixture.journey.signUp).not.toHaveBeenCalled()
    const asked = await fixture.site.request('/api/sign-up', { method: 'OPTIONS', headers })
    expect(asked.status).toBe(403)
  })

  it('is open to nobody while the operator has allowed nobody', async () => {
    const { deps } = siteFixture()
    const closed = siteFixture({ deps: { settings: { ...deps.settings, embedOrigins: [] } } })
    expect((await post(closed)).status).toBe(403)
  })

  it('lets other sites read nothing else', async () => {
    const { site } = siteFixture()
    for (const path of ['/', '/sign-up', `/check-inbox?t=${token('again')}`]) {
      const answer = await site.request(path, { headers: { origin: studio } })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('does nothing for a program that fills the hidden field, and answers it like anybody', async () => {
    const fixture = siteFixture()
    const person = await post(fixture)
    const program = await post(fixture, { ...good, website: 'https://spam.example' })
    expect(fixture.journey.signUp).toHaveBeenCalledTimes(1)
    expect(program.status).toBe(person.status)
    const shapeOf = async (answer: Response) => JSON.stringify(await answer.json()).replace(/lrn_\w+/, 'lrn')
    expect(await shapeOf(program)).toBe(await shapeOf(person))
  })

  it('answers no sooner than the floor', async () => {
    vi.useFakeTimers()
    const fixture = siteFixture({ journey: { signUp: async () => ana }, answerFloorMs: 400 })
    let answered = false
    const answer = Promise.resolve(post(fixture)).then(() => {
      answered = true
    })
    await vi.advanceTimersByTimeAsync(399)
    expect(answered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await answer
    expect(answered).toBe(true)
  })
})
