/** SNS: who publishes to a topic, and what its subscriptions in the template make of it. */
import { randomUUID } from 'node:crypto'
import type { Ledger } from './ledger.ts'
import type { RehearsalQueues } from './services/queues.ts'
import { type Cloud, type Properties, recordOf, textOf } from './template.ts'

interface Letter {
  readonly address: string
  readonly text: string
}

export interface Topics {
  /** What went to people. */
  readonly letters: readonly Letter[]
  /** A service of AWS publishes in the name of one of the account's resources. */
  publish(topic: string, by: { readonly service: string; readonly source: string }, text: string): void
  /** The next delivery to a queue fails, as it does when the queue is gone for a while. */
  loseNext(): void
}

export function createTopics(parts: { cloud: Cloud; ledger: Ledger; queues: RehearsalQueues }): Topics {
  const { cloud, ledger, queues } = parts
  const letters: Letter[] = []
  const subscriptions = cloud.ofType('AWS::SNS::Subscription').map(([, subscription]) => subscription)
  let isLost = false

  function send(topic: string, queue: string, body: string): void {
    ledger.demand({
      by: { service: 'sns.amazonaws.com' },
      action: 'sqs:SendMessage',
      resources: [queue],
      context: {
        'aws:securetransport': 'true',
        'aws:sourceaccount': cloud.place.account,
        'aws:sourcearn': topic,
      },
    })
    queues.byArn(queue).send(body)
  }

  function deliver(subscription: Properties, topic: string, text: string): void {
    const [protocol, endpoint] = [textOf(subscription, 'Protocol'), textOf(subscription, 'Endpoint')]
    if ('FilterPolicy' in subscription) throw new TypeError('The rehearsal does not know filters of subscriptions.')
    if (protocol === 'email') {
      letters.push({ address: endpoint, text })
      return
    }
    if (protocol !== 'sqs') throw new TypeError(`The rehearsal does not deliver to ${protocol}.`)
    const body = subscription['RawMessageDelivery'] === true ? text : enveloped(topic, text)
    const fallback = () => textOf(recordOf(subscription, 'RedrivePolicy'), 'deadLetterTargetArn')
    send(topic, isLost ? fallback() : endpoint, body)
    isLost = false
  }

  return {
    letters,
    publish(topic, { service, source }, text) {
      ledger.demand({
        by: { service },
        action: 'sns:Publish',
        resources: [topic],
        context: {
          'aws:securetransport': 'true',
          'aws:sourceaccount': cloud.place.account,
          'aws:sourcearn': source,
        },
      })
      for (const subscription of subscriptions) {
        if (subscription['TopicArn'] === topic) deliver(subscription, topic, text)
      }
    },
    loseNext() {
      isLost = true
    },
  }
}

function enveloped(topic: string, text: string): string {
  return JSON.stringify({ Type: 'Notification', MessageId: randomUUID(), TopicArn: topic, Message: text })
}
