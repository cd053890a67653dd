/** One DynamoDB table seen as four verbs. Translates the one failure that we expect: a condition that does not hold. */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { type Item, text } from './attributes.ts'
import type { ItemKey } from './keys.ts'
import { type Update, updateExpression } from './update-expression.ts'

/** `doubtful`: the condition failed on a retry, so an earlier try of the very same write may have landed. */
export type Written =
  | { readonly done: true; readonly item: Item }
  | { readonly done: false; readonly doubtful: boolean }

export type Table = ReturnType<typeof createTable>

/** Answers: the table of this name, through this client. */
export function createTable({ client, tableName }: { client: DynamoDBClient; tableName: string }) {
  const keyOf = ({ pk, sk }: ItemKey) => ({ pk: text(pk), sk: text(sk) })
  return {
    async get(key: ItemKey, read: 'strong' | 'eventual' = 'eventual'): Promise<Item | undefined> {
      const ConsistentRead = read === 'strong'
      const answer = await client.send(new GetItemCommand({ TableName: tableName, Key: keyOf(key), ConsistentRead }))
      return answer.Item
    },

    /** False when an item with this key exists. */
    async putNew(item: Item): Promise<boolean> {
      const put = new PutItemCommand({
        TableName: tableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      return (await attempt(async () => ({ item: (await client.send(put)).Attributes ?? {} }))).done
    },

    async update(key: ItemKey, update: Update): Promise<Written> {
      const parameters = updateExpression(update)
      const command = new UpdateItemCommand({
        TableName: tableName,
        Key: keyOf(key),
        ReturnValues: 'ALL_NEW',
        ...parameters,
      })
      return attempt(async () => ({ item: (await client.send(command)).Attributes ?? {} }))
    },

    async delete(key: ItemKey): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(key) }))
    },

    /** All items of a partition whose sort key begins with this. */
    async queryAll(pk: string, skPrefix: string, read: 'strong' | 'eventual' = 'eventual'): Promise<readonly Item[]> {
      return all({
        ConsistentRead: read === 'strong',
        KeyConditionExpression: skPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': text(pk), ...(skPrefix === '' ? {} : { ':sk': text(skPrefix) }) },
      })
    },

    async queryPage(input: Omit<QueryCommandInput, 'TableName'>): Promise<readonly Item[]> {
      return (await client.send(new QueryCommand({ TableName: tableName, ...input }))).Items ?? []
    },
  }

  async function all(input: Omit<QueryCommandInput, 'TableName'>): Promise<readonly Item[]> {
    const items: Item[] = []
    let from: Item | undefined
    do {
      const answer = await client.send(
        new QueryCommand({ TableName: tableName, ...input, ...(from ? { ExclusiveStartKey: from } : {}) }),
      )
      items.push(...(answer.Items ?? []))
      from = answer.LastEvaluatedKey
    } while (from)
    return items
  }
}

async function attempt(write: () => Promise<{ item: Item }>): Promise<Written> {
  try {
    return { done: true, ...(await write()) }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return { done: false, doubtful: (error.$metadata.attempts ?? 1) > 1 }
  }
}
