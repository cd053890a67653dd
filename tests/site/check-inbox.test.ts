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

describe('POST /send-again', () => {
  it('sends the confirmation again and leads back to the page', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/send-again', { t: token('again') })
    expect(journey.sendConfirmationAgain).toHaveBeenCalledWith(ana, { source: 'unknown', now })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/check-inbox?t=${token('again')}&sent=1`)
  })
})
