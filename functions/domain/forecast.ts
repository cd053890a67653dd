/** The dates of the steps ahead, if nothing changes. */
import { changed, type Enrolment } from './enrolment.ts'
import type { Instant } from './instant.ts'
import { dueAfter, stepAhead } from './next-step.ts'
import type { Path, Step } from './path.ts'

export interface ForecastStep {
  readonly step: Step
  readonly dueAt: Instant
}

/** Answers: when do the next `count` steps come? Empty when nothing is due; ends at a gate that waits. */
export function forecast(path: Path, enrolment: Enrolment, now: Instant, count: number): readonly ForecastStep[] {
  const ahead: ForecastStep[] = []
  if (enrolment.dueAt === undefined || (enrolment.state !== 'active' && enrolment.state !== 'paused')) return ahead
  let imagined = enrolment
  let dueAt: Instant | undefined = Math.max(enrolment.dueAt, now)
  while (ahead.length < count && dueAt !== undefined) {
    const step = stepAhead(path, imagined.received)
    if (step === undefined) break
    ahead.push({ step, dueAt })
    imagined = changed(imagined, { received: [step.id], lastSentAt: dueAt })
    dueAt = dueAfter(path, imagined, dueAt)
  }
  return ahead
}
