/** A learner's mail goes to another address, or to the same one that takes mail again. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { notAllowed, whenDue } from './moves.ts'
import type { Path } from './path.ts'

/** Answers: may the address of this enrolment be changed? Who has not confirmed signs up again; who has left is written to no more. */
export function mayMoveAddress({ state }: Enrolment): boolean {
  return state === 'active' || state === 'paused' || state === 'finished' || state === 'undeliverable'
}

/** The new address was confirmed. What was undeliverable goes on at the learner's next own time. */
export function moveAddress(path: Path, enrolment: Enrolment, address: string, now: Instant): EnrolmentChange {
  if (!mayMoveAddress(enrolment)) throw notAllowed('change the address', enrolment)
  if (enrolment.state !== 'undeliverable') return { address }
  const back = { address, state: 'active' } as const
  return { ...back, ...whenDue(path, changed(enrolment, back), now) }
}
