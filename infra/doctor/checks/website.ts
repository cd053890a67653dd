import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export function createWebsiteCheck({ web, stack }: Pick<DoctorPorts, 'web' | 'stack'>): Check {
  return {
    name: 'website',
    async look() {
      const url = await stackOutput(stack, 'SiteUrl')
      let status: number
      try {
        status = await web.get(`${url}/`)
      } catch (error) {
        return broken(
          `${url} cannot be reached (${reasonOf(error)})`,
          'With a domain of your own: is the record in DNS that npm run deploy prints as DnsWebsite? Else look at the network here.',
        )
      }
      if (status === 200) return ok(`${url} answers`)
      return broken(`${url} answers ${status}`, 'infra/RUNBOOK.md, Talkback/WebsiteBroken and Talkback/WebFailing')
    },
  }
}

/** fetch says "fetch failed" and keeps the reason to itself. */
function reasonOf(error: unknown): string {
  const { cause, message } = error instanceof Error ? error : new Error(String(error))
  return cause instanceof Error ? cause.message : message
}
