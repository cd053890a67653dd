import { attention, broken, type Check, type Finding, ok } from '../check.ts'
import type { DoctorPorts, SenderIdentity } from '../ports.ts'

export interface DkimParts extends Pick<DoctorPorts, 'ses' | 'dns'> {
  readonly identityName: string
}

export function createDkimCheck({ ses, dns, identityName }: DkimParts): Check {
  return {
    name: 'DKIM',
    async look() {
      if (identityName.includes('@')) {
        return attention(
          `${identityName} is a single address: mail is signed only where its domain is verified too`,
          'Good for a trial in the sandbox. For a course verify a domain of your own: npm run setup.',
        )
      }
      const dkim = (await ses.identity(identityName))?.dkim
      if (dkim === undefined) return broken(`SES knows no ${identityName}`, 'See "sender".')
      if (!dkim.isOn) {
        return broken(
          'signing is switched off',
          `aws sesv2 put-email-identity-dkim-attributes --email-identity ${identityName} --signing-enabled`,
        )
      }
      return dkim.status === 'SUCCESS' ? ok('SES signs as your domain') : unsigned(dkim, await missingRecords(dkim))
    },
  }

  /** The records that DNS does not have, as one would write them into a zone. */
  async function missingRecords({ tokens, zone }: SenderIdentity['dkim']): Promise<readonly string[]> {
    const records = tokens.map((token) => ({
      name: `${token}._domainkey.${identityName}`,
      value: `${token}.${zone}`,
    }))
    const found = await Promise.all(records.map(({ name }) => dns.cname(name)))
    return records.flatMap(({ name, value }, index) =>
      found[index]?.some((target) => target.toLowerCase() === value.toLowerCase()) ? [] : [`CNAME ${name} ${value}`],
    )
  }
}

function unsigned({ status }: SenderIdentity['dkim'], missing: readonly string[]): Finding {
  const says = `SES does not sign yet (${status})`
  if (missing.length > 0)
    return broken(`${says}: ${missing.length} of its records are not in DNS`, `Put in: ${missing.join('; ')}`)
  return attention(`${says}; the records are in DNS`, 'Wait: SES looks again by itself, for up to 72 hours.')
}
