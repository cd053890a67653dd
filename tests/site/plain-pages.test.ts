import { describe, expect, it } from 'vitest'
import { siteFixture } from '../support/site.ts'

describe('GET /assets/:file', () => {
  it('serves a file under the name that pages link to, to be kept for ever', async () => {
    const { get } = siteFixture()
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await get('/')).text())?.[1] ?? ''
    const answer = await get(href)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['/assets/none.css', '/assets/..%2f..%2fpackage.json', '/assets/style.css'])(
    'answers 404 for %s',
    async (path) => {
      expect((await siteFixture().get(path)).status).toBe(404)
    },
  )
})

describe('GET /privacy', () => {
  it('says what is kept, how long, by whom, and what can be asked for', async () => {
    const text = await (await siteFixture().get('/privacy')).text()
    for (const words of [
      'Talkback School, 1 Studio Lane, London',
      '7 days',
      '30 days',
      'keyed hash',
      'No cookies',
      'hello@example.org',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('GET /robots.txt', () => {
  it('keeps crawlers away from every page with a token', async () => {
    const lines = (await (await siteFixture().get('/robots.txt')).text()).split('\n')
    for (const path of ['/confirm/', '/leave/', '/path', '/check-inbox', '/*?t='])
      expect(lines).toContain(`Disallow: ${path}`)
  })
})
