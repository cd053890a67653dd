/** The table, made in embedded DynamoDB from the template's own properties. */
import { listenWith } from '../../local/listen.ts'
import type { Service } from '../recorder.ts'
import type { Cloud, Properties } from '../template.ts'

export interface RehearsalTable {
  readonly service: Service
  /** Every item there is, its values as plain text. */
  items(): Promise<readonly Readonly<Record<string, string>>[]>
  close(): Promise<void>
}

/** What `CreateTable` takes of a table's properties. The others are settings of the service: recovery, protection, encryption. */
const ofApi = ['AttributeDefinitions', 'KeySchema', 'BillingMode', 'GlobalSecondaryIndexes'] as const

export async function startTable(cloud: Cloud): Promise<RehearsalTable> {
  const [[id, properties] = [], ...others] = cloud.ofType('AWS::DynamoDB::GlobalTable')
  if (id === undefined || properties === undefined || others.length > 0)
    throw new TypeError('There should be one table.')
  const TableName = cloud.ref(id)
  const { default: dynalite } = await import('dynalite')
  const { port, close } = await listenWith(dynalite({ createTableMs: 0 }), { port: 0 })
  const url = `http://127.0.0.1:${port}`
  await ask(url, 'CreateTable', { TableName, ...Object.fromEntries(ofApi.map((name) => [name, properties[name]])) })
  while (!(await isActive(url, TableName)));
  return {
    close,
    async service({ operation, body }) {
      const answer = await post(url, operation, body)
      return { status: answer.status, contentType: 'application/x-amz-json-1.0', body: await answer.text() }
    },
    async items() {
      const { Items } = await ask(url, 'Scan', { TableName })
      return (Items as readonly Readonly<Record<string, Properties>>[]).map((item) =>
        Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)])),
      )
    },
  }
}

function plain(value: Properties): string {
  const [content] = Object.values(value)
  return Array.isArray(content) ? content.join(' ') : String(content)
}

async function isActive(url: string, TableName: string): Promise<boolean> {
  const { Table } = await ask(url, 'DescribeTable', { TableName })
  return (Table as Properties | undefined)?.['TableStatus'] === 'ACTIVE'
}

async function ask(url: string, operation: string, input: object): Promise<Properties> {
  const answer = (await (await post(url, operation, JSON.stringify(input))).json()) as Properties
  if ('__type' in answer) throw new Error(`Embedded DynamoDB refuses ${operation}: ${JSON.stringify(answer)}`)
  return answer
}

/** The server wants the parts of a signature to be there and does not check them. */
function post(url: string, operation: string, body: string): Promise<Response> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=none',
  }
  return fetch(url, { method: 'POST', headers, body })
}
