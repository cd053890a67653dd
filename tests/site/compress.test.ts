import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodingFor } from '../../functions/site/compress.ts'
import { siteFixture } from '../support/site.ts'

const ask = (path: string, accepted: string, method = 'GET') =>
  siteFixture().site.request(path, { method, headers: { 'accept-encoding': accepted } })
const plainOf = async (path: string) => (await siteFixture().get(path)).text()

describe('an answer', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ] as const)('comes to a browser that reads "%s" as %s, and is the same page', async (accepted, encoding, decode) => {
    const answer = await ask('/', accepted)
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const plain = await plainOf('/')
    expect(decode(bytes).toString()).toBe(plain)
    expect(bytes.length).toBeLessThan(plain.length / 3)
  })

  it.each(['', 'identity', 'deflate', 'br;q=0, gzip;q=0'])(
    'comes as it is to one that reads "%s"',
    async (accepted) => {
      const answer = await ask('/', accepted)
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(await answer.text()).toBe(await plainOf('/'))
    },
  )

  it('says that it depends on what the browser reads, compressed or not', async () => {
    for (const accepted of ['br', '']) expect((await ask('/', accepted)).headers.get('vary')).toBe('Accept-Encoding')
  })

  it('keeps its status and its guards', async () => {
    const answer = await ask('/nowhere', 'br')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('stays as it is where it is short, has no body, or only its head was asked for', async () => {
    const redirect = await siteFixture().site.request('/send-again', {
      method: 'POST',
      body: new URLSearchParams({ t: 'again.k1.lrn_ana.0.proof' }),
      headers: { 'accept-encoding': 'br' },
    })
    const short = await ask('/robots.txt', 'br')
    const head = await ask('/', 'br', 'HEAD')
    expect(redirect.status).toBe(303)
    for (const answer of [redirect, short, head]) expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await short.text()).toBe(await plainOf('/robots.txt'))
  })

  it('compresses a file once, and answers it alike ever after', async () => {
    const { site } = siteFixture()
    const path = '/assets/site.0a1b2c3d.js'
    const bytes = async (accepted: string) => {
      const answer = await site.request(path, { headers: { 'accept-encoding': accepted } })
      return Buffer.from(await answer.arrayBuffer())
    }
    const first = await bytes('br')
    expect(await bytes('br')).toEqual(first)
    expect(brotliDecompressSync(first)).toEqual(gunzipSync(await bytes('gzip')))
  })
})

describe('what a browser says it reads', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=1.0', 'br'],
    ['br; q=0.0, gzip', 'gzip'],
    ['*', undefined],
    ['gzipped', undefined],
  ])('%s leads to %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding)
  })
})
