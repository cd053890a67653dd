import type { FeedbackHandler } from './handlers.ts'
import type { MailRecord } from './inbox/mail-index.ts'
import type { MailStore } from './inbox/mail-store.ts'
import { createLambdaContext } from './lambda-context.ts'
import { toQueueEvent } from './ses-event.ts'
import type { Work } from './work.ts'

const batchSize = 10
/** As the cloud's queue: after that an event is a dead letter. */
const mostReceives = 5

export interface FeedbackQueue {
  push(mail: MailRecord): void
  /** When every event up to now was handled or given up. */
  drained(): Promise<void>
}

export interface FeedbackQueueDeps {
  readonly feedback: () => Promise<FeedbackHandler>
  readonly mails: MailStore
  readonly work: Work
  readonly configurationSet: string
  readonly onHandled: (mail: MailRecord) => Promise<void>
  readonly onFault: (error: unknown) => void
  readonly onDeadLetter: (mail: MailRecord) => void
}

interface Queued {
  readonly mail: MailRecord
  receives: number
}

/** SNS and SQS between local SES and the feedback function: events in order, in batches, tried again, then given up. */
export function createFeedbackQueue(deps: FeedbackQueueDeps): FeedbackQueue {
  const queue: Queued[] = []
  let pumping: Promise<void> | undefined

  async function pump() {
    try {
      while (queue.length > 0) await handleNext()
    } finally {
      pumping = undefined
    }
  }

  async function handleNext() {
    // Not while the handler that sent is at work: in the cloud, too, the event comes after SES's answer.
    const { taken, failed } = await deps.work.whenQuiet(() => {
      const batch = queue.splice(0, batchSize)
      return deps.work.run(async () => ({ taken: batch, failed: await handle(batch) }))
    })
    for (const entry of taken) await conclude(entry, failed.has(entry.mail.id))
  }

  async function handle(taken: readonly Queued[]): Promise<ReadonlySet<string>> {
    for (const entry of taken) entry.receives += 1
    const mails = taken.map(({ mail }) => mail)
    try {
      const feedback = await deps.feedback()
      const answer = await feedback(toQueueEvent(mails, deps.configurationSet), createLambdaContext(30_000))
      return new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    } catch (error) {
      // A handler that throws fails its whole batch, as in the cloud.
      deps.onFault(error)
      return new Set(mails.map(({ id }) => id))
    }
  }

  async function conclude(entry: Queued, failed: boolean) {
    if (failed && entry.receives < mostReceives) return void queue.push(entry)
    if (failed) deps.onDeadLetter(entry.mail)
    await deps.mails.markTold(entry.mail.id)
    await deps.onHandled(entry.mail)
  }

  return {
    push(mail) {
      queue.push({ mail, receives: 0 })
      pumping ??= pump()
    },
    drained: async () => pumping,
  }
}
