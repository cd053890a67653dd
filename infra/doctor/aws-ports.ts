/** The account, through the SDK, as far as the doctor looks into it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { shardsOf } from '../../functions/aws/keys.ts'
import { createTable } from '../../functions/aws/table.ts'
import { createTableStore } from '../../functions/aws/table-store.ts'
import { openAccount } from '../commands/aws-account.ts'
import { once } from './once.ts'
import type { DoctorPorts, Secrets, Sns, Sqs, Subscription, Table } from './ports.ts'
import { openSes } from './ses-port.ts'
import { asked } from './unanswered.ts'

const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 6_000, throwOnRequestTimeout: true },
}

export function openAwsPorts(region: string): Omit<DoctorPorts, 'dns' | 'web' | 'clock'> {
  const account = openAccount(region)
  const client = { region, ...patience }
  return {
    account,
    stack: once(() => account.stack()),
    ses: openSes(new SESv2Client(client)),
    sns: openSns(new SNSClient(client)),
    sqs: openSqs(new SQSClient(client)),
    table: openTable(new DynamoDBClient(client)),
    secrets: openSecrets(new SecretsManagerClient(client)),
  }
}

function openSns(client: SNSClient): Sns {
  return {
    subscriptions: (topicArn) =>
      asked('sns:ListSubscriptionsByTopic', async () => {
        const found: Subscription[] = []
        for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
          { client },
          { TopicArn: topicArn },
        )) {
          for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of Subscriptions) {
            // Instead of an ARN: "PendingConfirmation", or "Deleted".
            found.push({ protocol: Protocol, endpoint: Endpoint, isConfirmed: SubscriptionArn.startsWith('arn:') })
          }
        }
        return found
      }),
  }
}

function openSqs(client: SQSClient): Sqs {
  return {
    messages: (queueUrl) =>
      asked('sqs:GetQueueAttributes', async () => {
        const { Attributes = {} } = await client.send(
          new GetQueueAttributesCommand({
            QueueUrl: queueUrl,
            AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
          }),
        )
        return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0)
      }),
  }
}

function openTable(client: DynamoDBClient): Table {
  const storeOf = (tableName: string) => createTableStore(createTable({ client, tableName }))
  return {
    oldestDue: (tableName, now) =>
      asked('dynamodb:Query', async () => {
        const store = storeOf(tableName)
        const shards = [...shardsOf('now'), ...shardsOf('due')]
        const firsts = await Promise.all(shards.map((shard) => store.whatIsDue(shard, now, { limit: 1 })))
        const times = firsts.flat().map(({ dueAt }) => dueAt)
        return times.length === 0 ? undefined : Math.min(...times)
      }),
    isSendingStopped: (tableName) => asked('dynamodb:GetItem', () => storeOf(tableName).isSendingStopped()),
  }
}

function openSecrets(client: SecretsManagerClient): Secrets {
  return {
    read: (arn) =>
      asked('secretsmanager:GetSecretValue', async () => {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
        return SecretString ?? ''
      }),
  }
}
