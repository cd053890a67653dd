/** Lambda's own pollers: they read a queue with the function's role and hand it over in batches. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { RehearsalFunctions } from './functions.ts'
import type { Ledger } from './ledger.ts'
import type { Message, RehearsalQueues } from './services/queues.ts'
import { type Cloud, listOf, type Properties, textOf } from './template.ts'

export interface EventSources {
  readonly queues: readonly string[]
  /** Reads every queue until nothing is visible in it. */
  drain(): Promise<void>
}

interface EventSourcesParts {
  readonly cloud: Cloud
  readonly ledger: Ledger
  readonly functions: RehearsalFunctions
  readonly queues: RehearsalQueues
}

export function createEventSources(parts: EventSourcesParts): EventSources {
  const mappings = parts.cloud.ofType('AWS::Lambda::EventSourceMapping').map(([, mapping]) => mapping)
  return {
    queues: mappings.map((mapping) => textOf(mapping, 'EventSourceArn')),
    async drain() {
      for (const mapping of mappings) while (await poll(parts, mapping));
    },
  }
}

/** One batch. False when nothing was there. */
async function poll({ cloud, ledger, functions, queues }: EventSourcesParts, mapping: Properties): Promise<boolean> {
  if ('FilterCriteria' in mapping) throw new TypeError('The rehearsal does not know filters of event sources.')
  const source = textOf(mapping, 'EventSourceArn')
  const [target] = cloud
    .ofType('AWS::Lambda::Function')
    .filter(([id]) => [cloud.ref(id), cloud.attribute(id, 'Arn')].includes(textOf(mapping, 'FunctionName')))
    .map(([id]) => cloud.attribute(id, 'Arn'))
  if (target === undefined) throw new TypeError(`Nobody reads ${source}.`)
  const role = functions.roleOf(target)
  const may = (action: string) =>
    ledger.demand({ by: { role }, action, resources: [source], context: { 'aws:securetransport': 'true' } })
  may('sqs:GetQueueAttributes')
  may('sqs:ReceiveMessage')
  const queue = queues.byArn(source)
  const messages = queue.receive(Number(mapping['BatchSize'] ?? 10))
  if (messages.length === 0) return false
  const reportsFailures = listOf(mapping, 'FunctionResponseTypes').includes('ReportBatchItemFailures')
  const failed = await failedOf(functions.invoke(target, toEvent(messages, source, cloud.place.region)), messages)
  for (const { id } of messages) {
    if (failed.has(id) && (reportsFailures || failed.size === messages.length)) continue
    may('sqs:DeleteMessage')
    queue.delete(id)
  }
  return true
}

/** A function that throws fails its whole batch. */
async function failedOf(answer: Promise<unknown>, messages: readonly Message[]): Promise<ReadonlySet<string>> {
  try {
    const { batchItemFailures = [] } = ((await answer) ?? {}) as Partial<SQSBatchResponse>
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  } catch {
    return new Set(messages.map(({ id }) => id))
  }
}

function toEvent(messages: readonly Message[], source: string, region: string): SQSEvent {
  return {
    Records: messages.map(({ id, body, receives, sentAt }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: String(sentAt),
        SenderId: 'rehearsal',
        ApproximateFirstReceiveTimestamp: String(sentAt),
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: source,
      awsRegion: region,
    })),
  }
}
