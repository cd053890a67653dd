/** An embedded table in a process of its own, and a quick way to fill it. */
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { enrolmentItem } from '../../functions/aws/enrolment-item.ts'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { startStandIn } from './child.ts'
import type { TableReady } from './table-child.ts'

export interface BenchTable extends TableReady {
  readonly client: DynamoDBClient
  /** Writes these enrolments, over those that are there. */
  load(enrolments: readonly Enrolment[]): Promise<void>
  close(): Promise<void>
}

const itemsAtOnce = 25

export async function startTable(): Promise<BenchTable> {
  const child = await startStandIn<TableReady>('./table-child.ts')
  const { endpoint, tableName } = child.ready
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials })
  return {
    endpoint,
    tableName,
    client,
    async load(enrolments) {
      for (let start = 0; start < enrolments.length; start += itemsAtOnce) {
        const puts = enrolments.slice(start, start + itemsAtOnce)
        const requests = puts.map((enrolment) => ({ PutRequest: { Item: enrolmentItem(enrolment) } }))
        await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }))
      }
    },
    async close() {
      client.destroy()
      await child.close()
    },
  }
}
