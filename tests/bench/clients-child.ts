/**
 * Measured by its import alone: what any such function has to load and to make before its first call, the two clients
 * with their commands, nothing of ours.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'

export {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
export { GetSendQuotaCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
export const clients = [new DynamoDBClient(), new SESClient({ maxAttempts: 1 })]
