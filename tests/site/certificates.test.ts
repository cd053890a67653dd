import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import type { CertificatesView, ShownCertificate } from '../../functions/journey/certificates.ts'
import { ana, enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const id = 'lrn_ana-engineering-k3v9x2mqabcd'
const shown: ShownCertificate = { of: 'engineering', name: 'Ana Torres', issuedAt: now }
const handedIn = { step: 'P01', answers: {}, doneAt: now, handIn: { note: 'Done.', marks: {}, at: now } }

const withTaken = (taken: CertificatesView, work = [handedIn]) =>
  siteFixture({ journey: { viewCertificates: async () => taken, viewPath: async () => pathView({ work }) } })
const withFound = (found: ShownCertificate | 'withdrawn' | undefined) =>
  siteFixture({ journey: { findCertificate: async () => found } })

describe('GET /path/certificates', () => {
  it('offers one that is earned, with the name the learner goes by, and makes none', async () => {
    const { get, journey } = withTaken({ earned: ['engineering'], issued: [] })
    const text = await (await get(`/path/certificates?t=${t}`)).text()
    expect(text).toContain('Make the certificate of Engineering')
    expect(text).toMatch(/id="name-engineering"[^>]* value="Ana"|value="Ana"[^>]* id="name-engineering"/)
    expect(text).toContain('Nothing is public until you')
    expect(journey.issueCertificate).not.toHaveBeenCalled()
  })

  it('says what is missing for one that is not', async () => {
    const received = new Set(['E01', 'E02'])
    const viewPath = async () => pathView({ enrolment: enrolment({ received }) })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/path/certificates?t=${t}`)).text()
    expect(text).toContain(
      'Missing: 2 of 4 steps to be sent; P01 “A session another engineer could reopen” to be handed',
    )
    expect(text).toContain('This stage ends without a project, so it has no certificate.')
    expect(text).not.toContain('action="/path/certificates/make"')
  })

  it('links one that was made, with a way to another name and to withdraw it', async () => {
    const { get } = withTaken({ earned: ['engineering'], issued: [{ ...shown, id }] })
    const text = await (await get(`/path/certificates?t=${t}&made=engineering`)).text()
    expect(text).toContain(`href="/certificates/${id}"`)
    expect(text).toContain('learn.example.org/certificates/')
    expect(text).toContain('Withdraw this certificate')
    expect(text).toMatch(/role="status">The certificate of Engineering is made/)
  })

  it('asks a lesson link for a fresh one, and shows nothing', async () => {
    const { get, journey } = withTaken({ earned: ['engineering'], issued: [{ ...shown, id }] })
    const text = await (await get(`/path/certificates?t=${token('lesson')}`)).text()
    expect(text).toContain('A fresh link is needed')
    expect(text).not.toContain('Ana')
    expect(journey.viewCertificates).not.toHaveBeenCalled()
  })

  it.each(['made=__proto__', 'withdrawn=nonsense', 'made=engineering'])(
    'says nothing of what did not happen: %s',
    async (query) => {
      const { get } = withTaken({ earned: [], issued: [] })
      expect(await (await get(`/path/certificates?t=${t}&${query}`)).text()).not.toContain('role="status"')
    },
  )
})

describe('POST /path/certificates/make', () => {
  it('makes it under the name that was typed, and leads back', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/path/certificates/make', { t, of: 'engineering', name: 'Ana Torres' })
    expect(journey.issueCertificate).toHaveBeenCalledExactlyOnceWith(ana, 'engineering', 'Ana Torres', now)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/path/certificates?t=${t}&made=engineering#engineering`)
  })

  it('shows a name that cannot be shown again beside its field', async () => {
    const issueCertificate = async () => {
      throw new Failure('name-invalid', 'A certificate shows a name of 1 to 80 characters.', 'Type it.', 'name')
    }
    const viewCertificates = async () => ({ earned: ['engineering'], issued: [] })
    const { press } = siteFixture({ journey: { issueCertificate, viewCertificates } })
    const typed = '<b>Ana</b>'.repeat(10)
    const answer = await press('/path/certificates/make', { t, of: 'engineering', name: typed })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="name-engineering-problem"')
    expect(text).toContain('href="#name-engineering"')
    expect(text).toContain('&lt;b&gt;Ana&lt;/b&gt;')
    expect(text).not.toContain('<b>Ana')
  })

  it('answers 409 to one that was not earned', async () => {
    const issueCertificate = async () => {
      throw new Failure('certificate-not-earned', 'Not yet.', 'Look at your path.')
    }
    const { press } = siteFixture({ journey: { issueCertificate } })
    expect((await press('/path/certificates/make', { t, of: 'path', name: 'Ana' })).status).toBe(409)
  })

  it.each(['nonsense', '__proto__', ''])('answers 404 to a stage that does not exist: %s', async (of) => {
    const { press, journey } = siteFixture()
    expect((await press('/path/certificates/make', { t, of, name: 'Ana' })).status).toBe(404)
    expect(journey.issueCertificate).not.toHaveBeenCalled()
  })
})

