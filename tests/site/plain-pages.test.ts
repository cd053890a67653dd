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

describe('GET /assets/:file in parts, as Safari asks before it plays', () => {
  async function ask(range?: string) {
    const { get } = siteFixture()
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await get('/')).text())?.[1] ?? ''
    return get(href, range === undefined ? {} : { Range: range })
  }

  it('says that it can, and gives the part with its place', async () => {
    const whole = await ask()
    const body = await whole.text()
    const part = await ask('bytes=1-3')
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${body.length}`)
    expect(part.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await part.text()).toBe(body.slice(1, 4))
  })

  it('refuses a part beyond the end, and says where the end is', async () => {
    const answer = await ask('bytes=999999-')
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/)
  })
})

describe('GET /privacy', () => {
  it('says what is kept, how long, by whom, and what can be done', async () => {
    const text = await (await siteFixture().get('/privacy')).text()
    for (const words of [
      'Talkback School, 1 Studio Lane, London',
      '7 days',
      '30 days',
      'keyed hash',
      'No cookies',
      'hello@example.org',
      '35 days',
      'internet address for two hours',
      'Who has finished the path, or whose mail comes back, has not left',
      'until you withdraw it',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('GET /facts', () => {
  it('lists every fact with value, source, date, status in words, review date and the lessons that use it', async () => {
    const text = await (await siteFixture().get('/facts')).text()
    const [, sound = '', limit = ''] = text.split('<dt id="')
    for (const words of ['F16">', 'Speed of sound', '343 m/s at 20 C', 'Source: physics. Standard theory']) {
      expect(sound).toContain(words)
    }
    expect(sound).toContain(
      '<a href="/lessons/E02-eng-hearing" title="Protect your ears">E02</a>, <a href="/lessons/E10',
    )
    expect(sound).not.toContain('To be looked up')
    expect(limit).toContain('NIOSH page (Nov 2026). Confirmed on the page of its source.')
    expect(limit).toContain('To be looked up again by 23 November 2028.')
  })
})

describe('GET /glossary', () => {
  it('explains every term at an anchor of its own, and names the lessons that teach it', async () => {
    const text = await (await siteFixture().get('/glossary')).text()
    const [, comb = '', latency = ''] = text.split('<dt id="')
    expect(text).toContain('<h1>Words of the trade</h1>')
    expect(comb).toMatch(/^term-comb-filter">Comb filter<\/dt><dd>Peaks and <em>notches<\/em>\. <small/)
    expect(comb).toContain('href="/lessons/E10-eng-phase-comb"')
    expect(latency.slice(0, latency.indexOf('</dl>'))).not.toContain('<a')
  })
})

describe('the foot of every page', () => {
  it.each(['/', '/privacy', '/lessons/E10'])('of %s leads to facts and glossary', async (path) => {
    const text = await (await siteFixture().get(path)).text()
    for (const href of ['/facts', '/glossary']) expect(text).toContain(`href="${href}"`)
  })
})

describe('GET /robots.txt', () => {
  it('keeps crawlers away from every page with a token', async () => {
    const lines = (await (await siteFixture().get('/robots.txt')).text()).split('\n')
    for (const path of ['/confirm/', '/leave/', '/path', '/check-inbox', '/*?t='])
      expect(lines).toContain(`Disallow: ${path}`)
  })
})
