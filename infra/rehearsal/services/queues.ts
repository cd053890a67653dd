/** SQS: messages that are received, hidden, deleted, and moved to the dead letters after too many receives. */
import { randomUUID } from 'node:crypto'
import type { Instant } from '../../../functions/domain/instant.ts'
import type { Service } from '../recorder.ts'
import { type Cloud, type Properties, recordOf } from '../template.ts'

export interface Message {
  readonly id: string
  readonly body: string
  readonly sentAt: Instant
  receives: number
  visibleAt: Instant
}

interface RehearsalQueue {
  readonly messages: readonly Message[]
  readonly visibilityTimeoutSeconds: number
  send(body: string): void
  receive(most: number): readonly Message[]
  delete(id: string): void
}

export interface RehearsalQueues {
  readonly service: Service
  byArn(arn: string): RehearsalQueue
}

export function createQueues(cloud: Cloud, clock: () => Instant): RehearsalQueues {
  const queues = new Map<string, RehearsalQueue>()
  const byArn = (arn: string) => {
    const queue = queues.get(arn)
    if (queue === undefined) throw new TypeError(`There is no queue ${arn}.`)
    return queue
  }
  for (const [id, properties] of cloud.ofType('AWS::SQS::Queue')) {
    queues.set(cloud.attribute(id, 'Arn'), createQueue(properties, byArn, clock))
  }
  const byUrl = (url: string) => byArn(cloud.attribute(cloud.idOf(url), 'Arn'))
  return {
    byArn,
    async service({ input }) {
      const { messages } = byUrl(String(input['QueueUrl']))
      const visible = messages.filter(({ visibleAt }) => visibleAt <= clock()).length
      const Attributes = {
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(messages.length - visible),
        ApproximateNumberOfMessagesDelayed: '0',
      }
      return { status: 200, contentType: 'application/x-amz-json-1.0', body: JSON.stringify({ Attributes }) }
    },
  }
}

function createQueue(
  properties: Properties,
  byArn: (arn: string) => RehearsalQueue,
  clock: () => Instant,
): RehearsalQueue {
  const messages: Message[] = []
  const visibilityTimeoutSeconds = Number(properties['VisibilityTimeout'] ?? 30)
  const redrive = properties['RedrivePolicy'] === undefined ? undefined : recordOf(properties, 'RedrivePolicy')
  const drop = (id: string) => {
    const index = messages.findIndex((message) => message.id === id)
    if (index >= 0) messages.splice(index, 1)
  }

  function bury(message: Message, { deadLetterTargetArn }: Properties): void {
    drop(message.id)
    byArn(String(deadLetterTargetArn)).send(message.body)
  }

  return {
    messages,
    visibilityTimeoutSeconds,
    send: (body) => void messages.push({ id: randomUUID(), body, sentAt: clock(), receives: 0, visibleAt: clock() }),
    receive(most) {
      const now = clock()
      const waiting = messages.filter(({ visibleAt }) => visibleAt <= now).slice(0, most)
      return waiting.filter((message) => {
        message.receives++
        message.visibleAt = now + visibilityTimeoutSeconds * 1_000
        if (redrive === undefined || message.receives <= Number(redrive['maxReceiveCount'])) return true
        bury(message, redrive)
        return false
      })
    },
    delete: drop,
  }
}
