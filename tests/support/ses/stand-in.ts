/**
 * A stand-in for SES: the classic Query API over HTTP, for the unchanged SDK, with a rate and a quota of its own and
 * faults on command. What it has accepted is the truth that a proof is held against.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  faultXml,
  getSendQuotaXml,
  parseSesRequest,
  type RawMail,
  sendRawEmailXml,
} from '../../../infra/local/ses-protocol.ts'
import { acceptsAnyway, answers, type FaultName } from './faults.ts'

export interface AcceptedMail extends RawMail {
  readonly messageId: string
  readonly acceptedAt: number
  /** Who sent it: the first part of the endpoint's path, so that several workers can be told apart. */
  readonly worker: string
  /** Was a yes written to the wire? */
  answered: boolean
}

export interface StandInParts {
  /** The time that SES goes by. */
  readonly clock: () => number
  /** What happens to this send; undefined: it is taken. Called before anything is accepted. */
  readonly faultFor?: (mail: RawMail, worker: string) => FaultName | undefined
  /** Called when a mail was accepted, before its answer is written. */
  readonly onAccepted?: (mail: AcceptedMail) => void
  /** Called when the answer "yes" is on the wire. */
  readonly onAnswered?: (mail: AcceptedMail) => void
  readonly ratePerSecond?: number
  /** -1: no limit. */
  readonly max24HourSend?: number
}

export interface StandIn {
  readonly url: string
  readonly accepted: readonly AcceptedMail[]
  /** Every `SendRawEmail` that arrived, taken or not. */
  readonly requests: () => number
  /** The account or the configuration set is paused until it is resumed. */
  pause(what: 'paused-account' | 'paused-set' | undefined): void
  close(): Promise<void>
}

const dayMs = 86_400_000
const secondMs = 1_000

export async function startStandIn(parts: StandInParts): Promise<StandIn> {
  const { clock, faultFor, onAccepted, onAnswered, ratePerSecond = 1_000, max24HourSend = -1 } = parts
  const accepted: AcceptedMail[] = []
  let requests = 0
  let paused: FaultName | undefined

  const sentSince = (ageMs: number) => accepted.filter((mail) => mail.acceptedAt > clock() - ageMs).length
  const ownLimit = (): FaultName | undefined => {
    if (paused !== undefined) return paused
    if (max24HourSend >= 0 && sentSince(dayMs) >= max24HourSend) return 'daily-quota'
    return ratePerSecond < 1_000 && sentSince(secondMs) >= ratePerSecond ? 'rate' : undefined
  }
  const accept = (mail: RawMail, worker: string): AcceptedMail => {
    const taken = { ...mail, messageId: `message-${accepted.length + 1}`, acceptedAt: clock(), worker, answered: false }
    accepted.push(taken)
    onAccepted?.(taken)
    return taken
  }

  function send(mail: RawMail, worker: string, response: ServerResponse): void {
    requests += 1
    const fault = ownLimit() ?? faultFor?.(mail, worker)
    const taken = fault === undefined || acceptsAnyway.has(fault) ? accept(mail, worker) : undefined
    if (fault === undefined && taken !== undefined) {
      taken.answered = true
      response.end(sendRawEmailXml(taken.messageId, 'request'), () => onAnswered?.(taken))
      return
    }
    const answer = fault && answers[fault]
    if (answer !== undefined) response.writeHead(answer.status).end(faultXml(answer, 'request'))
    else if (fault === 'reset-before' || fault === 'reset-after') response.socket?.resetAndDestroy()
    // A stall says nothing and keeps the connection.
  }

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('latin1')) body += chunk
    const asked = parseSesRequest(body)
    const worker = (request.url ?? '').split('/')[1] ?? ''
    if (asked.action === 'SendRawEmail') return send(asked.mail, worker, response)
    const quota = { max24HourSend, maxSendRate: ratePerSecond, sentLast24Hours: sentSince(dayMs) }
    response.end(getSendQuotaXml(quota, 'request'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    requests: () => requests,
    pause(what) {
      paused = what
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
