/** The two tables of a restore, through the SDK. */
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { Item } from '../../functions/aws/attributes.ts'
import { createTable } from '../../functions/aws/table.ts'
import { createTableStore } from '../../functions/aws/table-store.ts'
import type { RestoreTables } from './run-restore.ts'

export function openTables(client: DynamoDBClient, from: string, into: string): RestoreTables {
  const table = createTable({ client, tableName: into })
  return {
    async *earlier(): AsyncGenerator<Item> {
      for await (const { Items = [] } of paginateScan({ client }, { TableName: from })) yield* Items
    },
    present: (key) => table.get(key, 'strong'),
    putNew: (item) => table.putNew(item),
    isSendingStopped: () => createTableStore(table).isSendingStopped(),
  }
}

export const clientIn = (region: string): DynamoDBClient => new DynamoDBClient({ region })
