/** A batch of events: each stands for itself. Only what the table did not take comes back to the queue. */
import type { Absorbed, TaggedEvent } from './absorb-event.ts'
import type { Log } from './ports.ts'
import { readSesEvent } from './ses-event.ts'

export interface QueueMessage {
  readonly id: string
  readonly body: string
}

/** Lambda's partial batch response for SQS. */
export interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[]
}

export function createAbsorbBatch(parts: { absorbEvent: (event: TaggedEvent) => Promise<Absorbed>; log: Log }) {
  const { absorbEvent, log } = parts

  const absorb = async ({ body }: QueueMessage): Promise<Absorbed | 'unknown'> => {
    const read = readSesEvent(body)
    if (read.kind === 'event') return absorbEvent(read.event)
    log.warn('event-unknown', { what: read.what })
    return 'unknown'
  }

  /** Never throws: a throw would bring the whole batch back. */
  return async function absorbBatch(messages: readonly QueueMessage[]): Promise<BatchResponse> {
    const results = await Promise.allSettled(messages.map(absorb))
    const tally: Record<string, number> = { written: 0, nobody: 0, foreign: 0, unknown: 0, failed: 0 }
    const batchItemFailures: { itemIdentifier: string }[] = []
    results.forEach((result, index) => {
      if (result.status === 'fulfilled') {
        tally[result.value] = (tally[result.value] ?? 0) + 1
        return
      }
      tally['failed'] = (tally['failed'] ?? 0) + 1
      log.error('event-failed', { error: result.reason instanceof Error ? result.reason.name : 'unknown' })
      batchItemFailures.push({ itemIdentifier: messages[index]?.id ?? '' })
    })
    log.info('feedback', { events: messages.length, ...tally })
    return { batchItemFailures }
  }
}
