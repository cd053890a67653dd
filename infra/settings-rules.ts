/** What settings must be to each other. */
import { lateHours } from '../functions/domain/pace.ts'
import { domainOf, isFreeMail } from './free-mail-domains.ts'
import { deliveryCapacity, mailsPerSecondMax } from './sending-capacity.ts'
import type { Settings } from './settings-schema.ts'

export interface Finding {
  readonly field: string
  /** What is wrong and how to put it right. */
  readonly says: string
}

/** The sending side keeps below SES's rate. */
const shareOfRate = 0.9
const secondsAnHour = 3_600
/** docs.aws.amazon.com/ses/latest/dg/quotas.html */
const sandbox = { mailsADay: 200, mailsPerSecond: 1 }

/** Answers: what does not fit together? */
export function findingsOf(settings: Settings): readonly Finding[] {
  return [...senderFindings(settings), ...zoneFindings(settings), ...rateFindings(settings)]
}

function* senderFindings({ senderAddress, identity }: Settings): Iterable<Finding> {
  const senderDomain = domainOf(senderAddress)
  if (identity.kind === 'sandbox-address') return
  if (isFreeMail(senderAddress)) {
    yield {
      field: 'senderAddress',
      says: `${senderDomain} belongs to a mail provider. Its DMARC record tells the big providers to refuse what others send in its name, so lessons would not arrive. Use an address on a domain of your own; for a trial in the sandbox set identity.kind to "sandbox-address".`,
    }
    return
  }
  const name = identity.kind === 'domain' ? identity.domain : identity.name
  const isCovered = name.includes('@')
    ? name.toLowerCase() === senderAddress.toLowerCase()
    : senderDomain === name || senderDomain.endsWith(`.${name}`)
  if (!isCovered) {
    yield {
      field: 'senderAddress',
      says: `is ${senderAddress}, but the identity is ${name}: SES would refuse every mail. Use an address at ${domainOf(name)}, or make the identity ${senderDomain}.`,
    }
  }
}

function* zoneFindings({ identity, website, region }: Settings): Iterable<Finding> {
  const zones = [
    { field: 'identity.domain', held: identity.kind === 'domain' ? identity : undefined },
    { field: 'website.domain', held: website && 'hostedZone' in website ? website : undefined },
  ]
  for (const { field, held } of zones) {
    const zone = held?.hostedZone?.name
    if (held === undefined || zone === undefined || held.domain === zone || held.domain.endsWith(`.${zone}`)) continue
    yield {
      field,
      says: `${held.domain} is not in the hosted zone ${zone}. Name the zone that it is in, or another domain.`,
    }
  }
  if (website && 'certificateArn' in website && website.certificateArn.split(':')[3] !== region) {
    yield {
      field: 'website.certificateArn',
      says: `is not in ${region}. An HTTP API takes certificates of its own Region only: request one there.`,
    }
  }
}

function* rateFindings({ identity, learners, mailsPerSecond, reservedConcurrency }: Settings): Iterable<Finding> {
  if (identity.kind === 'sandbox-address') {
    if (mailsPerSecond > sandbox.mailsPerSecond) {
      yield {
        field: 'mailsPerSecond',
        says: 'The sandbox sends one mail a second. Write 1, or leave the sandbox first.',
      }
    }
    if (learners > sandbox.mailsADay) {
      yield {
        field: 'learners',
        says: `The sandbox sends ${sandbox.mailsADay} mails a day. Expect fewer, or verify a domain of your own and leave the sandbox.`,
      }
    }
  }
  if (mailsPerSecond > mailsPerSecondMax) {
    yield {
      field: 'mailsPerSecond',
      says: `is more than this service can send (${mailsPerSecondMax} a second). Write the rate that SES gives you: "aws ses get-send-quota", MaxSendRate.`,
    }
    return
  }
  const hours = learners / (mailsPerSecond * shareOfRate) / secondsAnHour
  if (hours > lateHours) {
    const needed = Math.ceil(learners / lateHours / secondsAnHour / shareOfRate)
    yield {
      field: 'mailsPerSecond',
      says: `${mailsPerSecond} mails a second need ${Math.ceil(hours)} hours for ${learners} learners who chose the same one, and a lesson is sent at most ${lateHours} hours late. Ask SES for ${needed} a second, or expect fewer learners.`,
    }
  }
  const { lanes } = deliveryCapacity(mailsPerSecond)
  if (reservedConcurrency !== undefined && reservedConcurrency < lanes) {
    yield {
      field: 'reservedConcurrency',
      says: `At ${mailsPerSecond} mails a second ${lanes} workers run at once. Write at least ${lanes}, or leave it out.`,
    }
  }
}
