import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { LambdaContext } from './lambda-context.ts'

export type WebHandler = (
  event: APIGatewayProxyEventV2,
  context: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>

export type DeliverHandler = (event: { lane: number; lanes: number }, context: LambdaContext) => Promise<unknown>

export type FeedbackHandler = (event: SQSEvent, context: LambdaContext) => Promise<SQSBatchResponse>

/** The three Lambdas: the same files that are deployed. */
export interface Handlers {
  readonly web: WebHandler
  readonly deliver: DeliverHandler
  readonly feedback: FeedbackHandler
}
