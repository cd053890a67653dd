/** Invariant 2 of the design: nobody who has a next step waits for nothing. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { gate } from '../../functions/domain/gate.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { stepAhead } from '../../functions/domain/next-step.ts'
import type { Path } from '../../functions/domain/path.ts'

/** Answers: what is missing for this enrolment to go on? */
export function lostIn(path: Path, enrolment: Enrolment, now: Instant): string | undefined {
  const { state, dueAt, lane, stuck, received } = enrolment
  if (dueAt !== undefined) return (lane === 'stuck') === (stuck !== undefined) ? undefined : `${lane} while ${stuck}`
  if (state === 'pending' || state === 'left') return `${state} without a time for its erasure`
  if (state !== 'active' && state !== 'paused') return undefined
  const step = stepAhead(path, received)
  const isAtGate = step !== undefined && gate(path, enrolment, step, now).kind === 'closed'
  return step === undefined || isAtGate ? undefined : `${step.id} is ahead of what is ${state}, and nothing is due`
}
