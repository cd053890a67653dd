import { attention, broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export interface MailFromParts extends Pick<DoctorPorts, 'ses' | 'dns'> {
  readonly identityName: string
  readonly region: string
}

export function createMailFromCheck({ ses, dns, identityName, region }: MailFromParts): Check {
  return {
    name: 'MAIL FROM',
    async look() {
      const mailFrom = (await ses.identity(identityName))?.mailFrom
      if (mailFrom === undefined) {
        return identityName.includes('@')
          ? ok("SES's own domain, as for every single address")
          : attention(
              "SES's own domain stands in the envelope, so only DKIM speaks for you",
              `aws sesv2 put-email-identity-mail-from-attributes --email-identity ${identityName} --mail-from-domain bounces.${identityName}`,
            )
      }
      const { domain, status, rejectsOnFailure } = mailFrom
      if (status === 'SUCCESS') return ok(domain)
      const wanted = `feedback-smtp.${region}.amazonses.com`
      const isThere = (await dns.mx(domain)).some((exchange) => exchange.toLowerCase() === wanted)
      const remedy = isThere
        ? 'The record is in DNS: wait, SES looks again by itself, for up to 72 hours.'
        : `Put in: MX ${domain} 10 ${wanted}`
      return rejectsOnFailure
        ? broken(`${domain} is ${status}, and SES is told to refuse mail meanwhile`, remedy)
        : attention(`${domain} is ${status}; SES uses its own domain meanwhile`, remedy)
    },
  }
}
