import { describe, expect, it } from 'vitest'
import { ana, now, siteFixture, token } from '../support/site.ts'

describe('GET /check-inbox', () => {
  it('says what was sent and what to press', async () => {
    const text = await (await siteFixture().get(`/check-inbox?t=${token('again')}`)).text()
    expect(text).toContain(
      'We sent one mail to that address. Press the button in it and the first lesson follows at once.',
    )
  })

  it('offers to send it again, and the form for a wrong address', async () => {
    const text = await (await siteFixture().get(`/check-inbox?t=${token('again')}`)).text()
    expect(text).toContain('action="/send-again"')
    expect(text).toContain(`name="t" value="${token('again')}"`)
    expect(text).toContain('<a href="/sign-up">Back to the form</a>')
  })

  it('says so after it was sent again, and only then', async () => {
    const { get } = siteFixture()
    expect(await (await get(`/check-inbox?t=${token('again')}&sent=1`)).text()).toContain('role="status"')
    expect(await (await get(`/check-inbox?t=${token('again')}`)).text()).not.toContain('role="status"')
  })
})

describe('GET /check-inbox, the first dates', () => {
  const wishes = 'days=24&time=07%3A00&zone=America%2FNew_York'

  it('are those that were asked for, in the learner’s zone', async () => {
    const text = await (await siteFixture().get(`/check-inbox?t=${token('again')}&${wishes}`)).text()
    expect(text).toContain('Two lessons a week: Tuesday and Thursday, from 07:00 in New York.')
    expect(text).toContain('Thursday 7 May · ')
  })

  it('ask nothing of the journey: they are the same for every address', async () => {
    const { get, journey } = siteFixture()
    await get(`/check-inbox?t=${token('again')}&${wishes}&stage=business&catchUp=E10`)
    for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
  })

  it.each([
    '',
    'days=&time=07:00&zone=UTC',
    'days=24&time=7&zone=UTC',
    `${wishes}&stage=gone`,
    `${wishes}&stage=%3Cb%3E`,
  ])('are left out where the address does not hold them: "%s"', async (query) => {
    const answer = await siteFixture().get(`/check-inbox?t=${token('again')}&${query}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('Your first dates')
  })
})

describe('POST /send-again', () => {
  it('sends the confirmation again and leads back to the page', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/send-again', { t: token('again') })
    expect(journey.sendConfirmationAgain).toHaveBeenCalledWith(ana, { source: 'unknown', now })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/check-inbox?t=${token('again')}&sent=1`)
  })

  it('keeps the dates in view', async () => {
    const { get, press } = siteFixture()
    const query = 'days=24&time=07%3A00&zone=UTC&stage=business'
    const text = await (await get(`/check-inbox?t=${token('again')}&${query}`)).text()
    expect(text).toContain('<input type="hidden" name="stage" value="business"/>')
    const answer = await press('/send-again', { t: token('again'), days: '24', time: '07:00', zone: 'UTC' })
    expect(answer.headers.get('location')).toContain('days=24&time=07%3A00&zone=UTC&sent=1')
  })
})
