import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import { isWithinHours, jitterMinutes, nextDue, type Pace, wasSentToday } from '../../functions/domain/pace.ts'
import { everyDay } from '../support/enrolment.ts'
import { clockChanges, dateAfter, instantOf, localMoment, timeOf, weekdayOf } from './intl-clock.ts'

const zones = [...Intl.supportedValuesOf('timeZone'), 'Asia/Kathmandu', 'America/Nuuk']
const first = Date.UTC(2024, 0, 1)
const last = Date.UTC(2030, 11, 31)
const runs = { numRuns: 600 }
/** Far more than it takes, also on a machine with other things to do. */
const patience = { timeout: 60_000 }

interface Moment {
  readonly pace: Pace
  readonly learner: string
  readonly from: Instant
}

const days = fc.subarray([...everyDay], { minLength: 1 })
const time = fc.nat(1_439).map(timeOf)
const learner = fc.nat(9_999).map((number) => `lrn_${number}`)
const paces: fc.Arbitrary<Pace> = fc.record({ days, time, zone: fc.constantFrom(...zones) })
const anyMoment: fc.Arbitrary<Moment> = fc.record({ pace: paces, learner, from: fc.integer({ min: first, max: last }) })

const changing = zones
  .map((zone) => ({ zone, changes: clockChanges(zone, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)) }))
  .filter(({ changes }) => changes.length > 0)

const changingAtMidnight = changing.filter(({ zone, changes }) =>
  changes.some((at) => [0, 1, 22, 23].includes(Math.floor(localMoment(zone, at - minuteMs).minuteOfDay / 60))),
)
const anyChanging = fc.oneof(fc.constantFrom(...changing), fc.constantFrom(...changingAtMidnight))

/** Times of day from three hours before a clock change to three hours after it, seen from the week around it. */
const momentsAroundChanges: fc.Arbitrary<Moment> = anyChanging.chain(({ zone, changes }) =>
  fc.record({
    pace: fc.record({
      days,
      zone: fc.constant(zone),
      time: fc
        .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
        .map(([at, minutes]) => timeOf(localMoment(zone, at + minutes * minuteMs).minuteOfDay)),
    }),
    learner,
    from: fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -8 * dayMs, max: dayMs }))
      .map(([at, apart]) => at + apart),
  }),
)
const moments = fc.oneof(anyMoment, momentsAroundChanges)
const lastSent = fc.option(fc.integer({ min: -40 * dayMs, max: 2 * dayMs }), { nil: undefined })

/** What `Intl` says of the learner's minute on this date; undefined when the clock skips the rest of that date. */
function slotOn({ pace, learner: id }: Moment, date: string): Instant | undefined {
  const slot = instantOf(pace.zone, date, pace.time) + jitterMinutes(pace, id) * minuteMs
  return localMoment(pace.zone, slot).date === date ? slot : undefined
}

describe('the next due time, whatever the pace, the zone and the season', patience, () => {
  const holds = (check: (moment: Moment, due: Instant, lastSentAt: Instant | undefined) => void) =>
    fc.assert(
      fc.property(moments, lastSent, (moment, apart) => {
        const lastSentAt = apart === undefined ? undefined : moment.from + apart
        check(moment, nextDue(moment.pace, moment.learner, moment.from, lastSentAt), lastSentAt)
      }),
      runs,
    )

  it('is never in the past', () => {
    holds(({ from }, due) => expect(due).toBeGreaterThanOrEqual(from))
  })

  it("lies on one of the learner's days", () => {
    holds(({ pace }, due) => expect(pace.days).toContain(localMoment(pace.zone, due).weekday))
  })

  it("lies within the hour that begins at the learner's time, moved forward where the clock skips it", () => {
    holds(({ pace }, due) => {
      const begin = instantOf(pace.zone, localMoment(pace.zone, due).date, pace.time)
      expect(due).toBeGreaterThanOrEqual(begin)
      expect(due).toBeLessThan(begin + hourMs)
    })
  })

  it('lies on a later day than the last mail', () => {
    holds(({ pace }, due, lastSentAt) => {
      if (lastSentAt === undefined) return
      expect(localMoment(pace.zone, due).date > localMoment(pace.zone, lastSentAt).date).toBe(true)
      expect(wasSentToday(pace, lastSentAt, due)).toBe(false)
    })
  })

  it('is the earliest that would do', () => {
    holds((moment, due, lastSentAt) => {
      const { pace, from } = moment
      const dueDate = localMoment(pace.zone, due).date
      const lastDate = lastSentAt === undefined ? '' : localMoment(pace.zone, lastSentAt).date
      for (let date = localMoment(pace.zone, from).date; date < dueDate; date = dateAfter(date, 1)) {
        const slot = slotOn(moment, date)
        const wouldDo = pace.days.includes(weekdayOf(date)) && date > lastDate && slot !== undefined && slot >= from
        expect(wouldDo, `nothing on ${date}`).toBe(false)
      }
    })
  })

  it("is always the learner's own minute", () => {
    holds((moment, due) => expect(due).toBe(slotOn(moment, localMoment(moment.pace.zone, due).date)))
  })

  it('is a moment at which the step may go out', () => {
    holds(({ pace, learner: id }, due) => expect(isWithinHours(pace, id, due)).toBe(true))
  })

  it('is still the same when asked again at that moment', () => {
    holds(({ pace, learner: id }, due, lastSentAt) => expect(nextDue(pace, id, due, lastSentAt)).toBe(due))
  })
})

describe('the hours, whatever the pace, the zone and the season', patience, () => {
  it('are the three from the own minute on, on chosen days', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const { pace, learner: id, from } = moment
        const { date, weekday } = localMoment(pace.zone, from)
        const slot = instantOf(pace.zone, date, pace.time) + jitterMinutes(pace, id) * minuteMs
        const isInside = pace.days.includes(weekday) && from >= slot && from < slot + 3 * hourMs
        expect(isWithinHours(pace, id, from)).toBe(isInside)
      }),
      runs,
    )
  })
})

describe('a learner who moves from zone to zone', patience, () => {
  const journeys = fc.array(fc.record({ pace: paces, hours: fc.nat(60) }), { minLength: 2, maxLength: 30 })

  it('never gets two mails on one local day, told in the zone of the later one', () => {
    fc.assert(
      fc.property(learner, fc.integer({ min: first, max: last }), journeys, (id, start, stays) => {
        let now = start
        let lastSentAt: Instant | undefined
        for (const { pace, hours } of stays) {
          const end = now + hours * hourMs
          for (let due = nextDue(pace, id, now, lastSentAt); due <= end; due = nextDue(pace, id, due, lastSentAt)) {
            expect(wasSentToday(pace, lastSentAt, due)).toBe(false)
            if (lastSentAt !== undefined) {
              expect(localMoment(pace.zone, due).date).not.toBe(localMoment(pace.zone, lastSentAt).date)
            }
            lastSentAt = due
          }
          now = end
        }
      }),
      { numRuns: 100 },
    )
  })
})
