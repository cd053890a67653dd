import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'

/** Route names, never paths: those hold tokens. No address of a person either. */
export const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  fault: '$context.integrationErrorMessage',
} as const

export const accessLogFormat = AccessLogFormat.custom(JSON.stringify(accessLogFields))
