/** Local time told by `Intl` alone: a second opinion on what the rules get from Temporal. */
import { dayMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import type { Weekday } from '../../functions/domain/pace.ts'

export interface LocalMoment {
  readonly date: string
  readonly minuteOfDay: number
  readonly weekday: Weekday
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Answers: what do calendar and clock show in this zone? */
export function localMoment(zone: string, at: Instant): LocalMoment {
  const wall = wallMs(zone, at)
  const date = isoDate(wall)
  return { date, minuteOfDay: Math.floor((wall - Date.parse(date)) / minuteMs), weekday: weekdayOf(date) }
}

/**
 * Answers: when is this local time? The first one where it comes twice; as much later as the clock jumps where it is
 * skipped.
 */
export function instantOf(zone: string, date: string, time: string): Instant {
  const wall = Date.parse(`${date}T${time}Z`)
  const offsetBefore = offsetMs(zone, wall - dayMs)
  const candidates = [wall - offsetBefore, wall - offsetMs(zone, wall + dayMs)]
  const existing = candidates.filter((at) => wallMs(zone, at) === wall)
  return existing.length > 0 ? Math.min(...existing) : wall - offsetBefore
}

/** Answers: how far ahead of UTC is this zone then? */
function offsetMs(zone: string, at: Instant): number {
  return wallMs(zone, at) - Math.floor(at / 1000) * 1000
}

export function weekdayOf(date: string): Weekday {
  return (((new Date(Date.parse(date)).getUTCDay() + 6) % 7) + 1) as Weekday
}

export function dateAfter(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * dayMs)
}

export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** Answers: at which instants between these two does this zone change its clock? */
export function clockChanges(zone: string, from: Instant, to: Instant): readonly Instant[] {
  const changes: Instant[] = []
  for (let day = from; day < to; day += dayMs) {
    if (offsetMs(zone, day) === offsetMs(zone, day + dayMs)) continue
    let before = day
    let after = day + dayMs
    while (after - before > minuteMs) {
      const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs
      if (offsetMs(zone, middle) === offsetMs(zone, day)) before = middle
      else after = middle
    }
    changes.push(after)
  }
  return changes
}

function wallMs(zone: string, at: Instant): Instant {
  const parts = /(\d+)-(\d+)-(\d+), (\d+):(\d+):(\d+)/.exec(formatOf(zone).format(at))
  if (parts === null) throw new Error('Intl writes dates in another way than expected')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  formats.set(zone, format)
  return format
}

function isoDate(wall: Instant): string {
  return new Date(wall).toISOString().slice(0, 10)
}
