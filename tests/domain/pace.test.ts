import { describe, expect, it } from 'vitest'
import { hourMs, minuteMs } from '../../functions/domain/instant.ts'
import {
  isWithinHours,
  jitterMinutes,
  localDate,
  nextDue,
  startOfDay,
  wasSentToday,
} from '../../functions/domain/pace.ts'
import { stableHash } from '../../functions/domain/stable-hash.ts'
import { instant, lateLearner, paceFactory, punctualLearner } from '../support/enrolment.ts'

const berlin = paceFactory()

describe('the next due time', () => {
  it('is today when the hour is still ahead', () => {
    const due = nextDue(berlin, punctualLearner, instant('2026-03-02T06:59+01:00'))
    expect(due).toBe(instant('2026-03-02T07:00+01:00'))
  })

  it('is this very moment when the hour begins now', () => {
    const now = instant('2026-03-02T07:00+01:00')
    expect(nextDue(berlin, punctualLearner, now)).toBe(now)
  })

  it('is tomorrow when the hour has passed', () => {
    const due = nextDue(berlin, punctualLearner, instant('2026-03-02T07:01+01:00'))
    expect(due).toBe(instant('2026-03-03T07:00+01:00'))
  })

  it('is the next of the chosen days', () => {
    const monday = instant('2026-03-02T08:00+01:00')
    expect(nextDue(paceFactory({ days: [1, 4] }), punctualLearner, monday)).toBe(instant('2026-03-05T07:00+01:00'))
    expect(nextDue(paceFactory({ days: [1] }), punctualLearner, monday)).toBe(instant('2026-03-09T07:00+01:00'))
  })

  it('is never on the day of the last mail', () => {
    const lastSentAt = instant('2026-03-02T05:00+01:00')
    const due = nextDue(berlin, punctualLearner, instant('2026-03-02T06:00+01:00'), lastSentAt)
    expect(due).toBe(instant('2026-03-03T07:00+01:00'))
  })

  it('goes by from when the last mail is long ago', () => {
    const lastSentAt = instant('2026-02-01T07:00+01:00')
    const due = nextDue(berlin, punctualLearner, instant('2026-03-02T06:00+01:00'), lastSentAt)
    expect(due).toBe(instant('2026-03-02T07:00+01:00'))
  })

  it('is refused for a pace without days', () => {
    const lazy = paceFactory({ days: [] })
    expect(() => nextDue(lazy, punctualLearner, instant('2026-03-02T06:00Z'))).toThrow(RangeError)
  })
})

describe('a clock change', () => {
  it('moves a local time that it skips forward', () => {
    const pace = paceFactory({ time: '02:30' })
    const due = nextDue(pace, punctualLearner, instant('2026-03-29T00:00+01:00'))
    expect(due).toBe(instant('2026-03-29T03:30+02:00'))
  })

  it('uses a local time that comes twice only once', () => {
    const pace = paceFactory({ time: '02:30' })
    const first = instant('2026-10-25T02:30+02:00')

    expect(nextDue(pace, punctualLearner, instant('2026-10-25T00:00+02:00'))).toBe(first)
    expect(nextDue(pace, punctualLearner, first + 1)).toBe(instant('2026-10-26T02:30+01:00'))
  })

  it('of half an hour moves it by half an hour', () => {
    const pace = paceFactory({ zone: 'Australia/Lord_Howe', time: '02:15' })
    const due = nextDue(pace, punctualLearner, instant('2026-10-04T00:00+10:30'))
    expect(due).toBe(instant('2026-10-04T02:45+11:00'))
  })

  it('keeps the local time the same before and after it', () => {
    const before = nextDue(berlin, punctualLearner, instant('2026-03-28T00:00Z'))
    const after = nextDue(berlin, punctualLearner, instant('2026-03-29T00:00Z'))
    expect(after - before).toBe(23 * hourMs)
  })

  it('that skips the rest of a day skips that day, and none of the others', () => {
    const saturdays = paceFactory({ zone: 'America/Nuuk', time: '23:00', days: [6] })
    const due = nextDue(saturdays, punctualLearner, instant('2026-03-22T12:00Z'))
    expect(due).toBe(instant('2026-04-04T23:00-01:00'))
  })

  it('that skips a whole day skips that day, and none of the others', () => {
    const pace = paceFactory({ zone: 'Pacific/Apia' })
    const thursday = instant('2011-12-29T07:00-10:00')
    const fridays = paceFactory({ zone: 'Pacific/Apia', days: [5] })

    expect(nextDue(pace, punctualLearner, thursday + 1)).toBe(instant('2011-12-31T07:00+14:00'))
    expect(nextDue(fridays, punctualLearner, thursday)).toBe(instant('2012-01-06T07:00+14:00'))
    const fridayBefore = instant('2011-12-23T07:00-10:00')
    expect(nextDue(fridays, punctualLearner, fridayBefore + 1)).toBe(instant('2012-01-06T07:00+14:00'))
  })
})

