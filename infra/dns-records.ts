import { Aws } from 'aws-cdk-lib'
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses'

export interface DnsRecord {
  readonly id: string
  readonly type: 'CNAME' | 'MX' | 'TXT'
  readonly name: string
  readonly value: string
}

export interface SendingDomain {
  readonly domain: string
  readonly mailFromDomain: string
  readonly operatorAddress: string
}

/** Answers: what must stand in DNS so that mail from this domain is signed, aligned and believed? */
export function dnsRecordsOf(identity: EmailIdentity, sending: SendingDomain): readonly DnsRecord[] {
  const { domain, mailFromDomain, operatorAddress } = sending
  const dkim = identity.dkimRecords.map(
    ({ name, value }, index): DnsRecord => ({ id: `Dkim${index + 1}`, type: 'CNAME', name, value }),
  )
  return [
    ...dkim,
    { id: 'MailFrom', type: 'MX', name: mailFromDomain, value: `10 feedback-smtp.${Aws.REGION}.amazonses.com` },
    { id: 'Spf', type: 'TXT', name: mailFromDomain, value: 'v=spf1 include:amazonses.com ~all' },
    // Reports only, for a beginning. Mailbox providers ask that there is one.
    { id: 'Dmarc', type: 'TXT', name: `_dmarc.${domain}`, value: `v=DMARC1; p=none; rua=mailto:${operatorAddress}` },
  ]
}
