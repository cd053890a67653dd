import { afterEach, describe, expect, it, vi } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { ana, now, siteFixture, token } from '../support/site.ts'
import { good } from './good-form.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('POST /sign-up, happy', () => {
  it('hands over the trusted form, its days in order, with source and time', async () => {
    const { site, journey } = siteFixture()
    const body = new URLSearchParams({ ...good, days: '4' })
    body.append('days', '2')
    await site.request('/sign-up', { method: 'POST', body, headers: { 'x-talkback-source': '192.0.2.7' } })
    expect(journey.signUp).toHaveBeenCalledWith(
      {
        address: 'ana@example.org',
        name: 'Ana',
        pace: { days: [2, 4], time: '07:00', zone: 'Europe/Berlin' },
        consentVersion: '2026-11-23',
      },
      { source: '192.0.2.7', now },
    )
  })

  it('leads to the page that says what to do, so that a reload signs up nobody twice', async () => {
    const answer = await siteFixture().press('/sign-up', good)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(
      `/check-inbox?t=${token('again')}&days=24&time=07%3A00&zone=Europe%2FBerlin`,
    )
  })

  it('hands over the plan as a whole sentence, the start, what to catch up on and what to leave out', async () => {
    const { press, journey } = siteFixture()
    const plan = ' When it is Tuesday 19:00\nat my desk, I open the lesson. '
    await press('/sign-up', { ...good, plan, stage: 'business', catchUp: ['E02', 'E10'], without: 'business' })
    expect(journey.signUp.mock.calls[0]?.[0]).toMatchObject({
      plan: 'When it is Tuesday 19:00 at my desk, I open the lesson.',
      startStage: 'business',
      catchUp: ['E02', 'E10'],
      without: ['business'],
    })
  })

  it.each(['', '  ', 'When it is', ', I open the lesson.'])('takes "%s" as no plan', async (plan) => {
    const { press, journey } = siteFixture()
    await press('/sign-up', { ...good, plan })
    expect(journey.signUp.mock.calls[0]?.[0]).not.toHaveProperty('plan')
  })

  it('begins at the beginning unless another start was chosen', async () => {
    const { press, journey } = siteFixture()
    await press('/sign-up', { ...good, stage: '', catchUp: 'E10' })
    for (const name of ['startStage', 'catchUp', 'without'])
      expect(journey.signUp.mock.calls[0]?.[0]).not.toHaveProperty(name)
  })

  it('takes a sign-up without a name', async () => {
    const { press, journey } = siteFixture()
    await press('/sign-up', { ...good, name: ' ' })
    expect(journey.signUp.mock.calls[0]?.[0]).not.toHaveProperty('name')
  })

  it('counts a request whose source nobody set under "unknown"', async () => {
    const { press, journey } = siteFixture()
    await press('/sign-up', good)
    expect(journey.signUp.mock.calls[0]?.[1].source).toBe('unknown')
  })

  it.each(['ana+lessons@example.org', "o'neil@studio.example", 'ana@bücher.example', 'a@b.co'])(
    'takes the address %s',
    async (address) => {
      expect((await siteFixture().press('/sign-up', { ...good, address })).status).toBe(303)
    },
  )

  it('keeps an international domain as mail carries it', async () => {
    const { press, journey } = siteFixture()
    await press('/sign-up', { ...good, address: 'ana@Bücher.example' })
    expect(journey.signUp.mock.calls[0]?.[0]).toMatchObject({ address: 'ana@xn--bcher-kva.example' })
    expect((await press('/sign-up', { ...good, address: 'ana@\u{2488}bücher.example' })).status).toBe(422)
  })

  it.each(['Europe/Kyiv', 'Asia/Calcutta', 'UTC', 'America/Argentina/Buenos_Aires'])(
    'takes the zone %s',
    async (zone) => {
      expect((await siteFixture().press('/sign-up', { ...good, zone })).status).toBe(303)
    },
  )
})

