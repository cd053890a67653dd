import type { Item } from '../../functions/aws/attributes.ts'
import type { ItemKey } from '../../functions/aws/keys.ts'
import { tableDefinition } from '../../functions/aws/table-definition.ts'
import { listenWith } from './listen.ts'

export interface LocalTable {
  readonly url: string
  get(key: ItemKey): Promise<Item | undefined>
  close(): Promise<void>
}

/** DynamoDB inside this process, kept in `folder`, with the table in it; makes the table at the first start. */
export async function startTable({ folder, tableName }: { folder: string; tableName: string }): Promise<LocalTable> {
  const { default: dynalite } = await import('dynalite')
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const { port, close } = await listenWith(server, { port: 0 })
  const url = `http://127.0.0.1:${port}`
  try {
    const made = await ask(url, 'CreateTable', tableDefinition(tableName))
    const existsAlready = String(made['__type']).endsWith('#ResourceInUseException')
    if ('__type' in made && !existsAlready)
      throw new Error(`The local table could not be made: ${JSON.stringify(made)}`)
    // A table that was just made is not there at once, even with no delay set.
    while (!(await isActive(url, tableName)));
  } catch (error) {
    await close()
    throw error
  }
  return {
    url,
    close,
    async get({ pk, sk }) {
      const answer = await ask(url, 'GetItem', { TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } } })
      return answer['Item'] as Item | undefined
    },
  }
}

async function isActive(url: string, tableName: string): Promise<boolean> {
  const { Table } = await ask(url, 'DescribeTable', { TableName: tableName })
  return (Table as { TableStatus?: string } | undefined)?.TableStatus === 'ACTIVE'
}

/**
 * One request without the SDK: only `functions/aws` may import it, and nothing here is signed for anybody. The server
 * wants the parts of a signature to be there and does not check them.
 */
async function ask(url: string, operation: string, input: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=none',
    },
    body: JSON.stringify(input),
  })
  return (await answer.json()) as Record<string, unknown>
}
