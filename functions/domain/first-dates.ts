/** What would come when, for somebody who has not confirmed yet: by their wishes alone, whoever they are. */
import { type Beginning, beforeBeginning } from './beginning.ts'
import { changed, type Enrolment, type EnrolmentKey } from './enrolment.ts'
import { type ForecastStep, forecast } from './forecast.ts'
import type { Instant } from './instant.ts'
import { confirm } from './moves.ts'
import type { Pace } from './pace.ts'
import type { Path } from './path.ts'

export interface Wishes {
  readonly pace: Pace
  readonly beginning?: Beginning | undefined
}

/** Answers: which steps come first, and when, for who presses the button in the confirmation mail now? */
export function firstDates(
  path: Path,
  key: EnrolmentKey,
  { pace, beginning }: Wishes,
  now: Instant,
  count: number,
): readonly ForecastStep[] {
  const { received, cleared } = beginning ? beforeBeginning(path, beginning) : { received: [], cleared: [] }
  const pending: Enrolment = {
    ...key,
    address: '',
    state: 'pending',
    pace,
    received: new Set(received),
    cleared: new Set(cleared),
    rev: 0,
    attempt: 0,
    tries: 0,
    floor: 0,
  }
  return datesOnceConfirmed(path, pending, now, count)
}

/** Answers: the same for a sign-up as it is kept. */
export function datesOnceConfirmed(
  path: Path,
  pending: Enrolment,
  now: Instant,
  count: number,
): readonly ForecastStep[] {
  return forecast(path, changed(pending, confirm(pending, now)), now, count)
}
