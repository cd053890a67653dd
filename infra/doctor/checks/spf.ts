import { attention, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export interface SpfParts extends Pick<DoctorPorts, 'dns'> {
  /** Undefined where SES's own domain stands in the envelope. */
  readonly mailFromDomain: () => Promise<string | undefined>
}

const includesSes = /(^|\s)\+?include:amazonses\.com(\s|$)/i

export function createSpfCheck({ dns, mailFromDomain }: SpfParts): Check {
  return {
    name: 'SPF',
    needsCredentials: false,
    async look() {
      const domain = await mailFromDomain()
      if (domain === undefined) return ok("SES's own, for its own domain in the envelope")
      const records = (await dns.txt(domain)).filter((text) => /^v=spf1(\s|$)/i.test(text))
      const wanted = `TXT ${domain} "v=spf1 include:amazonses.com ~all"`
      if (records.length === 0) return attention(`${domain} has no record`, `Put in: ${wanted}`)
      if (records.length > 1) {
        return attention(
          `${domain} has ${records.length} records; with more than one none counts (RFC 7208, 4.5)`,
          `Leave one: ${wanted}`,
        )
      }
      const [record = ''] = records
      if (includesSes.test(record)) return ok(`${domain} allows SES`)
      return attention(`${domain} does not allow SES: "${record}"`, 'Put include:amazonses.com before its "all".')
    },
  }
}
