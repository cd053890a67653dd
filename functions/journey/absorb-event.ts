/** SES's events: evidence for the delivery row, proof for a claim of unknown outcome, and bad news about an address. */
import type { Enrolment, EnrolmentKey } from '../domain/enrolment.ts'
import { afterAcceptance, afterBadNews, hasBouncedTooOften, type MailEvent } from '../domain/feedback.ts'
import type { Instant } from '../domain/instant.ts'
import type { Path } from '../domain/path.ts'
import type { Log, Store } from './ports.ts'

export interface TaggedEvent extends MailEvent, EnrolmentKey {
  /** When it happened, by SES. */
  readonly at: Instant
}

export type Absorbed = 'written' | 'nobody' | 'foreign'

const mostTries = 5

export function createAbsorbEvent(parts: {
  store: Store
  path: Path
  hashAddress: (address: string) => string
  log: Log
}) {
  const { store, path, hashAddress, log } = parts

  /** Idempotent: the same event twice writes the same. Throws only when the table does not answer. */
  return async function absorbEvent(event: TaggedEvent): Promise<Absorbed> {
    if (event.path !== path.id) return 'foreign'
    // The address first: a new sign-up must find it suppressed whatever becomes of the enrolment.
    if (event.fact === 'hard-bounced') await store.suppressAddress(hashAddress(event.address), 'bounced')
    if (event.fact === 'complained') await store.suppressAddress(hashAddress(event.address), 'complained')

    const enrolment = await store.findEnrolment(event)
    if (enrolment === undefined) return 'nobody'
    if (event.attempt > 0) await store.recordDelivery(event, event.fact, event.at)
    await settleFromProof(event, enrolment)
    if (await isBadNews(event)) await condemn(event)
    return 'written'
  }

  /** One look is enough nearly always: most events speak of what was settled long ago. */
  async function settleFromProof(event: TaggedEvent, seen: Enrolment): Promise<void> {
    let enrolment: Enrolment | undefined = seen
    for (let tried = 0; tried < mostTries && enrolment !== undefined; tried++) {
      const change = afterAcceptance(path, enrolment, event)
      if (change === undefined || (await store.settleByEvent(enrolment, change, event.attempt))) return
      enrolment = await store.findEnrolment(event, 'strong')
    }
    if (enrolment === undefined) return
    log.warn('event-not-settled', { learner: event.learner, step: event.step, attempt: event.attempt })
  }

  async function isBadNews(event: TaggedEvent): Promise<boolean> {
    if (event.fact === 'sent' || event.fact === 'delayed') return false
    if (event.fact !== 'soft-bounced') return true
    return hasBouncedTooOften((await store.findDeliveries(event)).map((delivery) => delivery.facts))
  }

  async function condemn(event: TaggedEvent): Promise<void> {
    for (const found of await store.findEnrolments(event.learner)) {
      let enrolment: typeof found | undefined = found
      for (let tried = 0; tried < mostTries && enrolment !== undefined; tried++) {
        const change = afterBadNews(enrolment, event)
        if (change === undefined || (await store.change(enrolment, change))) break
        enrolment = await store.findEnrolment(found, 'strong')
      }
    }
  }
}
