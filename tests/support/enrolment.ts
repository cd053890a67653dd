/** Enrolments to test with: an active one that has received nothing, at seven every day in Berlin. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import type { Pace, Weekday } from '../../functions/domain/pace.ts'
import type { StepId } from '../../functions/domain/path.ts'

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** This learner's minute is the first of their hour, so that tests can name whole times. */
export const punctualLearner = 'lrn_lou'
/** This learner's minute is the last of their hour. */
export const lateLearner = 'lrn_ned'

export function paceFactory(overrides: Partial<Pace> = {}): Pace {
  return { days: everyDay, time: '07:00', zone: 'Europe/Berlin', ...overrides }
}

export interface EnrolmentWish extends Partial<Omit<Enrolment, 'received' | 'cleared'>> {
  readonly received?: Iterable<StepId>
  readonly cleared?: Iterable<StepId>
}

/** Who has received a project has its brief as their last mail, unless the test says otherwise. */
export function enrolmentFactory({ received = [], cleared = [], ...overrides }: EnrolmentWish = {}): Enrolment {
  const { lastSentAt } = overrides
  const hasBrief = [...received].some((id) => id.startsWith('P'))
  return {
    learner: punctualLearner,
    path: 'engineer-to-producer',
    address: 'ada@example.com',
    state: 'active',
    pace: paceFactory(),
    ...(hasBrief && lastSentAt !== undefined ? { briefAt: lastSentAt } : {}),
    received: new Set(received),
    cleared: new Set(cleared),
    rev: 0,
    attempt: 0,
    tries: 0,
    floor: 0,
    ...overrides,
  }
}

/** Answers: which instant is this? The offset is written out, so that a test does not ask the code under test. */
export function instant(text: `${string}Z` | `${string}+${string}` | `${string}-${string}`): Instant {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new RangeError(`No such instant: ${text}`)
  return at
}
