import { describe, expect, it } from 'vitest'
import type { LinkPurpose } from '../../functions/journey/ports.ts'
import { pathView, siteFixture, token } from '../support/site.ts'

const purposes: readonly LinkPurpose[] = ['confirm', 'lesson', 'sign-in', 'leave', 'again', 'go-on', 'new-address']
const samples: Readonly<Record<string, readonly string[]>> = {
  ':id': ['E01', 'E10-eng-phase-comb', 'P01', 'E99', 'F01', 'lrn_ana-engineering-k3v9x2mqabcd'],
  ':file': ['style.0a1b2c3d.css'],
  ':token': purposes.map((purpose) => token(purpose)),
}

/** Every address that a GET route answers, with every kind of token and every query that pages use. */
function everyAddress(): readonly string[] {
  const { site } = siteFixture()
  const patterns = site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const paths = patterns.flatMap((pattern) => {
    const parameter = /:\w+/.exec(pattern)?.[0]
    return parameter === undefined
      ? [pattern]
      : (samples[parameter] ?? []).map((value) => pattern.replace(parameter, value))
  })
  const queries = [
    '',
    '?sent=1',
    ...purposes.map((purpose) => `?t=${token(purpose)}&sent=E02&saved=pace&answered=E10.1&t2=x`),
  ]
  return paths.flatMap((path) => queries.map((query) => path + query))
}

/** A journey that may be looked at and not touched. */
function untouchable() {
  const touched: string[] = []
  const looking = {
    viewPath: async () => pathView({ work: [{ step: 'E01', answers: {}, doneAt: 1 }] }),
    viewDeliveries: async () => ({ sent: new Set(), cameBack: new Set() }),
    viewCertificates: async () => ({ earned: ['engineering'], issued: [] }),
    findCertificate: async () => ({ of: 'engineering', name: 'Ana', issuedAt: 1 }),
    exportLearner: async () => ({ learner: { name: 'Ana' } }),
  }
  const journey = new Proxy(looking, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name)
      return async () => {
        touched.push(String(name))
        throw new Error(`A GET called ${String(name)}`)
      }
    },
  })
  return { journey, touched }
}

describe('no GET changes anything', () => {
  it('finds the routes it speaks of', () => {
    expect(everyAddress().length).toBeGreaterThan(100)
  })

  it.each(['GET', 'HEAD'])(
    '%s of every address, as a scanner follows links, calls nothing that changes',
    async (method) => {
      const { journey, touched } = untouchable()
      const { site } = siteFixture({ deps: { journey: journey as never } })
      for (const address of everyAddress()) {
        const answer = await site.request(address, { method })
        expect(answer.status, address).toBeLessThan(500)
      }
      expect(touched).toEqual([])
    },
  )

  it('the script that pages load posts, fetches and submits nothing', async () => {
    const { get } = siteFixture()
    const script = await (await get('/assets/site.0a1b2c3d.js')).text()
    expect(script.length).toBeGreaterThan(100)
    expect(script).not.toMatch(/fetch|submit|XMLHttpRequest|sendBeacon|\.click|location/)
  })
})
