import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { siteFixture, token } from '../support/site.ts'

const t = token('lesson')

/** One of each kind of answer. */
const everyKind = [
  '/',
  '/sign-up',
  '/placement',
  '/placement?PL01=0&block=2',
  '/placement/result?PL01=1&PL02=1&PL03=x&PL04=x',
  '/sign-up?stage=business&catchUp=E10',
  '/embed',
  '/sign-in',
  '/privacy',
  '/facts',
  '/glossary',
  '/robots.txt',
  '/lessons/E10',
  `/lessons/E10?t=${t}`,
  `/lessons/E10/done?t=${t}`,
  `/lessons/P01?t=${t}`,
  `/lessons/P01/hand-in?t=${t}`,
  `/path?t=${token('sign-in')}`,
  `/path?t=${t}`,
  `/confirm/${token('confirm')}`,
  `/leave/${token('leave')}`,
  `/check-inbox?t=${token('again')}`,
  `/new-address/${token('new-address')}`,
  `/go-on/${token('go-on')}`,
  ...['/path/certificates', '/path/data', '/path/data/erase', '/path/address'].flatMap((path) => [
    `${path}?t=${token('sign-in')}`,
    `${path}?t=${t}`,
  ]),
  `/lessons/F01?t=${t}`,
  '/certificates/lrn_ana-engineering-k3v9x2mqabcd',
  '/erased',
  '/lessons/E99',
  '/nowhere',
  '/send-again',
  `/path?t=${token('sign-in', 'lrn_ana', 'past')}`,
]

const withToken = everyKind.filter((path) => path.includes('.k1.'))

describe('every answer', () => {
  it.each(everyKind)('%s carries a policy without inline code and the other guards', async (path) => {
    const { headers } = await siteFixture().get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it.each(everyKind.filter((path) => path !== '/robots.txt'))(
    '%s is written without inline style, script or handler',
    async (path) => {
      const text = await (await siteFixture().get(path)).text()
      expect(text).toMatch(/^<!doctype html><html lang="en-GB">/i)
      expect(text).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/)
    },
  )

  it.each(everyKind.filter((path) => path !== '/robots.txt'))(
    '%s has a title that says the page first, one h1, one main and a skip link',
    async (path) => {
      const text = await (await siteFixture().get(path)).text()
      expect(text).toMatch(/<title>([^<]+ · )?Engineer to Producer<\/title>/)
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(text.match(/<main/g)).toHaveLength(1)
      expect(text).toContain('<a class="skip" href="#main">')
    },
  )

  it.each(everyKind.filter((path) => path !== '/robots.txt'))('%s uses no id twice', async (path) => {
    const text = await (await siteFixture().get(path)).text()
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(withToken)('%s is stored by nobody and indexed by nobody', async (path) => {
    const answer = await siteFixture().get(path)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>')
  })
})

describe('answers to what does not fit', () => {
  it('404 for a path that does not exist, whatever the method', async () => {
    const { site } = siteFixture()
    for (const method of ['GET', 'POST', 'DELETE'])
      expect((await site.request('/nowhere', { method })).status).toBe(404)
  })

  it.each([
    ['DELETE', '/', 'GET, HEAD'],
    ['PUT', '/sign-up', 'GET, HEAD, POST'],
    ['OPTIONS', '/sign-in', 'GET, HEAD, POST'],
    ['POST', '/privacy', 'GET, HEAD'],
    ['GET', '/send-again', 'POST'],
    ['HEAD', '/path/pause', 'POST'],
    ['PATCH', '/lessons/E10', 'GET, HEAD'],
    ['DELETE', `/leave/${token('leave')}`, 'GET, HEAD, POST'],
  ])('405 for %s %s, with Allow: %s', async (method, path, allow) => {
    const answer = await siteFixture().site.request(path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allow)
  })

  it.each([
    ['/nowhere', 'no such page'],
    ['/lessons/E99', 'no such lesson'],
    [`/path?t=${token('sign-in', 'lrn_ana', 'past')}`, 'link run out'],
    [`/path?t=${token('leave')}`, 'broken link'],
    ['/send-again', 'another way in'],
  ])('%s has its trouble on tape in words: %s', async (path, words) => {
    const text = await (await siteFixture().get(path)).text()
    expect(text).toContain(`<p class="tape stage-none"><b>Stop</b> ${words}</p>`)
  })

  it('HEAD answers like GET, without a body', async () => {
    const answer = await siteFixture().site.request('/', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it.each(['/sign-up', '/sign-in', `/confirm/${token('confirm')}`, '/path/pace'])(
    '413 for a body of one megabyte to %s, with and without a stated length, and nothing done',
    async (path) => {
      const { site, journey } = siteFixture()
      const body = `address=${'a'.repeat(1024 * 1024)}`
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const stated = await site.request(path, {
        method: 'POST',
        body,
        headers: { ...type, 'content-length': String(body.length) },
      })
      const unstated = await site.request(path, { method: 'POST', body, headers: type })
      expect([stated.status, unstated.status]).toEqual([413, 413])
      expect(await stated.text()).toContain('That was too much to read')
      for (const spy of Object.values(journey)) expect(spy).not.toHaveBeenCalled()
    },
  )

  it.each(['application/json', 'text/plain', 'multipart/form-data', undefined])(
    '400 for a body that is no form: %s',
    async (type) => {
      const { site, journey } = siteFixture()
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      const answer = await site.request('/sign-up', { method: 'POST', body: new TextEncoder().encode('{}'), headers })
      expect(answer.status).toBe(400)
      expect(journey.signUp).not.toHaveBeenCalled()
    },
  )

  it('refuses a file where a text belongs', async () => {
    const body = new FormData()
    body.append('address', new File(['ana@example.org'], 'address.txt'))
    const answer = await siteFixture().site.request('/sign-in', { method: 'POST', body })
    expect(answer.status).toBe(422)
  })
})

describe('what breaks on our side', () => {
  const secrets = `no item for ana@example.org, ${token('sign-in')} and lrn_k3m9x2`
  const broken = () =>
    siteFixture({
      journey: {
        viewPath: async () => {
          throw new TypeError(secrets)
        },
      },
    })

  it('is a 500 that shows nothing of the cause', async () => {
    const answer = await broken().get(`/path?t=${token('sign-in')}`)
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toContain('Something broke on our side')
    expect(text).not.toContain('no item')
  })

  it('is logged by its route, without token, address or learner', async () => {
    const { get, log } = broken()
    await get(`/lessons/E10/done?t=${token('lesson')}`)
    expect(log.error).toHaveBeenCalledExactlyOnceWith('page-broke', {
      route: 'GET /lessons/:id/done',
      error: 'TypeError',
      message: 'no item for [address] [token] and [learner]',
    })
  })

  it('is not logged when it is only a failure that was expected', async () => {
    const leave = async () => {
      throw new Failure('enrolment-changed', 'It moved.', 'Look again.')
    }
    const { press, log } = siteFixture({ journey: { leave } })
    expect((await press(`/leave/${token('leave')}`)).status).toBe(409)
    expect(log.error).not.toHaveBeenCalled()
  })
})
