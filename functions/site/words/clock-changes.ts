/** Where the clocks of a zone are changed, so that dates on both sides of it can be read as they are meant. */
import { type Instant, minuteMs } from '../../domain/instant.ts'
import { Temporal } from '../../domain/temporal.ts'
import { durationWords } from './duration.ts'

export interface ClockChange {
  readonly at: Instant
  /** "forward 1 hour", "back 1 hour" */
  readonly words: string
}

const nanosecondsPerMinute = minuteMs * 1_000_000

/** Answers: when do clocks change in this zone, after `from` and not after `to`? */
export function clockChanges(zone: string, from: Instant, to: Instant): readonly ClockChange[] {
  const changes: ClockChange[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > to) return changes
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const minutes = Math.round((next.offsetNanoseconds - before) / nanosecondsPerMinute)
    // Some transitions only change what the zone is called.
    if (minutes !== 0) {
      const way = minutes > 0 ? 'forward' : 'back'
      changes.push({ at: next.epochMilliseconds, words: `${way} ${durationWords(Math.abs(minutes))}` })
    }
    moment = next
  }
}
