/** A learner's own change: read, decide purely, write if nothing moved; else once more on what is true now. */
import type { Enrolment, EnrolmentChange, EnrolmentKey } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
import type { Store } from './ports.ts'

const mostTries = 5

/**
 * Applies a move. Answers the enrolment it was decided on, or undefined when there is none. A move may answer undefined
 * for "nothing to do" or throw a `Failure`.
 */
export async function changeEnrolment(
  store: Store,
  key: EnrolmentKey,
  move: (enrolment: Enrolment) => EnrolmentChange | undefined,
): Promise<Enrolment | undefined> {
  for (let tried = 0; tried < mostTries; tried++) {
    const enrolment = await store.findEnrolment(key, 'strong')
    if (enrolment === undefined) return undefined
    const change = move(enrolment)
    if (change === undefined || (await store.change(enrolment, change))) return enrolment
  }
  throw new Failure(
    'enrolment-changed',
    'Your path was changed several times at this very moment, so this change was not saved.',
    'Try again.',
  )
}
