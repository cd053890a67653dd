/** Between worker and table: sees each conditional write of an enrolment before and after it lands. */
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type WriteKind = 'claim' | 'settle' | 'other'

interface SeenWrite {
  readonly kind: WriteKind
  readonly worker: string
}

export interface TableProxyParts {
  readonly tableUrl: string
  /** Called before the write is handed on; false: it never is. */
  readonly before: (write: SeenWrite) => boolean
  /** Called when the write has landed, before its answer goes back; false: the answer never does. */
  readonly after: (write: SeenWrite) => boolean
}

export interface TableProxy {
  readonly url: string
  close(): Promise<void>
}

export async function startTableProxy({ tableUrl, before, after }: TableProxyParts): Promise<TableProxy> {
  const target = new URL(tableUrl)
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const write = { kind: kindOf(request, body), worker: (request.url ?? '').split('/')[1] ?? '' }
    if (!before(write)) return void response.destroy()
    const headers = { ...request.headers, host: target.host }
    const onward = forward(
      { host: target.hostname, port: target.port, method: 'POST', path: '/', headers },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          if (!after(write)) return void response.destroy()
          response.writeHead(answer.statusCode ?? 500, answer.headers).end(Buffer.concat(parts))
        })
      },
    )
    onward.on('error', () => response.destroy())
    onward.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function kindOf(request: IncomingMessage, body: Buffer): WriteKind {
  if (!String(request.headers['x-amz-target']).endsWith('.UpdateItem')) return 'other'
  const update = JSON.parse(body.toString('utf8')) as { ConditionExpression?: string; UpdateExpression?: string }
  if (update.ConditionExpression?.includes('claim.#by')) return 'settle'
  return update.UpdateExpression?.includes('ADD') ? 'claim' : 'other'
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
