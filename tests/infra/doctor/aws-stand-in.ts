/** AWS on loopback, as the doctor's SDK clients meet it: answers by action, or refuses. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What to answer: JSON for the services that speak it, XML for SNS; a fault by its name, with a message where that counts. */
export type Answers = Readonly<Record<string, unknown>>

export interface StandIn {
  readonly url: string
  /** The actions asked for, in order. */
  readonly actions: readonly string[]
  close(): Promise<void>
}

export const refusal = { fault: 'AccessDeniedException' }

export async function startAws(answers: Answers): Promise<StandIn> {
  const actions: string[] = []
  const server = createServer(async (request, response) => {
    const action = actionOf(request, await textOf(request))
    actions.push(action)
    const answer = answers[action] ?? refusal
    const fault = (answer as { fault?: string }).fault
    // The query protocol sends a form and hears XML.
    const isQuery = request.headers['content-type']?.includes('form-urlencoded') === true
    response.writeHead(fault === undefined ? 200 : 400, { 'content-type': isQuery ? 'text/xml' : 'application/json' })
    response.end(isQuery ? asXml(answer, fault) : asJson(answer, fault))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    actions,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const asXml = (answer: unknown, fault: string | undefined) =>
  fault === undefined
    ? String(answer)
    : `<ErrorResponse><Error><Code>${fault}</Code><Message>${messageOf(answer)}</Message></Error></ErrorResponse>`

const asJson = (answer: unknown, fault: string | undefined) =>
  JSON.stringify(fault === undefined ? answer : { __type: fault, message: messageOf(answer) })

const messageOf = (answer: unknown) => (answer as { message?: string }).message ?? 'no'

/** By the header of the JSON protocols, the form of the query protocol, or the path of SES's REST. */
function actionOf(request: IncomingMessage, body: string): string {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1)
  return new URLSearchParams(body).get('Action') ?? `GET ${decodeURIComponent(request.url ?? '')}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}
