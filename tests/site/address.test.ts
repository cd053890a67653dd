import { describe, expect, it, vi } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { ana, enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const link = `/new-address/${token('new-address')}`

describe('GET /path/address', () => {
  it('says where the lessons go and asks for another address', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(`/path/address?t=${t}`)).text()
    expect(text).toContain('They go to ana@example.org now.')
    expect(text).toContain('only the button in it changes something')
    expect(journey.requestAddressChange).not.toHaveBeenCalled()
  })

  it('offers who is undeliverable the way back, also with the same address', async () => {
    const viewPath = async () => pathView({ enrolment: enrolment({ state: 'undeliverable' }) })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/path/address?t=${t}`)).text()
    expect(text).toContain('Mail to ana@example.org comes back')
    expect(text).toContain('or the same one if it takes mail again')
  })
})

describe('POST /path/address', () => {
  it('asks the new address, and answers alike whatever is known of it', async () => {
    const { press, get, journey } = siteFixture()
    const answers = [
      await press('/path/address', { t, address: ' new@example.org ' }),
      await press('/path/address', { t, address: 'taken@example.org' }),
    ]
    expect(journey.requestAddressChange).toHaveBeenCalledWith(ana, 'new@example.org', { source: 'unknown', now })
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [one, other] = answers.map(({ headers }) => headers.get('location') ?? '')
    expect(one).toBe(other)
    const text = await (await get(one ?? '')).text()
    expect(text).toContain('If that address can have your lessons')
    expect(text).not.toContain('new@example.org')
  })

  it('answers no sooner than the floor', async () => {
    vi.useFakeTimers()
    const { press } = siteFixture({ answerFloorMs: 400 })
    let answered = false
    const answer = Promise.resolve(press('/path/address', { t, address: 'new@example.org' })).then(() => {
      answered = true
    })
    await vi.advanceTimersByTimeAsync(399)
    expect(answered).toBe(false)
    await vi.advanceTimersByTimeAsync(2)
    await answer
    vi.useRealTimers()
  })

  it.each(['', 'ana at example', '"><i>@x'])('keeps what was typed and says what is wrong: %s', async (address) => {
    const { press, journey } = siteFixture()
    const answer = await press('/path/address', { t, address })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="address-problem"')
    expect(text).not.toContain('"><i>')
    expect(journey.requestAddressChange).not.toHaveBeenCalled()
  })

  it.each([
    ['move-not-allowed', 409],
    ['too-many-requests', 429],
  ] as const)('shows %s as %i', async (code, status) => {
    const requestAddressChange = async () => {
      throw new Failure(code, 'It is not possible.', 'Later.')
    }
    const { press } = siteFixture({ journey: { requestAddressChange } })
    expect((await press('/path/address', { t, address: 'new@example.org' })).status).toBe(status)
  })
})

describe('/new-address/:token', () => {
  it('shows a button and nothing of the learner, and moves nothing', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(link)).text()
    expect(text).toContain('Send my lessons here</button>')
    for (const secret of ['ana@example.org', 'Ana<', 'Berlin']) expect(text).not.toContain(secret)
    for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
  })

  it('moves the lessons by a press, and says so', async () => {
    const { press, journey } = siteFixture()
    const answer = await press(link)
    expect(answer.status).toBe(200)
    expect(journey.confirmAddressChange).toHaveBeenCalledExactlyOnceWith(ana, now)
    expect(await answer.text()).toContain('Your lessons come here from now on')
  })

  it('says to the second press that it was done', async () => {
    const { press } = siteFixture({ journey: { confirmAddressChange: async () => 'already' } })
    expect(await (await press(link)).text()).toContain('once is enough')
  })

  it.each([
    ['address-taken', 409],
    ['link-expired', 410],
  ] as const)('answers %s with %i, a reason and a way', async (code, status) => {
    const confirmAddressChange = async () => {
      throw new Failure(code, 'That address cannot be used.', 'Choose another one.')
    }
    const answer = await siteFixture({ journey: { confirmAddressChange } }).press(link)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('That address cannot be used. Choose another one.')
  })
})
