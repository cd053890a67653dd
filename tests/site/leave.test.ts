import { describe, expect, it } from 'vitest'
import { ana, now, siteFixture, token } from '../support/site.ts'

const address = `/leave/${token('leave')}`
const multipart = new FormData()
multipart.append('List-Unsubscribe', 'One-Click')

describe('GET /leave/:token', () => {
  it('shows a button and a pause instead, and stops nothing', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(address)).text()
    expect(text).toContain('Stop all lessons</button>')
    expect(text).toContain(`href="/path?t=${token('lesson')}"`)
    expect(text).toContain(`href="/path/data/erase?t=${token('lesson')}"`)
    expect(journey.leave).not.toHaveBeenCalled()
  })
})

describe('POST /leave/:token by a mail program (RFC 8058)', () => {
  it.each([
    ['urlencoded', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['multipart', multipart],
    ['with 100 KB beside it', new URLSearchParams({ 'List-Unsubscribe': 'One-Click', more: 'x'.repeat(100_000) })],
  ])('%s: leaves and answers 200, empty, without redirect or cookie', async (_, body) => {
    const { site, journey } = siteFixture()
    const answer = await site.request(address, { method: 'POST', body })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(journey.leave).toHaveBeenCalledExactlyOnceWith(ana, now)
  })
})

describe('POST /leave/:token by a person', () => {
  it('leaves and says what becomes of the notes', async () => {
    const { press, journey } = siteFixture()
    const answer = await press(address)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('No more lessons will be sent')
    expect(text).toContain('Your notes stay for 30 days in case you come back; erase them now if you prefer')
    // By a link that is mailed: whoever was forwarded this mail must not erase anything.
    expect(text).toContain('action="/sign-in/again"')
    expect(text).toContain(`value="${token('lesson')}"`)
    expect(text).not.toContain(token('sign-in'))
    expect(journey.leave).toHaveBeenCalledExactlyOnceWith(ana, now)
  })

  it('succeeds as often as it is pressed', async () => {
    const { press } = siteFixture()
    expect([(await press(address)).status, (await press(address)).status]).toEqual([200, 200])
  })

  it.each([undefined, 'application/json', 'multipart/form-data'])(
    'leaves whatever the content type: %s',
    async (type) => {
      const { site, journey } = siteFixture()
      const init = { method: 'POST', body: '{', ...(type ? { headers: { 'content-type': type } } : {}) }
      expect((await site.request(address, init)).status).toBe(200)
      expect(journey.leave).toHaveBeenCalledOnce()
    },
  )
})

describe('a bad leave link', () => {
  it.each(['x', token('lesson'), token('leave').slice(0, -2), `${token('leave')}.x`])(
    'is a 400 that says how to stop anyway: %s',
    async (bad) => {
      const { get, press, journey } = siteFixture()
      for (const answer of [await get(`/leave/${bad}`), await press(`/leave/${bad}`)]) {
        expect(answer.status).toBe(400)
        expect(await answer.text()).toContain('Reply to any mail')
      }
      expect(journey.leave).not.toHaveBeenCalled()
    },
  )
})
