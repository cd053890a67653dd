/** The name that mails greet a learner by, corrected or taken back (GDPR art. 16). */
import type { Instant } from '../domain/instant.ts'
import { asDeed } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

export function createKeepName({ store }: { store: Store }) {
  /** None, and they are greeted without. Every path of theirs has its copy, because sending reads nothing else. */
  return async function keepName(subject: LinkSubject, typed: string | undefined, now: Instant): Promise<void> {
    const name = typed ?? null
    for (const { learner, path } of await store.findEnrolments(subject.learner)) {
      await changeEnrolment(store, { learner, path }, (current) => asDeed(current, { name }, now))
    }
    if (!(await store.changeLearner(subject.learner, { name }))) throw erased()
  }
}
