/** Is SES's feedback being read? Its silence proves nothing while events wait in the queue or died on the way. */
import { type Instant, secondMs } from '../domain/instant.ts'
import type { Log } from '../journey/ports.ts'

/** One answer serves a whole tick. */
const rememberedSeconds = 30

const countNames = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const

export interface FeedbackProbeParts {
  /** The feedback queue and its dead letters. */
  readonly queueUrls: readonly string[]
  readonly clock: () => Instant
  readonly log: Log
}

/** Answers true when every queue is empty, false when one is not or does not say. Asked only before a resend. */
export function createFeedbackProbe({ queueUrls, clock, log }: FeedbackProbeParts): () => Promise<boolean> {
  let known: { readonly answer: Promise<boolean>; readonly until: Instant } | undefined
  return function feedbackIsUp() {
    if (known === undefined || known.until <= clock()) {
      known = { answer: areEmpty(queueUrls, log), until: clock() + rememberedSeconds * secondMs }
    }
    return known.answer
  }
}

async function areEmpty(queueUrls: readonly string[], log: Log): Promise<boolean> {
  if (queueUrls.length === 0) return true
  // Loaded when it is needed, which is hardly ever: no tick pays for it at its start. Named as it is in the deployment.
  const { GetQueueAttributesCommand, SQSClient } = await import('./queue-client.js')
  const client = new SQSClient()
  try {
    const answers = await Promise.all(
      queueUrls.map((QueueUrl) =>
        client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...countNames] })),
      ),
    )
    return answers.every(({ Attributes }) => countNames.every((name) => Attributes?.[name] === '0'))
  } catch (error) {
    log.error('feedback-queue-unreadable', { error: error instanceof Error ? error.name : 'unknown' })
    return false
  } finally {
    client.destroy()
  }
}
