/** The largest enrolment that there may be: its item has to stay within one write unit. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { minuteMs } from '../../functions/domain/instant.ts'
import { enrolmentFactory, instant } from './enrolment.ts'
import { longPath } from './path.ts'

/** At the end of the longest path, with everything an enrolment may hold at once and more than most ever hold. */
export function largestEnrolment(): Enrolment {
  const path = longPath()
  const now = instant('2027-03-01T06:00:00Z')
  return enrolmentFactory({
    learner: 'lrn_abcdefghjkmnpqrs',
    path: 'engineer-to-producer',
    address: `${'a'.repeat(64)}@${'b'.repeat(59)}.org`,
    name: 'ü'.repeat(30),
    state: 'undeliverable',
    pace: { days: [1, 2, 3, 4, 5, 6, 7], time: '07:00', zone: longestZone() },
    received: path.steps.map((step) => step.id),
    cleared: path.steps.filter((step) => step.kind === 'project').map((step) => step.id),
    lastSentAt: now,
    briefAt: now,
    seenAt: now,
    asks: 2,
    missed: ['E01.1', 'E01.2', 'E01.3', 'E02.1', 'E02.2', 'E02.3'],
    dueAt: now,
    lane: 'stuck',
    asked: 'confirmation',
    stuck: 'outcome-unknown',
    rev: 999,
    attempt: 999,
    tries: 999,
    floor: 999,
    claim: { attempt: 999, by: 'abcdefghjkmn', until: now + 15 * minuteMs },
  })
}

function longestZone(): string {
  // The names that ICU lists, and the longest alias of the tz database, which it does not.
  const zones = [...Intl.supportedValuesOf('timeZone'), 'America/Argentina/ComodRivadavia']
  return zones.reduce((longest, zone) => (zone.length > longest.length ? zone : longest))
}
