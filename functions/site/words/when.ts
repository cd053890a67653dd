/** Moments as a learner reads them: "Tuesday 5 May, 07:23 in Berlin". */
import type { Instant } from '../../domain/instant.ts'
import { Temporal } from '../../domain/temporal.ts'

export interface DateWords {
  /** "Tuesday 5 May"; with its year when that is not the present one. */
  day(at: Instant): string
  /** "Tue 5 May": for pictures and tables. */
  shortDay(at: Instant): string
  /** "07:23" */
  time(at: Instant): string
  /** "Tuesday 5 May, 07:23": where the place is said beside it. */
  dayAndTime(at: Instant): string
  /** "Tue 5 May, 07:23": for lists and tables, where the place is said once for all. */
  shortMoment(at: Instant): string
  /** "Tuesday 5 May, 07:23 in Berlin" */
  moment(at: Instant): string
  /** "in Berlin" */
  readonly place: string
  readonly zone: string
}

/** Answers: how are moments said in this zone, read at `now`? */
export function datesIn(zone: string, now: Instant): DateWords {
  const long = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const partsOf = (at: Instant) => new Map(long.formatToParts(at).map(({ type, value }) => [type, value]))
  const thisYear = partsOf(now).get('year')
  const place = placeOf(zone)
  const dayWords = (at: Instant, shorten: (word: string) => string) => {
    const parts = partsOf(at)
    const year = parts.get('year') === thisYear ? [] : [parts.get('year')]
    return [shorten(parts.get('weekday') ?? ''), parts.get('day'), shorten(parts.get('month') ?? ''), ...year].join(' ')
  }
  const day = (at: Instant) => dayWords(at, (word) => word)
  const shortDay = (at: Instant) => dayWords(at, (word) => word.slice(0, 3))
  const time = (at: Instant) => `${partsOf(at).get('hour')}:${partsOf(at).get('minute')}`
  return {
    day,
    time,
    shortDay,
    dayAndTime: (at) => `${day(at)}, ${time(at)}`,
    shortMoment: (at) => `${shortDay(at)}, ${time(at)}`,
    moment: (at) => `${day(at)}, ${time(at)} ${place}`,
    place,
    zone,
  }
}

/** "Europe/Berlin" is "in Berlin"; the last part names the city. */
export function placeOf(zone: string): string {
  const city = zone.split('/').at(-1) ?? zone
  return zone.includes('/') && !zone.startsWith('Etc/') ? `in ${city.replaceAll('_', ' ')}` : city
}

/** "23 November 2026" for `2026-11-23`: a date that belongs to no zone. */
export function isoDayWords(date: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' })
  return day.format(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds)
}
