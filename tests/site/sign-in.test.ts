import { afterEach, describe, expect, it, vi } from 'vitest'
import { ana, now, siteFixture, token } from '../support/site.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('POST /sign-in', () => {
  it('asks for a link and says the same for every address', async () => {
    const { press, get, journey } = siteFixture()
    const answers = await Promise.all(
      ['ana@example.org', 'nobody@example.org'].map((address) => press('/sign-in', { address })),
    )
    expect(journey.mailSignInLink).toHaveBeenCalledWith('nobody@example.org', { source: 'unknown', now })
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/sign-in?sent=1', '/sign-in?sent=1'])
    expect(await (await get('/sign-in?sent=1')).text()).toContain('If lessons go to that address')
  })

  it('answers no sooner than the floor', async () => {
    vi.useFakeTimers()
    const { press } = siteFixture({ answerFloorMs: 400 })
    let answered = false
    const answer = Promise.resolve(press('/sign-in', { address: 'ana@example.org' })).then(() => {
      answered = true
    })
    await vi.advanceTimersByTimeAsync(399)
    expect(answered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await answer
  })

  it('refuses what is no address, keeps it and mails nothing', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/sign-in', { address: 'ana@' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('id="address-problem"')
    expect(text).toContain('value="ana@"')
    expect(journey.mailSignInLink).not.toHaveBeenCalled()
  })
})

describe('POST /sign-in/again', () => {
  it('mails a fresh link to the owner of a lesson link, without saying where to', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/sign-in/again', { t: token('lesson') })
    expect(journey.mailSignInLinkTo).toHaveBeenCalledWith(ana, { source: 'unknown', now })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in?sent=1')
  })
})
