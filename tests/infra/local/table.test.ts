import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LocalTable, startTable } from '../../../infra/local/table.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-table-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function withTable(act: (client: DynamoDBClient, table: LocalTable) => Promise<void>) {
  const table = await startTable({ folder, tableName: 'talkback' })
  const client = new DynamoDBClient({
    endpoint: table.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  try {
    await act(client, table)
  } finally {
    client.destroy()
    await table.close()
  }
}

describe('the local table', () => {
  it('keeps its items, and its index, over a restart', async () => {
    const key = { pk: { S: 'LEARNER#1' }, sk: { S: 'ENROLMENT#path' } }
    const due = { dueShard: { S: 'DUE#07' }, dueAt: { S: '2026-11-24T07:00:00.000Z' } }
    await withTable(async (client) => {
      await client.send(new PutItemCommand({ TableName: 'talkback', Item: { ...key, ...due } }))
    })

    await withTable(async (client, table) => {
      const read = await client.send(new GetItemCommand({ TableName: 'talkback', Key: key }))
      expect(read.Item).toEqual({ ...key, ...due })
      expect(await table.get({ pk: 'LEARNER#1', sk: 'ENROLMENT#path' })).toEqual({ ...key, ...due })
      const found = await client.send(
        new QueryCommand({
          TableName: 'talkback',
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard',
          ExpressionAttributeValues: { ':shard': due.dueShard },
        }),
      )
      expect(found.Count).toBe(1)
    })
  })

  it('fails with what DynamoDB says when it cannot be made, and closes', async () => {
    await expect(startTable({ folder, tableName: '!' })).rejects.toThrow(/could not be made: .*validation/i)
    // Nothing is left open: the folder opens again.
    await withTable(async () => {})
  })
})
