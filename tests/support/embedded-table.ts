/** DynamoDB inside the test process: the real store speaks to it through the real SDK, over loopback. */
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import type { Item } from '../../functions/aws/attributes.ts'
import { createTable } from '../../functions/aws/table.ts'
import { tableDefinition } from '../../functions/aws/table-definition.ts'
import { createTableStore } from '../../functions/aws/table-store.ts'
import type { Store } from '../../functions/journey/ports.ts'

export interface EmbeddedTable {
  readonly store: Store
  readonly client: DynamoDBClient
  readonly endpoint: string
  readonly tableName: string
  /** Every item there is, as DynamoDB holds it. */
  items(): Promise<readonly Item[]>
  close(): Promise<void>
}

/** An empty table, kept in memory only. */
export async function startEmbeddedTable(): Promise<EmbeddedTable> {
  const server = dynalite({ createTableMs: 0 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tableName = 'talkback-test'
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  await client.send(new CreateTableCommand(tableDefinition(tableName)))
  // As in the cloud, a table that was just created is not there at once, even with no delay set.
  const status = async () => (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table?.TableStatus
  while ((await status()) !== 'ACTIVE');
  return {
    store: createTableStore(createTable({ client, tableName })),
    client,
    endpoint,
    tableName,
    async items() {
      return (await client.send(new ScanCommand({ TableName: tableName }))).Items ?? []
    },
    async close() {
      client.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
