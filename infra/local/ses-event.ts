import { randomUUID } from 'node:crypto'
import type { SQSEvent } from 'aws-lambda'
import type { MailRecord } from './inbox/mail-index.ts'

/** The `Send` event that SES publishes through the configuration set (facts: SES, event publishing to SNS). */
function toSendEvent(mail: MailRecord, configurationSet: string): object {
  const tags = { 'ses:configuration-set': configurationSet, ...mail.tags }
  return {
    eventType: 'Send',
    send: {},
    mail: {
      timestamp: new Date(mail.sentAt).toISOString(),
      source: mail.from,
      sourceArn: `arn:aws:ses:us-east-1:000000000000:identity/${mail.from}`,
      sendingAccountId: '000000000000',
      messageId: mail.id,
      destination: mail.to.split(', '),
      headersTruncated: false,
      headers: [],
      commonHeaders: { from: [mail.from], to: mail.to.split(', '), messageId: mail.id, subject: mail.subject },
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  }
}

/** How the topic hands the event to the queue and the queue to the function: an SNS envelope in an SQS record. */
export function toQueueEvent(mails: readonly MailRecord[], configurationSet: string): SQSEvent {
  return {
    Records: mails.map((mail) => {
      const body = {
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: 'arn:aws:sns:us-east-1:000000000000:mail-feedback',
        Subject: 'Amazon SES Email Event Notification',
        Message: JSON.stringify(toSendEvent(mail, configurationSet)),
        Timestamp: new Date(mail.sentAt).toISOString(),
      }
      return {
        messageId: mail.id,
        receiptHandle: mail.id,
        body: JSON.stringify(body),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: String(mail.sentAt),
          SenderId: 'local',
          ApproximateFirstReceiveTimestamp: String(mail.sentAt),
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:mail-feedback',
        awsRegion: 'us-east-1',
      }
    }),
  }
}
