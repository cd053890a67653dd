import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { LearnerTable } from './learner-table.ts'
import type { LinkKeys } from './link-keys.ts'
import { ServiceFunction } from './service-function.ts'

const timeoutSeconds = 30
/** Lambda asks for six times the function's timeout, beside the time it collects a batch. */
const visibilityTimeouts = 6
const batchWindowSeconds = 10

export interface MailFeedbackProps {
  readonly configurationSet: ConfigurationSet
  readonly table: LearnerTable
  readonly keys: LinkKeys
  readonly logRetention: RetentionDays
}

/** SES's events on their way to the table: configuration set → topic → queue → `feedback`. */
export class MailFeedback extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue
  readonly feedback: ServiceFunction<'feedback'>

  constructor(scope: Construct, id: string, props: MailFeedbackProps) {
    super(scope, id)
    const { table, keys } = props
    const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: 'talkback-feedback-dead-letters',
      retentionPeriod: Duration.days(14),
      ...encrypted,
    })
    this.queue = new Queue(this, 'Queue', {
      queueName: 'talkback-feedback',
      visibilityTimeout: Duration.seconds(visibilityTimeouts * timeoutSeconds + batchWindowSeconds),
      // Shorter than the dead letters': a message keeps its age when it moves.
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      ...encrypted,
    })
    const topic = new Topic(this, 'Topic', { enforceSSL: true })
    topic.addSubscription(
      new SqsSubscription(this.queue, { rawMessageDelivery: true, deadLetterQueue: this.deadLetters }),
    )
    props.configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(topic),
      // Not DELIVERY: it costs more than it tells.
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    })
    this.feedback = new ServiceFunction(this, 'Feedback', {
      name: 'feedback',
      description: "Talkback: SES's events → what is known of a delivery and a learner",
      environment: { TABLE_NAME: table.table.tableName, ADDRESS_KEY: keys.addressKey.secretArn },
      permissions: [table.items('GetItem', 'Query', 'UpdateItem'), keys.reading(keys.addressKey), this.receiving()],
      memoryMb: 256,
      timeoutSeconds,
      logRetention: props.logRetention,
    })
    const source = new EventSourceMapping(this, 'Source', {
      target: this.feedback.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: 50,
      maxBatchingWindow: Duration.seconds(batchWindowSeconds),
      maxConcurrency: 10,
      reportBatchItemFailures: true,
    })
    source.node.addDependency(this.feedback)
  }

  /** Answers: permission to see how many events wait or died: silence proves nothing while some do. */
  watching(): PolicyStatement {
    return new PolicyStatement({
      actions: ['sqs:GetQueueAttributes'],
      resources: [this.queue.queueArn, this.deadLetters.queueArn],
    })
  }

  /** Both queues as the functions' environment names them. */
  get queueUrls(): string {
    return [this.queue.queueUrl, this.deadLetters.queueUrl].join(',')
  }

  private receiving(): PolicyStatement {
    return new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [this.queue.queueArn],
    })
  }
}
