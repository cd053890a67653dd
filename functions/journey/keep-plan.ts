/** The learner's own if-then plan, changed or taken back. */
import type { Instant } from '../domain/instant.ts'
import { readPlan } from '../domain/plan.ts'
import { asDeed } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

export function createKeepPlan({ store }: { store: Store }) {
  return async function keepPlan(subject: LinkSubject, typed: string, now: Instant): Promise<void> {
    const plan = readPlan(typed) ?? null
    const enrolment = await changeEnrolment(store, subject, (current) => asDeed(current, {}, now))
    if (enrolment === undefined || !(await store.changeLearner(subject.learner, { plan }))) throw erased()
  }
}