describe("the learner's minute", () => {
  it('is the same for ever', () => {
    expect(jitterMinutes(berlin, punctualLearner)).toBe(0)
    expect(jitterMinutes(berlin, lateLearner)).toBe(59)
  })

  it('is spread evenly over the hour', () => {
    const perMinute = new Map<number, number>()
    for (let index = 0; index < 12_000; index++) {
      const minute = jitterMinutes(berlin, `lrn_${index}`)
      perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1)
    }
    expect(perMinute.size).toBe(60)
    expect(Math.max(...perMinute.values())).toBeLessThan(260)
  })

  it('does not carry a late hour across midnight', () => {
    const late = paceFactory({ time: '23:30' })
    for (let index = 0; index < 200; index++) {
      const due = nextDue(late, `lrn_${index}`, instant('2026-03-02T12:00Z'))
      expect(localDate('Europe/Berlin', due)).toBe('2026-03-02')
    }
  })

  it('is hashed by FNV-1a, whose published values it gives', () => {
    expect(stableHash('')).toBe(0x811c9dc5)
    expect(stableHash('a')).toBe(0xe40c292c)
    expect(stableHash('foobar')).toBe(0xbf9cf968)
  })
})

describe('the hours in which a step may go out', () => {
  const dueAt = instant('2026-03-02T07:59+01:00')

  it("begin at the learner's own minute", () => {
    expect(isWithinHours(berlin, lateLearner, dueAt - 1)).toBe(false)
    expect(isWithinHours(berlin, lateLearner, dueAt)).toBe(true)
  })

  it('end three hours later', () => {
    expect(isWithinHours(berlin, lateLearner, dueAt + 3 * hourMs - 1)).toBe(true)
    expect(isWithinHours(berlin, lateLearner, dueAt + 3 * hourMs)).toBe(false)
  })

  it('are on chosen days only', () => {
    const tuesdays = paceFactory({ days: [2] })
    expect(isWithinHours(tuesdays, lateLearner, dueAt)).toBe(false)
  })

  it('end at midnight at the latest', () => {
    const late = paceFactory({ time: '23:30' })
    const midnight = instant('2026-03-03T00:00+01:00')

    expect(isWithinHours(late, punctualLearner, midnight - minuteMs)).toBe(true)
    expect(isWithinHours(late, punctualLearner, midnight)).toBe(false)
  })
})

describe('sent today', () => {
  it('is no when nothing was ever sent', () => {
    expect(wasSentToday(berlin, undefined, instant('2026-03-02T12:00Z'))).toBe(false)
  })

  it("goes by the learner's calendar, not by 24 hours", () => {
    const lastSentAt = instant('2026-03-02T23:50+01:00')
    expect(wasSentToday(berlin, lastSentAt, instant('2026-03-02T23:59+01:00'))).toBe(true)
    expect(wasSentToday(berlin, lastSentAt, instant('2026-03-03T00:01+01:00'))).toBe(false)
  })

  it('goes by the present zone, wherever the last mail was sent', () => {
    const lastSentAt = instant('2026-03-02T07:00+01:00')
    const now = instant('2026-03-03T07:00+13:00')
    expect(wasSentToday(paceFactory({ zone: 'Pacific/Auckland' }), lastSentAt, now)).toBe(false)
    expect(wasSentToday(paceFactory({ zone: 'Europe/Berlin' }), lastSentAt, now)).toBe(true)
  })

  it('is yes when the last mail lies on a later day: zones may move back', () => {
    const samoa = paceFactory({ zone: 'Pacific/Pago_Pago' })
    expect(wasSentToday(samoa, instant('2026-03-02T12:00Z'), instant('2026-03-02T10:00Z'))).toBe(true)
  })
})

describe('the calendar', () => {
  it.each([
    ['Asia/Kathmandu', '2026-03-02T18:15Z', '2026-03-03'],
    ['Pacific/Kiritimati', '2026-03-02T10:00Z', '2026-03-03'],
    ['Pacific/Pago_Pago', '2026-03-02T10:59Z', '2026-03-01'],
    ['UTC', '2026-03-02T23:59Z', '2026-03-02'],
  ] as const)('of %s at %s shows %s', (zone, at, date) => {
    expect(localDate(zone, instant(at))).toBe(date)
  })

  it('begins a day at its first moment, also where midnight is skipped', () => {
    expect(startOfDay('Europe/Berlin', '2026-03-02')).toBe(instant('2026-03-02T00:00+01:00'))
    expect(startOfDay('America/Santiago', '2026-09-06')).toBe(instant('2026-09-06T01:00-03:00'))
  })
})
