import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Store } from '../journey/ports.ts'
import { createTable } from './table.ts'
import { createTableStore } from './table-store.ts'

const connectionTimeoutMs = 2_000
/** DynamoDB answers in milliseconds or not at all; the SDK then tries again, which single conditional writes allow. */
const requestTimeoutMs = 4_000

/** The store in the table of this name, with the function's own credentials and Region. */
export function openTableStore(tableName: string): Store {
  const client = new DynamoDBClient({
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  })
  return createTableStore(createTable({ client, tableName }))
}