describe('POST /path/certificates/withdraw', () => {
  it('withdraws it and says so', async () => {
    const { press, get, journey } = siteFixture()
    const answer = await press('/path/certificates/withdraw', { t, of: 'engineering' })
    expect(journey.revokeCertificate).toHaveBeenCalledExactlyOnceWith(ana, 'engineering', now)
    expect(answer.status).toBe(303)
    const text = await (await get(answer.headers.get('location') ?? '')).text()
    expect(text).toMatch(/role="status">The certificate of Engineering is withdrawn/)
  })
})

describe('GET /certificates/:id', () => {
  it('shows name, stage, hours, project, day, operator and its own address to anybody', async () => {
    const text = await (await withFound(shown).get(`/certificates/${id}`)).text()
    for (const words of [
      '<h1>Ana Torres</h1>',
      'the stage “Engineering” of “Engineer to Producer”',
      '“A session another engineer could reopen”',
      '3 lessons and 1 project, about 9 hours',
      '5 May 2026',
      'Talkback School',
      `https://learn.example.org<wbr/>/certificates/<wbr/>${id}`,
    ])
      expect(text).toContain(words)
  })

  it('asks the journey for the certificate and for nothing else of a learner', async () => {
    const { get, journey } = withFound(shown)
    await get(`/certificates/${id}`)
    const asked = Object.entries(journey).filter(([, spy]) => spy.mock.calls.length > 0)
    expect(asked.map(([name]) => name)).toEqual(['findCertificate'])
  })

  it('is for no index, sets a preview for networks, and writes markup in a name as text', async () => {
    const { get } = withFound({ ...shown, name: '"><script>alert(1)</script>' })
    const text = await (await get(`/certificates/${id}`)).text()
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain('property="og:title"')
    expect(text).not.toContain('<script>alert')
  })

  it('of the whole path names every project', async () => {
    const text = await (await withFound({ ...shown, of: 'path' }).get(`/certificates/${id}`)).text()
    expect(text).toContain('the whole path “Engineer to Producer”')
    expect(text).toContain('4 lessons and 1 project')
  })

  it('that was withdrawn is a 410 that says so and shows nothing it held', async () => {
    for (const address of [`/certificates/${id}`, `/certificates/${id}/card.svg`]) {
      const answer = await withFound('withdrawn').get(address)
      const text = await answer.text()
      expect(answer.status).toBe(410)
      expect(text).toContain('This certificate was withdrawn')
      expect(text).not.toContain('Ana')
    }
  })

  it.each(['nobody', '__proto__', '..%2f..%2fpath', 'lrn_ana-engineering-guess'])(
    'answers 404 for %s',
    async (guess) => {
      const answer = await withFound(undefined).get(`/certificates/${guess}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('There is no certificate at this address')
    },
  )
})

describe('GET /certificates/:id/card.svg', () => {
  it.each(['Ana Torres', 'A'.repeat(80), '李小龍', '"><script>alert(1)</script> & Söhne'])(
    'draws %s as sound XML',
    async (name) => {
      const { XMLValidator } = await import('fast-xml-parser')
      const answer = await withFound({ ...shown, name }).get(`/certificates/${id}/card.svg`)
      const svg = await answer.text()
      expect(answer.headers.get('content-type')).toContain('image/svg+xml')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(XMLValidator.validate(svg)).toBe(true)
      expect(svg).not.toMatch(/<script|style=|href/)
      expect(svg).toContain('5 May 2026 · learn.example.org')
    },
  )
})

it('a certificate says what was handed in, and not that lessons were gone through which a placement passed over', async () => {
  const text = await (await withFound(shown).get(`/certificates/${id}`)).text()
  expect(text).not.toContain('has gone through')
  expect(text).toMatch(/has handed in the project of\s+the stage/)
  expect(text).toContain('Planned work')
})
