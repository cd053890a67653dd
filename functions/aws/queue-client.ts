/** The queue's client, in a file of its own in the deployment too: it is loaded when it is needed, which is hardly ever. */
export { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
