/** Not measured: an embedded DynamoDB in a process of its own. */
import { startEmbeddedTable } from '../support/embedded-table.ts'
import { answering } from './answering.ts'

export interface TableReady {
  readonly endpoint: string
  readonly tableName: string
}

const { endpoint, tableName } = await startEmbeddedTable()
answering({ endpoint, tableName } satisfies TableReady, () => undefined)