describe('POST /sign-up, error', () => {
  it.each([
    ['no address', { address: '' }, 'address'],
    ['an address without @', { address: 'ana.example.org' }, 'address'],
    ['an address with two @', { address: 'ana@b@example.org' }, 'address'],
    ['an address without a domain', { address: 'ana@' }, 'address'],
    ['a domain of one label', { address: 'ana@localhost' }, 'address'],
    ['a space in the address', { address: 'an a@example.org' }, 'address'],
    ['a second address after a comma', { address: 'ana@example.org,bo@example.org' }, 'address'],
    ['a header after the address', { address: 'ana@example.org\r\nBcc: bo@example.org' }, 'address'],
    ['a local part outside ASCII, which SES cannot carry', { address: 'añа@example.org' }, 'address'],
    [
      'an address longer than mail can carry',
      { address: `${'a'.repeat(60)}@${'b.'.repeat(100)}example.org` },
      'address',
    ],
    ['a network number for a domain', { address: 'ana@192.0.2.1' }, 'address'],
    ['a name with a line break', { name: 'Ana\r\nBcc: bo@example.org' }, 'name'],
    ['a name with a sign that turns text round', { name: 'Ana\u202egro' }, 'name'],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name'],
    ['a name of 61 bytes in 31 characters', { name: `${'é'.repeat(30)}x` }, 'name'],
    ['no days', { days: [] }, 'days'],
    ['an eighth day', { days: ['8'] }, 'days'],
    ['25:00', { time: '25:00' }, 'time'],
    ['no time', { time: '' }, 'time'],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'zone'],
    ['an offset in place of a zone', { zone: '+05:30' }, 'zone'],
    ['a plan of 161 characters', { plan: 'x'.repeat(161) }, 'plan'],
    ['no consent', { consent: '' }, 'consent'],
    ['consent to another text', { consent: '1999-01-01' }, 'consent'],
  ])('refuses %s beside its control and at the top, and does nothing', async (_, change, field) => {
    const { press, journey } = siteFixture()
    const answer = await press('/sign-up', { ...good, ...change })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(`id="${field}-problem"`)
    expect(text).toContain(`<a href="#${field}">`)
    expect(text).toMatch(new RegExp(`id="${field}"[^>]*(name="${field}"[^>]*)?aria-describedby="[^"]*${field}-problem`))
    expect(journey.signUp).not.toHaveBeenCalled()
  })

  it('keeps what was typed', async () => {
    const answer = await siteFixture().press('/sign-up', { ...good, days: ['6'], time: '21:30', address: 'ana@' })
    const text = await answer.text()
    expect(text).toContain('value="ana@"')
    expect(text).toContain('value="21:30"')
    expect(text).toContain('name="days" value="6" checked=""')
    expect(text).toContain('<option value="Europe/Berlin" selected="">')
    expect(text).not.toContain('data-guess')
  })

  it('shows beside the start that the path has no such stage', async () => {
    const signUp = async () => {
      throw new Failure('stage-unknown', 'The path has no such stage.', 'Choose another.', 'stage')
    }
    const text = await (await siteFixture({ journey: { signUp } }).press('/sign-up', { ...good, stage: 'gone' })).text()
    expect(text).toContain('id="stage-problem"')
  })

  it('takes exactly 60 bytes of name', async () => {
    expect((await siteFixture().press('/sign-up', { ...good, name: 'é'.repeat(30) })).status).toBe(303)
  })

  it('shows what the journey refuses beside its control', async () => {
    const signUp = async () => {
      throw new Failure('address-invalid', 'This domain takes no mail.', 'Use another address.')
    }
    const answer = await siteFixture({ journey: { signUp } }).press('/sign-up', good)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This domain takes no mail. Use another address.')
  })

  it('answers 429 to a source that the brakes refuse', async () => {
    const signUp = async () => {
      throw new Failure('too-many-requests', 'Very many requests came.', 'Try again in an hour.')
    }
    expect((await siteFixture({ journey: { signUp } }).press('/sign-up', good)).status).toBe(429)
  })
})

describe('POST /sign-up, security', () => {
  it('does nothing for a program that fills the hidden field, and answers it like anybody', async () => {
    const { press, journey } = siteFixture()
    const person = await press('/sign-up', good)
    const program = await press('/sign-up', { ...good, website: 'https://spam.example' })
    expect(journey.signUp).toHaveBeenCalledTimes(1)
    expect(program.status).toBe(person.status)
    expect(program.headers.get('location')).toMatch(
      /^\/check-inbox\?t=again\.k1\.lrn_[a-z0-9]{16}\.0\.proof&days=24&time=07%3A00&zone=Europe%2FBerlin$/,
    )
    expect([...program.headers.keys()]).toEqual([...person.headers.keys()])
  })

  it('answers no sooner than the floor, whether the address is known or not', async () => {
    vi.useFakeTimers()
    const workMs = { known: 90, unknown: 5 }
    for (const duration of Object.values(workMs)) {
      const signUp = () => new Promise<typeof ana>((resolve) => setTimeout(() => resolve(ana), duration))
      const { press } = siteFixture({ journey: { signUp }, answerFloorMs: 400 })
      let answered = false
      const answer = Promise.resolve(press('/sign-up', good)).then(() => {
        answered = true
      })
      await vi.advanceTimersByTimeAsync(399)
      expect(answered).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      await answer
      expect(answered).toBe(true)
    }
  })

  it('keeps to the floor for the hidden field and for refusals too', async () => {
    vi.useFakeTimers()
    const refuse = async () => {
      throw new Failure('address-invalid', 'No.', 'Use another.')
    }
    const cases = [
      { fixture: siteFixture({ answerFloorMs: 400 }), fields: { ...good, website: 'x' } },
      { fixture: siteFixture({ journey: { signUp: refuse }, answerFloorMs: 400 }), fields: good },
    ]
    for (const { fixture, fields } of cases) {
      let answered = false
      const answer = Promise.resolve(fixture.press('/sign-up', fields)).then(() => {
        answered = true
      })
      await vi.advanceTimersByTimeAsync(399)
      expect(answered).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      await answer
    }
  })

  it('writes a name with markup as text', async () => {
    const answer = await siteFixture().press('/sign-up', { ...good, name: '"><script>alert(1)</script>', address: '' })
    const text = await answer.text()
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('<script>alert')
  })

  it('hides the field for programs from people and from assistive tech', async () => {
    const text = await (await siteFixture().get('/sign-up')).text()
    expect(text).toMatch(/<div hidden="">\s*<label for="website">/)
    expect(text).toMatch(/name="website"[^>]*tabindex="-1"[^>]*autocomplete="off"/)
  })
})
