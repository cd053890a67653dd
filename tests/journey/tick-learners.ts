import { hourMs } from '../../functions/domain/instant.ts'
import type { Store } from '../../functions/journey/ports.ts'
import { type EnrolmentWish, enrolmentFactory } from '../support/enrolment.ts'
import { mondayMorning } from '../support/journey.ts'

/** When every learner's own minute has come, and none is too late. */
export const mondayAtEight = mondayMorning + hourMs

/** So many learners whose step is due since seven. */
export async function learnersDue(store: Store, count: number, overrides: EnrolmentWish = {}) {
  const learners = Array.from({ length: count }, (_, index) => `lrn_${overrides.lane ?? 'due'}${index}`)
  for (const learner of learners) {
    await store.createEnrolment(enrolmentFactory({ learner, dueAt: mondayMorning, lane: 'due', ...overrides }))
  }
  return learners
}

/** So many learners who have just asked for their next step. */
export const learnersWaiting = (store: Store, count: number) =>
  learnersDue(store, count, { lane: 'now', asked: 'next', dueAt: mondayAtEight })
