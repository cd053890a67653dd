/** What AWS hands to the functions: SES's events as the topic wraps them, SQS batches, HTTP API requests. */
import type { SQSEvent } from 'aws-lambda'
import type { LambdaEvent } from 'hono/aws-lambda'
import type { Instant } from '../../functions/domain/instant.ts'

export interface SesEventWish {
  readonly eventType?: string
  /** The object beside `mail`, such as `bounce`. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly learner?: string
  readonly path?: string
  readonly step?: string
  readonly attempt?: number
  readonly address?: string
  /** When SES took the mail. */
  readonly acceptedAt?: Instant
}

const acceptedAtDefault = Date.parse('2027-03-01T06:00:00Z')

/** As SES publishes it (docs.aws.amazon.com, event-publishing-retrieving-sns-examples). */
export function sesEventFactory(wish: SesEventWish = {}) {
  const { learner = 'lrn_lou', path = 'engineer-to-producer', step = 'E01', attempt = 1 } = wish
  const { eventType = 'Send', address = 'ada@example.com', acceptedAt = acceptedAtDefault } = wish
  return {
    eventType,
    mail: {
      timestamp: new Date(acceptedAt).toISOString(),
      source: 'lessons@talkback.example',
      sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/talkback.example',
      sendingAccountId: '000000000000',
      messageId: 'message-1',
      destination: [address],
      headersTruncated: false,
      headers: [{ name: 'To', value: `<${address}>` }],
      commonHeaders: { to: [address], subject: 'E01' },
      tags: {
        'ses:configuration-set': ['talkback'],
        learner: [learner],
        path: [path],
        step: [step],
        attempt: [String(attempt)],
      },
    },
    ...wish.detail,
  }
}

/** A bounce of this type and subtype. */
export function bounceFactory(bounceType: string, bounceSubType: string, wish: SesEventWish = {}) {
  const { address = 'ada@example.com', acceptedAt = acceptedAtDefault } = wish
  const bounce = {
    bounceType,
    bounceSubType,
    bouncedRecipients: [
      { emailAddress: address, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' },
    ],
    timestamp: new Date(acceptedAt + 1_000).toISOString(),
    feedbackId: 'feedback-1',
    reportingMTA: 'dns; mx.example.com',
  }
  return sesEventFactory({ ...wish, eventType: 'Bounce', detail: { bounce } })
}

export function complaintFactory(wish: SesEventWish = {}) {
  const { address = 'ada@example.com', acceptedAt = acceptedAtDefault } = wish
  const timestamp = new Date(acceptedAt + 2_000).toISOString()
  const complaint = { complainedRecipients: [{ emailAddress: address }], timestamp, feedbackId: 'feedback-2' }
  return sesEventFactory({ ...wish, eventType: 'Complaint', detail: { complaint } })
}

/** As the topic hands it to the queue. */
export function inEnvelope(event: unknown): string {
  return JSON.stringify({
    Type: 'Notification',
    MessageId: 'notification-1',
    TopicArn: 'arn:aws:sns:us-east-1:000000000000:mail-feedback',
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(event),
    Timestamp: '2027-03-01T06:00:01.000Z',
  })
}

/** A batch of messages, named `m0`, `m1`, … */
export function sqsEventFactory(bodies: readonly string[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      receiptHandle: `receipt-${index}`,
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1772344800000',
        SenderId: 'AIDAEXAMPLE',
        ApproximateFirstReceiveTimestamp: '1772344800000',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:mail-feedback',
      awsRegion: 'us-east-1',
    })),
  }
}

type HttpApiEvent = Extract<LambdaEvent, { rawPath: string }>

/** A request as an HTTP API hands it over (payload format 2.0): forms come in base64. */
export function httpEventFactory(method: string, path: string, form?: Readonly<Record<string, string>>): HttpApiEvent {
  const [rawPath = '/', rawQueryString = ''] = path.split('?')
  const headers = { host: 'learn.example.org', 'content-type': 'application/x-www-form-urlencoded' }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      authentication: null,
      authorizer: {},
      domainName: 'learn.example.org',
      domainPrefix: 'learn',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '01/Mar/2027:06:00:00 +0000',
      timeEpoch: 1_772_344_800_000,
    },
    body: form === undefined ? null : Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
    isBase64Encoded: form !== undefined,
  }
}
