/** SES's classic API as a tiny server that can refuse, stall and reset; it keeps what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the endpoint answers one request whose body it has read. */
export type SesAnswer =
  | { readonly kind: 'accept'; readonly messageId?: string }
  | { readonly kind: 'fault'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly kind: 'quota'; readonly max24HourSend: number; readonly maxSendRate: number; readonly sent: number }
  /** The connection is cut after the body was read: nobody knows. */
  | { readonly kind: 'reset' }
  /** Never answers. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'text'; readonly status: number; readonly body: string }

export interface SesEndpoint {
  readonly url: string
  /** The forms that arrived, whole, in order. */
  readonly requests: readonly URLSearchParams[]
  /** `SendRawEmail` only. */
  readonly sends: readonly URLSearchParams[]
  answerSends(answer: SesAnswer): void
  answerQuota(answer: SesAnswer): void
  close(): Promise<void>
}

export const fault = (code: string, message = 'No.', status = 400): SesAnswer => ({
  kind: 'fault',
  status,
  code,
  message,
})

export async function startSesEndpoint(): Promise<SesEndpoint> {
  const requests: URLSearchParams[] = []
  let onSend: SesAnswer = { kind: 'accept' }
  let onQuota: SesAnswer = { kind: 'quota', max24HourSend: 50_000, maxSendRate: 14, sent: 0 }
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request))
    requests.push(form)
    answer(response, form.get('Action') === 'GetSendQuota' ? onQuota : onSend, form.get('Action') ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get sends() {
      return requests.filter((form) => form.get('Action') === 'SendRawEmail')
    },
    answerSends(next) {
      onSend = next
    },
    answerQuota(next) {
      onQuota = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('latin1')) body += chunk
  return body
}

function answer(response: ServerResponse, how: SesAnswer, action: string): void {
  if (how.kind === 'reset') response.socket?.resetAndDestroy()
  if (how.kind === 'reset' || how.kind === 'stall') return
  const { status, body } = written(how, action)
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
}

type WrittenAnswer = Exclude<SesAnswer, { kind: 'reset' | 'stall' }>

function written(how: WrittenAnswer, action: string): { readonly status: number; readonly body: string } {
  switch (how.kind) {
    case 'accept':
      return result(action, `<MessageId>${how.messageId ?? 'message-1'}</MessageId>`)
    case 'quota':
      return result(
        action,
        `<Max24HourSend>${how.max24HourSend}</Max24HourSend><MaxSendRate>${how.maxSendRate}</MaxSendRate>` +
          `<SentLast24Hours>${how.sent}</SentLast24Hours>`,
      )
    case 'fault':
      return { status: how.status, body: faultXml(how.code, how.message) }
    case 'text':
      return { status: how.status, body: how.body }
    default:
      how satisfies never
      throw new TypeError('No such answer')
  }
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'

const faultXml = (code: string, message: string) =>
  `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message>` +
  '</Error><RequestId>request-1</RequestId></ErrorResponse>'

const result = (action: string, fields: string) => ({
  status: 200,
  body:
    `<${action}Response xmlns="${namespace}"><${action}Result>${fields}</${action}Result>` +
    `<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></${action}Response>`,
})
