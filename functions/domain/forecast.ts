/** The dates of the steps ahead, if nothing changes. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { type Decision, nextStep } from './next-step.ts'
import { afterNothing, afterReminder, afterStep } from './outcome.ts'
import type { Path, Step } from './path.ts'

export interface ForecastStep {
  readonly step: Step
  readonly dueAt: Instant
}

/**
 * Answers: when do the next `count` steps come? Empty when nothing is due; ends at a gate that waits. It goes through
 * the very decisions of the coming claims, so that it cannot promise something else; for a learner who is heard from,
 * as who reads their dates is.
 */
export function forecast(path: Path, enrolment: Enrolment, now: Instant, count: number): readonly ForecastStep[] {
  const ahead: ForecastStep[] = []
  const isOnTheWay = enrolment.state === 'active' || enrolment.state === 'paused'
  if (!isOnTheWay || enrolment.stuck !== undefined) return ahead
  const { seenAt: _silence, ...heardFrom } = enrolment
  let imagined: Enrolment = heardFrom
  let at = enrolment.dueAt === undefined ? undefined : Math.max(enrolment.dueAt, now)
  while (ahead.length < count && at !== undefined) {
    const decision = nextStep(path, imagined, at)
    if (decision.kind === 'send' || decision.kind === 'finish') ahead.push({ step: decision.step, dueAt: at })
    imagined = changed(imagined, afterDecision(path, imagined, decision, at))
    at = decision.kind === 'caught-up' ? undefined : imagined.dueAt
  }
  return ahead
}

function afterDecision(path: Path, enrolment: Enrolment, decision: Decision, at: Instant): EnrolmentChange {
  if (!('step' in decision)) return afterNothing(enrolment, decision)
  return decision.kind === 'send' || decision.kind === 'finish'
    ? afterStep(path, enrolment, decision.step, at)
    : afterReminder(path, enrolment, decision.kind, at)
}
