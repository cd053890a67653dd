/** The dates of the steps ahead, if nothing changes. */
import { changed, type Enrolment } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { nextStep } from './next-step.ts'
import { afterStep } from './outcome.ts'
import type { Path, Step } from './path.ts'

export interface ForecastStep {
  readonly step: Step
  readonly dueAt: Instant
}

/**
 * Answers: when do the next `count` steps come? Empty when nothing is due; ends at a gate that waits. It goes through
 * the very decisions of the coming claims, so that it cannot promise something else.
 */
export function forecast(path: Path, enrolment: Enrolment, now: Instant, count: number): readonly ForecastStep[] {
  const ahead: ForecastStep[] = []
  const isOnTheWay = enrolment.state === 'active' || enrolment.state === 'paused'
  if (!isOnTheWay || enrolment.stuck !== undefined) return ahead
  let imagined = enrolment
  let at = enrolment.dueAt === undefined ? undefined : Math.max(enrolment.dueAt, now)
  while (ahead.length < count && at !== undefined) {
    const decision = nextStep(path, imagined, at)
    if (decision.kind === 'send' || decision.kind === 'finish') {
      ahead.push({ step: decision.step, dueAt: at })
      imagined = changed(imagined, afterStep(path, imagined, decision.step, at))
      at = imagined.dueAt
    } else {
      at = decision.kind === 'wait' || decision.kind === 'gate' ? decision.until : undefined
    }
  }
  return ahead
}
