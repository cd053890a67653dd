/** SES: takes mails for the identities and configuration sets of the template, and breaks off when it is told to. */
import { randomUUID } from 'node:crypto'
import type { Instant } from '../../../functions/domain/instant.ts'
import { faultXml, getSendQuotaXml, parseSesRequest, type RawMail, sendRawEmailXml } from '../../local/ses-protocol.ts'
import type { SesIdentities } from '../call-of-request.ts'
import { fromAddressOf } from '../from-address.ts'
import type { Reply, Service } from '../recorder.ts'
import type { Cloud } from '../template.ts'

export interface AcceptedMail extends RawMail {
  readonly messageId: string
  readonly acceptedAt: Instant
}

export interface RehearsalSes extends SesIdentities {
  readonly service: Service
  readonly accepted: readonly AcceptedMail[]
  /** The next send gets no answer and is not taken. */
  breakOffNext(): void
}

const dailyQuota = 50_000
const ratePerSecond = 14

/** `others`: identities of the account that the stack uses and does not make. */
export function createSes(cloud: Cloud, others: readonly string[], clock: () => Instant): RehearsalSes {
  const accepted: AcceptedMail[] = []
  const identities = [...others, ...cloud.ofType('AWS::SES::EmailIdentity').map(([id]) => cloud.ref(id))]
  const sets = new Set(cloud.ofType('AWS::SES::ConfigurationSet').map(([id]) => cloud.ref(id)))
  let breaksOff = false

  // A domain stands for those below it too; the nearest one counts.
  const covers = (identity: string, address: string) =>
    identity === address || address.endsWith(`@${identity}`) || address.endsWith(`.${identity}`)
  const identityOf = (address: string) =>
    identities.filter((identity) => covers(identity, address)).sort((a, b) => b.length - a.length)[0]

  function send(mail: RawMail): Reply | undefined {
    if (breaksOff) {
      breaksOff = false
      return undefined
    }
    if (identityOf(fromAddressOf(mail.raw)) === undefined)
      return fault('MessageRejected', 'Email address is not verified.')
    const { configurationSet } = mail
    if (configurationSet === undefined || !sets.has(configurationSet)) {
      return fault('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`)
    }
    const messageId = randomUUID()
    accepted.push({ ...mail, messageId, acceptedAt: clock() })
    return xml(200, sendRawEmailXml(messageId, 'rehearsal'))
  }

  return {
    accepted,
    identityOf,
    breakOffNext() {
      breaksOff = true
    },
    async service({ body }) {
      const asked = parseSesRequest(body)
      if (asked.action === 'SendRawEmail') return send(asked.mail)
      const quota = { max24HourSend: dailyQuota, maxSendRate: ratePerSecond, sentLast24Hours: 0 }
      return xml(200, getSendQuotaXml(quota, 'rehearsal'))
    },
  }
}

function xml(status: number, body: string): Reply {
  return { status, contentType: 'text/xml', body }
}

function fault(name: string, message: string): Reply {
  return xml(400, faultXml({ name, message, status: 400 }, 'rehearsal'))
}
