import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { ana, now, siteFixture, token } from '../support/site.ts'

const link = `/go-on/${token('go-on')}`

describe('/go-on/:token', () => {
  it('shows a button, and changes nothing', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(link)).text()
    expect(text).toContain('Go on with my lessons</button>')
    for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
  })

  it('goes on by a press, and says which step comes on which day', async () => {
    const { press, journey } = siteFixture()
    const answer = await press(link)
    const text = await answer.text()
    expect(journey.resume).toHaveBeenCalledExactlyOnceWith(ana, now)
    expect(answer.status).toBe(200)
    expect(text).toContain('Next is E02 “Protect your ears”, on Tuesday 5 May.')
    for (const secret of ['ana@example.org', 'Ana<', 'Berlin', '07:23']) expect(text).not.toContain(secret)
  })

  it('works as often as it is pressed', async () => {
    const { press } = siteFixture()
    expect([(await press(link)).status, (await press(link)).status]).toEqual([200, 200])
  })

  it.each([
    ['move-not-allowed', 409],
    ['link-expired', 410],
  ] as const)('answers %s with %i: who has left or is erased', async (code, status) => {
    const resume = async () => {
      throw new Failure(code, 'This path is stopped.', 'Sign up again.')
    }
    expect((await siteFixture({ journey: { resume } }).press(link)).status).toBe(status)
  })
})
