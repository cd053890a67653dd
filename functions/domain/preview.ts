/** What a press would do to the dates, before it is saved. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import { type ForecastStep, forecast } from './forecast.ts'
import type { Instant } from './instant.ts'
import type { Path } from './path.ts'

export interface Preview {
  readonly before: readonly ForecastStep[]
  readonly after: readonly ForecastStep[]
  /** The enrolment as it would be. */
  readonly enrolment: Enrolment
}

/**
 * Answers: which dates has this path now, and which after this move? It takes the very move that the save would take,
 * with its refusals, and the very forecast that every page shows.
 */
export function preview(
  path: Path,
  enrolment: Enrolment,
  move: (enrolment: Enrolment) => EnrolmentChange | undefined,
  now: Instant,
): Preview {
  const next = changed(enrolment, move(enrolment) ?? {})
  const count = path.steps.length + 1
  return { before: forecast(path, enrolment, now, count), after: forecast(path, next, now, count), enrolment: next }
}
