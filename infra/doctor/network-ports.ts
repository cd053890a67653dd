/** DNS and the website, as anybody on the internet sees them. */
import { Resolver } from 'node:dns/promises'
import type { Dns, Web } from './ports.ts'
import { asked } from './unanswered.ts'

const dnsPatience = { timeout: 3_000, tries: 2 }
const webPatienceMs = 10_000
const noRecords = new Set(['ENOTFOUND', 'ENODATA'])

export function openDns(
  resolver: Pick<Resolver, 'resolveTxt' | 'resolveMx' | 'resolveCname'> = new Resolver(dnsPatience),
): Dns {
  const look = (what: string, resolve: () => Promise<readonly string[]>) =>
    asked(`DNS, ${what}`, async () => {
      try {
        return await resolve()
      } catch (error) {
        if (noRecords.has((error as NodeJS.ErrnoException).code ?? '')) return []
        throw error
      }
    })
  return {
    // A long record comes in pieces of 255 bytes.
    txt: (name) => look(`TXT ${name}`, async () => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))),
    mx: (name) => look(`MX ${name}`, async () => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
    cname: (name) => look(`CNAME ${name}`, () => resolver.resolveCname(name)),
  }
}

export function openWeb(): Web {
  const ask = async (url: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(webPatienceMs)
    const answer = await fetch(url, { redirect: 'manual', signal, ...init })
    await answer.body?.cancel()
    return answer.status
  }
  return {
    get: (url) => ask(url, {}),
    postForm: (url, body) =>
      ask(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  }
}
