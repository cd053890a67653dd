/**
 * Between a function and its table: hands every request on and notes what it would have cost in the cloud. dynalite's own
 * `ConsumedCapacity` leaves index writes out, so each written item is looked at before and after.
 */
import { Agent, createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Item } from '../../functions/aws/attributes.ts'
import type { BenchTable } from './table.ts'
import { readCost, writeCost } from './units.ts'

export interface Cost {
  /** Operation and kind of item: `UpdateItem ENROLMENT`. */
  readonly request: string
  readonly writeUnits: number
  readonly readUnits: number
}

export interface Recorder {
  readonly url: string
  /** What came since it was last asked. Throws when a request came that there is no rule for. */
  costs(): readonly Cost[]
  close(): Promise<void>
}

/** The parts of a request's body that say what it touches. */
interface Touched {
  readonly Key?: Item
  readonly Item?: Item
  readonly IndexName?: string
  readonly ConsistentRead?: boolean
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export async function startRecorder(table: BenchTable): Promise<Recorder> {
  const target = new URL(table.endpoint)
  const agent = new Agent({ keepAlive: true })
  const unknown: string[] = []
  let costs: Cost[] = []

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    const touched = JSON.parse(body.toString('utf8')) as Touched
    const key = touched.Key ?? keyOf(touched.Item)
    const isWrite = ['UpdateItem', 'PutItem', 'DeleteItem'].includes(operation)
    const before = isWrite ? await itemNow(key) : undefined
    const answer = await handOn(request, body)
    const kind = touched.IndexName ?? key?.['sk']?.S?.split('#')[0] ?? ''
    const name = `${operation} ${kind}`.trim()
    if (isWrite) {
      costs.push({ request: name, writeUnits: writeCost(before, await itemNow(key)), readUnits: 0 })
    } else if (operation === 'GetItem' || operation === 'Query') {
      const consistency = touched.ConsistentRead ? 'strong' : 'eventual'
      costs.push({ request: name, writeUnits: 0, readUnits: readCost(itemsOf(answer), consistency) })
    } else {
      unknown.push(operation)
    }
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  async function itemNow(Key: Item | undefined): Promise<Item | undefined> {
    const get = new GetItemCommand({ TableName: table.tableName, Key, ConsistentRead: true })
    return (await table.client.send(get)).Item
  }

  function handOn(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const headers = { ...request.headers, host: target.host }
    const { hostname: host, port } = target
    return new Promise((resolve, reject) => {
      const onward = forward({ host, port, method: 'POST', path: '/', headers, agent }, async (answer) =>
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) }),
      )
      onward.on('error', reject)
      onward.end(body)
    })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    costs() {
      if (unknown.length > 0) throw new Error(`No rule for the cost of ${unknown.join(', ')}`)
      const since = costs
      costs = []
      return since
    },
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Nothing here filters: what a query looked at is what it found. */
function itemsOf({ body }: Answer): readonly Item[] {
  const { Item: one, Items: many = [] } = JSON.parse(body.toString('utf8')) as { Item?: Item; Items?: readonly Item[] }
  return one === undefined ? many : [one]
}

function keyOf(item: Item | undefined): Item | undefined {
  const { pk, sk } = item ?? {}
  return pk && sk && { pk, sk }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
