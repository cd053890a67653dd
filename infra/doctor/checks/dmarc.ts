import { attention, type Check, type Finding, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export interface DmarcParts extends Pick<DoctorPorts, 'dns'> {
  /** The domain of the sender's address, which readers see. */
  readonly senderDomain: string
  /** As SES signs it. */
  readonly identityDomain: string
  readonly operatorAddress: string
}

export function createDmarcCheck(parts: DmarcParts): Check {
  const { dns, senderDomain, identityDomain, operatorAddress } = parts
  return {
    name: 'DMARC',
    needsCredentials: false,
    async look() {
      for (const domain of domainAndParents(senderDomain)) {
        const records = (await dns.txt(`_dmarc.${domain}`)).filter((text) => /^v=DMARC1\s*(;|$)/.test(text))
        if (records.length > 1) {
          return attention(
            `_dmarc.${domain} has ${records.length} records, so none counts (RFC 7489, 6.6.3)`,
            'Leave one.',
          )
        }
        const [record] = records
        if (record !== undefined) return judge(record, domain)
      }
      return attention(
        `${senderDomain} has no record; Gmail, Yahoo and Outlook.com ask for one of everybody who sends much`,
        `Put in: TXT _dmarc.${identityDomain} "v=DMARC1; p=none; rua=mailto:${operatorAddress}"`,
      )
    },
  }

  function judge(record: string, domain: string): Finding {
    const tags = new Map(
      record.split(';').map((tag) => {
        const [name = '', value = ''] = tag.split('=', 2)
        return [name.trim().toLowerCase(), value.trim().toLowerCase()]
      }),
    )
    const policy = (domain !== senderDomain && tags.get('sp')) || tags.get('p')
    if (policy === undefined) return attention(`_dmarc.${domain} names no policy: "${record}"`, 'Write p=none into it.')
    if (tags.get('adkim') === 's' && senderDomain !== identityDomain) {
      return attention(
        `_dmarc.${domain} asks for strict DKIM, but SES signs as ${identityDomain} and the sender is at ${senderDomain}`,
        'Take adkim=s out of the record, or send from an address at the identity itself.',
      )
    }
    return ok(`p=${policy}, from _dmarc.${domain}`)
  }
}

/** learn.example.org, then example.org; never a top-level domain alone. */
function domainAndParents(domain: string): readonly string[] {
  const labels = domain.split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}
