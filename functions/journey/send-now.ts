/** What a person waits for goes out at once, through the same claim, send and settle as everything else. */
import type { EnrolmentKey } from '../domain/enrolment.ts'
import type { DeliverStep, StepOutcome } from './deliver-step.ts'
import type { Log, OpenMailer, Store } from './ports.ts'

/**
 * Sends what a person waits for, and nothing else: who stands on the operator's list stays there, and a later day stays
 * that day. If it cannot, the tick has it within the minute.
 */
export type SendNow = (key: EnrolmentKey) => Promise<StepOutcome | undefined>

export function createSendNow(parts: {
  store: Store
  openMailer: () => OpenMailer
  deliverStep: DeliverStep
  log: Log
}): SendNow {
  const { store, openMailer, deliverStep, log } = parts
  return async function sendNow(key) {
    const enrolment = await store.findEnrolment(key, 'strong')
    if (enrolment?.dueAt === undefined || enrolment.lane !== 'now') return undefined
    if (await store.isSendingStopped()) return undefined
    const mailer = openMailer()
    try {
      return await deliverStep({ learner: key.learner, path: key.path, dueAt: enrolment.dueAt }, { mailer })
    } catch (error) {
      log.error('send-now-failed', { learner: key.learner, error: error instanceof Error ? error.name : 'unknown' })
      return undefined
    } finally {
      mailer.close()
    }
  }
}
