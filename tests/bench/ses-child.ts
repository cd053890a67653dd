/** Not measured: a stand-in for SES that takes everything at once and keeps nothing but a count. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getSendQuotaXml, sendRawEmailXml } from '../../infra/local/ses-protocol.ts'
import { answering } from './answering.ts'

export interface SesReady {
  readonly url: string
}

/** A mail's form is some forty thousand bytes, the question for the quota some forty. */
const quotaFormMost = 1_000
/** Far beyond what one process can send, so that nobody waits for a turn. */
const unlimited = { max24HourSend: -1, maxSendRate: 1e9, sentLast24Hours: 0 }
let taken = 0

const server = createServer(async (request, response) => {
  const bytes = await sizeOf(request)
  if (bytes <= quotaFormMost) return void response.end(getSendQuotaXml(unlimited, 'request'))
  taken += 1
  response.end(sendRawEmailXml(`message-${taken}`, 'request'))
})
// On a busy machine a connection may rest for longer than Node's five seconds, and be closed as it is used again.
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answering({ url } satisfies SesReady, () => {
    const since = taken
    taken = 0
    return since
  })
})

async function sizeOf(request: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const chunk of request) bytes += (chunk as Buffer).length
  return bytes
}
