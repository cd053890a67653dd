/** Erasure: marked first, the items next, the enrolment last, so that a crash half-way is finished by the next tick. */
import type { Enrolment } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import type { Store } from './ports.ts'

/** Erases the claimed enrolment's learner. False when the learner came back in between. */
export type EraseEnrolment = (enrolment: Enrolment, now: Instant) => Promise<boolean>

export function createErase(parts: { store: Store; hashAddress: (address: string) => string }): EraseEnrolment {
  const { store, hashAddress } = parts
  return async function erase(enrolment, now) {
    const isMarked =
      enrolment.state === 'erasing' ||
      (await store.settle(enrolment, { state: 'erasing', asked: null, dueAt: now, lane: 'due' }, 'settled'))
    if (!isMarked) return false
    // Only while it is still theirs: an erasure finished late must not shut out a person who has signed up again.
    await store.suppressAddress(hashAddress(enrolment.address), 'erased', enrolment.learner)
    await store.eraseLearner(enrolment)
    return true
  }
}
