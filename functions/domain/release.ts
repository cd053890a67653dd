/** The operator's move: what waits on the stuck list goes on. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { asSkipped, notAllowed, pauseAfterStuck, whenDue } from './moves.ts'
import { nextStep, stepAhead, stepAskedAgain } from './next-step.ts'
import { asDaysMail } from './outcome.ts'
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
  // Among the received ones already: skipping it leaves it there, sending it asks for it by name.
  const inDoubt = rejected ?? stepAskedAgain(path, enrolment)?.id
  const isAskedFor = choice === 'send' && inDoubt !== undefined
  const goesOn: EnrolmentChange = {
    stuck: null,
    asked: isAskedFor ? inDoubt : null,
    ...(choice === 'skip' && inDoubt === undefined ? asPassedOver(path, enrolment, now) : {}),
  }
  if (enrolment.state === 'paused') return { ...goesOn, ...pauseAfterStuck(enrolment) }
  if (enrolment.state === 'finished' && isAskedFor) {
    // The finish itself, or a step sent once more after it: it comes, and then the path is finished again.
    const again: EnrolmentChange = { ...goesOn, state: 'active' }
    return { ...again, ...whenDue(path, changed(enrolment, again), now) }
  }
  if (enrolment.state !== 'active') return { stuck: null, dueAt: null }
  return { ...goesOn, ...whenDue(path, changed(enrolment, goesOn), now) }
}

/** What was to be sent when it got stuck counts as sent: the step ahead, or the reminder that came before it. */
function asPassedOver(path: Path, enrolment: Enrolment, now: Instant): EnrolmentChange {
  const { kind } = nextStep(path, changed(enrolment, { stuck: null }), enrolment.dueAt ?? now)
  if (kind === 'nudge') return asDaysMail(enrolment, now)
  // Nobody is taken for silent who was not asked: the silence begins anew.
  if (kind === 're-entry' || kind === 'pausing') return { seenAt: now }
  const step = stepAhead(path, enrolment.received)
  return step === undefined ? {} : asSkipped(step)
}
