/** When the next step is due: the learner's days, local time and zone, at most one a day. */
import { hourMs, type Instant, minuteMs } from './instant.ts'
import { stableHash } from './stable-hash.ts'
import { Temporal } from './temporal.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface Pace {
  /** At least one, ascending. */
  readonly days: readonly Weekday[]
  /** `HH:MM`, the beginning of the learner's hour. */
  readonly time: string
  /** IANA zone name. */
  readonly zone: string
}

/**
 * How long after its time a step may still go out on the same day, when SES or the service was late. Later than that
 * it waits for the learner's next day: nobody gets a seven o'clock lesson at midnight.
 */
export const lateHours = 3

/** Two weeks and today: one of the learner's days may be skipped by a change of the clock or the calendar. */
const mostDaysAhead = 14
/** Kept free before midnight for ticks that come late. */
const spareMinutes = 30
/** No local day lasts longer: 24 hours and the largest turn-back of a clock, with room. */
const longestDayMs = 48 * hourMs
const minutesPerHour = 60
const minutesPerDay = 1_440

/**
 * Answers: which minute of their hour is this learner's? Stable, evenly spread, so that 07:00 is not one burst. Late in
 * the evening the spread is narrower: a step that comes late has to leave on the same day.
 */
export function jitterMinutes(pace: Pace, learner: string): number {
  const { hour, minute } = timeOfDay(pace.time)
  const minutesLeft = minutesPerDay - (hour * minutesPerHour + minute) - spareMinutes
  return stableHash(learner) % Math.min(minutesPerHour, Math.max(1, minutesLeft))
}

/** Answers: which day is it for the learner? As `YYYY-MM-DD`. */
export function localDate(zone: string, at: Instant): string {
  return dayOf(zone, at).toString()
}

/**
 * Answers: is a step allowed to go out now, by days and hours alone? True from the learner's minute for `lateHours`, on
 * their own days only.
 */
export function isWithinHours(pace: Pace, learner: string, now: Instant): boolean {
  const today = dayOf(pace.zone, now)
  if (!isChosenDay(pace, today)) return false
  const slot = slotOn(pace, learner, today)
  return slot <= now && now < slot + lateHours * hourMs
}

/** Answers: was a step sent on this very day, in the learner's present zone? Later days count: zones may move back. */
export function wasSentToday(pace: Pace, lastSentAt: Instant | undefined, now: Instant): boolean {
  if (lastSentAt === undefined || now - lastSentAt > longestDayMs) return false
  return Temporal.PlainDate.compare(dayOf(pace.zone, lastSentAt), dayOf(pace.zone, now)) >= 0
}

/**
 * Answers: when is the next step due? The first of the learner's own minutes at or after `from`, on a day of theirs
 * later than the day of the last mail. A local time that the clock change skips moves forward; one that comes twice
 * counts the first time (Temporal's "compatible" rule, RFC 5545 section 3.3.5).
 */
export function nextDue(pace: Pace, learner: string, from: Instant, lastSentAt?: Instant): Instant {
  let date = dayOf(pace.zone, from)
  if (lastSentAt !== undefined) {
    const dayAfterLast = dayOf(pace.zone, lastSentAt).add({ days: 1 })
    if (Temporal.PlainDate.compare(dayAfterLast, date) > 0) date = dayAfterLast
  }
  for (let tried = 0; tried <= mostDaysAhead; tried++) {
    if (isChosenDay(pace, date)) {
      const slot = slotOn(pace, learner, date)
      // In Nuuk the clock jumps from 23:00 to 24:00 in March: a minute moved forward past its day is not that day's.
      if (slot >= from && dayOf(pace.zone, slot).equals(date)) return slot
    }
    date = date.add({ days: 1 })
  }
  throw new RangeError(`A pace needs at least one day of the week, got [${pace.days.join(', ')}]`)
}

/** Answers: when does the local day begin that is so many days after the day of `at`? */
export function startOfDayAfter(zone: string, at: Instant, days: number): Instant {
  return dayOf(zone, at).add({ days }).toZonedDateTime(zone).epochMilliseconds
}

/** Answers: when does this local day begin, in this zone? */
export function startOfDay(zone: string, date: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

function slotOn(pace: Pace, learner: string, date: Temporal.PlainDate): Instant {
  const at = date.toPlainDateTime(timeOfDay(pace.time)).toZonedDateTime(pace.zone).epochMilliseconds
  return at + jitterMinutes(pace, learner) * minuteMs
}

function isChosenDay(pace: Pace, date: Temporal.PlainDate): boolean {
  return pace.days.includes(date.dayOfWeek as Weekday)
}

/** A decision asks for the same day several times over: the last answer is kept. */
let lastDay: { readonly zone: string; readonly at: Instant; readonly day: Temporal.PlainDate } | undefined

function dayOf(zone: string, at: Instant): Temporal.PlainDate {
  if (lastDay?.zone !== zone || lastDay.at !== at) {
    lastDay = { zone, at, day: Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate() }
  }
  return lastDay.day
}

function timeOfDay(time: string): { hour: number; minute: number } {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) }
}
