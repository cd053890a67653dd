import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../functions/domain/forecast.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import type { Weekday } from '../../functions/domain/pace.ts'
import type { Path } from '../../functions/domain/path.ts'
import { enrolmentFactory, everyDay, instant, paceFactory } from '../support/enrolment.ts'
import { longPath, pathFactory } from '../support/path.ts'
import { travel } from '../support/travel.ts'
import { timeOf } from './intl-clock.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const now = instant('2026-03-02T12:00+01:00')
const dueAt = instant('2026-03-03T07:00+01:00')
const dates = (steps: ReturnType<typeof forecast>) => steps.map(({ step, dueAt: at }) => [step.id, at])

describe('the forecast', () => {
  it('tells the next steps with their dates, through the grace of a gate to the finish', () => {
    const ahead = forecast(path, enrolmentFactory({ dueAt, received: ['E01'] }), now, 99)
    expect(dates(ahead)).toEqual([
      ['E02', dueAt],
      ['P01', dueAt + dayMs],
      ['B01', dueAt + 15 * dayMs],
      ['FIN', dueAt + 16 * dayMs],
    ])
  })

  it('tells as many as were asked for', () => {
    expect(forecast(path, enrolmentFactory({ dueAt }), now, 2)).toHaveLength(2)
    expect(forecast(path, enrolmentFactory({ dueAt }), now, 0)).toEqual([])
  })

  it('ends at a gate that waits', () => {
    const strict = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
    const ahead = forecast(strict, enrolmentFactory({ dueAt }), now, 99)
    expect(ahead.map(({ step }) => step.id)).toEqual(['E01', 'E02', 'P01'])
  })

  it('after an outage promises the next own time, not the middle of the night', () => {
    const ahead = forecast(path, enrolmentFactory({ dueAt: now - 9 * dayMs }), now, 1)
    expect(dates(ahead)).toEqual([['E01', dueAt]])
  })

  it('begins now with what was asked for', () => {
    const ahead = forecast(path, enrolmentFactory({ asked: 'next', dueAt: now }), now, 2)
    expect(dates(ahead)).toEqual([
      ['E01', now],
      ['E02', dueAt],
    ])
  })

  it('begins on the day on which a pause ends', () => {
    const pauseEnds = instant('2026-04-02T07:00+02:00')
    const ahead = forecast(path, enrolmentFactory({ state: 'paused', dueAt: pauseEnds }), now, 1)
    expect(dates(ahead)).toEqual([['E01', pauseEnds]])
  })

  it.each([
    ['paused openly', enrolmentFactory({ state: 'paused' })],
    ['pending', enrolmentFactory({ state: 'pending', dueAt })],
    ['finished', enrolmentFactory({ state: 'finished', dueAt })],
    ['to be erased', enrolmentFactory({ state: 'left', dueAt })],
    ['waiting for the operator', enrolmentFactory({ stuck: 'refused', dueAt, lane: 'stuck' })],
    ['not due', enrolmentFactory({})],
    ['through', enrolmentFactory({ dueAt, received: path.steps.map((step) => step.id) })],
  ])('is empty for what is %s', (_, enrolment) => {
    expect(forecast(path, enrolment, now, 99)).toEqual([])
  })
})

describe('the forecast of any enrolment on any path', { timeout: 60_000 }, () => {
  const course = longPath()
  const paths: fc.Arbitrary<Path> = fc
    .record({
      graceDays: fc.nat(30),
      afterwards: fc.constantFrom('go-on', 'wait'),
    })
    .map((gate) => ({ ...course, gate }))

  const enrolments = fc.record({
    state: fc.constantFrom('active', 'paused'),
    received: fc.subarray(course.steps.map((step) => step.id)),
    cleared: fc.subarray(['P01', 'P02', 'P03', 'P04', 'P05']),
    sentDaysAgo: fc.option(fc.nat(40), { nil: undefined }),
    dueInHours: fc.integer({ min: -400, max: 400 }),
    asked: fc.option(fc.constant('next'), { nil: undefined }),
    days: fc.subarray<Weekday>([...everyDay], { minLength: 1 }),
    time: fc.nat(1_439).map(timeOf),
    zone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Auckland'),
  })

  it('is what claim after claim will send, if nothing changes', () => {
    fc.assert(
      fc.property(paths, enrolments, fc.nat(365), (randomPath, random, day) => {
        const from = now + day * dayMs
        const enrolment = enrolmentFactory({
          state: random.state,
          received: random.received,
          cleared: random.cleared,
          dueAt: from + random.dueInHours * hourMs,
          lane: 'due',
          pace: paceFactory(random),
          ...(random.sentDaysAgo === undefined ? {} : { lastSentAt: from - random.sentDaysAgo * dayMs }),
          ...(random.asked === undefined ? {} : { asked: random.asked }),
        })

        const ahead = forecast(randomPath, enrolment, from, 20)

        const { sent } = travel(randomPath, enrolment, from, 20)
        expect(dates(ahead)).toEqual(sent.map(({ step, at }) => [step.id, at]))
      }),
      { numRuns: 100 },
    )
  })
})
