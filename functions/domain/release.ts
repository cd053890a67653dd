/** The operator's move: what waits on the stuck list goes on. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { asSkipped, notAllowed, onNextDay, pauseAfterStuck, whenDue } from './moves.ts'
import { stepAhead } from './next-step.ts'
import type { Path, StepId } from './path.ts'

/**
 * The operator lets a stuck enrolment go on: with the step in doubt once more, or as if it had been received. A step
 * that SES took and then rejected counts as received; `rejected` names it, so that it can be sent afresh.
 */
export function release(
  path: Path,
  enrolment: Enrolment,
  choice: 'send' | 'skip',
  now: Instant,
  rejected?: StepId,
): EnrolmentChange {
  if (enrolment.stuck === undefined) throw notAllowed('release it', enrolment)
  if (enrolment.state === 'pending') return { stuck: null, asked: 'confirmation', dueAt: now, lane: 'now' }
  const goesOn = { stuck: null, ...ofRejected(enrolment, choice, rejected) }
  const step = choice === 'skip' && rejected === undefined ? stepAhead(path, enrolment.received) : undefined
  const ids = step === undefined ? {} : asSkipped(step)
  if (enrolment.state === 'paused') return { ...ids, ...goesOn, ...pauseAfterStuck(enrolment) }
  if (enrolment.state !== 'active') return { stuck: null, dueAt: null }
  const after = changed(enrolment, { ...ids, ...goesOn })
  return { ...ids, ...goesOn, ...(after.asked === undefined ? whenDue(path, after, now) : onNextDay(after, now)) }
}

/** Skipping a rejected step leaves it where it is, among the received ones; sending it asks for it by name. */
function ofRejected(enrolment: Enrolment, choice: 'send' | 'skip', rejected?: StepId): Pick<EnrolmentChange, 'asked'> {
  if (rejected !== undefined && choice === 'send') return { asked: rejected }
  return enrolment.asked === 'next' || choice === 'skip' ? { asked: null } : {}
}
