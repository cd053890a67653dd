import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, type Enrolment } from '../../functions/domain/enrolment.ts'
import { afterAcceptance } from '../../functions/domain/feedback.ts'
import { gate, nudgeAt } from '../../functions/domain/gate.ts'
import { dayMs, hourMs, minuteMs } from '../../functions/domain/instant.ts'
import { goOnWithout } from '../../functions/domain/moves.ts'
import { nextStep, stepAhead } from '../../functions/domain/next-step.ts'
import { afterReminder, afterStep } from '../../functions/domain/outcome.ts'
import { isWithinHours, localDate, type Weekday } from '../../functions/domain/pace.ts'
import { release } from '../../functions/domain/release.ts'
import { enrolmentFactory, everyDay, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'
import { travel } from '../support/travel.ts'
import { timeOf } from './intl-clock.ts'

const steps = 'E01 P01 | B01 FIN'
const nudgeDays = [3, 10, 21]
const goOn = pathFactory({ steps, gate: { graceDays: 14, afterwards: 'go-on', nudgeDays } })
const wait = pathFactory({ steps, gate: { graceDays: 14, afterwards: 'wait', nudgeDays } })
const { gate: usual, ...course } = pathFactory({ steps })
const unset = { ...course, gate: { graceDays: usual.graceDays, afterwards: 'wait' as const } }

/** Monday, seven in the morning in Berlin, a few seconds late as every tick is. */
const briefAt = instant('2026-03-02T07:00:40+01:00')
const daysOn = (days: number) => instant('2026-03-02T07:00+01:00') + days * dayMs
const sent = (path: typeof goOn): Enrolment => {
  const before = enrolmentFactory({ received: ['E01'], lastSentAt: briefAt - dayMs, dueAt: briefAt, lane: 'due' })
  const [, project] = path.steps
  return changed(before, project === undefined ? {} : afterStep(path, before, project, briefAt))
}
const remindedOn = (path: typeof goOn) =>
  travel(path, sent(path), briefAt, 9).reminded.map(({ reminder, step, at }) => [reminder, step.id, at])

describe('nudges', () => {
  it('come 3, 10 and 21 days after the brief while a gate waits, unless the path says otherwise', () => {
    const dates = [
      ['nudge', 'P01', daysOn(3)],
      ['nudge', 'P01', daysOn(10)],
      ['nudge', 'P01', daysOn(21)],
    ]
    expect(remindedOn(wait)).toEqual(dates)
    expect(remindedOn(unset)).toEqual(dates)
    expect(remindedOn(pathFactory({ steps, gate: { ...wait.gate, nudgeDays: [] } }))).toEqual([])
  })

  it('end before the days of grace do, and the next stage begins', () => {
    const journey = travel(goOn, sent(goOn), briefAt, 9)
    expect(journey.reminded.map(({ at }) => at)).toEqual([daysOn(3), daysOn(10)])
    expect(journey.sent.map(({ step }) => step.id)).toEqual(['B01', 'FIN'])
  })

  it('do not move the days of grace: they count from the brief', () => {
    const nudged = { ...sent(goOn), lastSentAt: daysOn(10) }
    const ahead = stepAhead(goOn, nudged.received)
    expect(ahead && gate(goOn, nudged, ahead, daysOn(11))).toMatchObject({ opensAt: briefAt + 14 * dayMs })
  })

  it('do not move them when the brief is sent again', () => {
    const again = { ...sent(goOn), asked: 'P01' }
    const [, project] = goOn.steps
    expect(project && afterStep(goOn, again, project, daysOn(5))).not.toHaveProperty('briefAt')
  })

  it('wait for a day of the learner', () => {
    const mondays = { ...sent(wait), pace: paceFactory({ days: [1] }), dueAt: daysOn(3) }
    expect(travel(wait, mondays, briefAt, 9).reminded.map(({ at }) => at)).toEqual([daysOn(7), daysOn(14), daysOn(21)])
  })

  it('make no burst after an outage: those that were missed are one', () => {
    const journey = travel(wait, sent(wait), daysOn(12), 9)
    expect(journey.reminded.map(({ at }) => at)).toEqual([daysOn(12), daysOn(21)])
  })

  it('give way to another mail of that day', () => {
    const readsAgain = { ...sent(wait), lastSentAt: daysOn(3) - hourMs }
    expect(nextStep(wait, readsAgain, daysOn(3))).toMatchObject({ kind: 'gate', until: daysOn(10) })
  })

  it('leave out the day on which the grace ends: the gate opens then', () => {
    const path = pathFactory({ steps, gate: { graceDays: 10, afterwards: 'go-on', nudgeDays } })
    expect(remindedOn(path)).toEqual([['nudge', 'P01', daysOn(3)]])
    expect(nudgeAt(path, { ...sent(path), lastSentAt: daysOn(3) })).toBeUndefined()
  })

  it('are over once the learner goes on without the project', () => {
    const enrolment = sent(wait)
    const next = changed(enrolment, goOnWithout(wait, enrolment, 'P01', daysOn(1) + hourMs))
    expect(travel(wait, next, daysOn(1) + hourMs, 9)).toMatchObject({ reminded: [], sent: [{ at: daysOn(2) }, {}] })
  })

  it('are not what a learner who pauses gets', () => {
    expect(nextStep(wait, { ...sent(wait), state: 'paused', dueAt: daysOn(9) }, daysOn(3))).toEqual({
      kind: 'wait',
      until: daysOn(9),
    })
  })

  it('that are stuck and skipped count as sent, and no lesson is passed over', () => {
    const stuck = changed(sent(wait), { stuck: 'refused', dueAt: daysOn(3), lane: 'stuck' })
    const next = changed(stuck, release(wait, stuck, 'skip', daysOn(4)))
    expect(next).toMatchObject({ received: sent(wait).received, dueAt: daysOn(10), lane: 'due' })
  })

  it('whose outcome was unknown are proven by an event, once', () => {
    const due = changed(sent(wait), { dueAt: daysOn(3), lane: 'due' })
    const inDoubt = { ...due, attempt: 4, claim: { attempt: 4, by: 'worker-1', until: daysOn(3) + 15 * minuteMs } }
    const event = { fact: 'sent', step: 'nudge', attempt: 4, address: inDoubt.address, acceptedAt: daysOn(3) } as const
    const change = afterAcceptance(wait, inDoubt, event)
    expect(change).toMatchObject({ lastSentAt: daysOn(3), dueAt: daysOn(10) })
    const { claim: _, ...settled } = changed(inDoubt, change ?? {})
    expect(afterAcceptance(wait, settled, event)).toBeUndefined()
  })

  it('leave who left or paused meanwhile where they are', () => {
    const left = changed(sent(wait), { state: 'left', dueAt: daysOn(30) })
    expect(afterReminder(wait, left, 'nudge', daysOn(3))).toEqual({ lastSentAt: daysOn(3) })
  })
})

describe('at any gate', { timeout: 60_000 }, () => {
  const gates = fc.record({
    graceDays: fc.nat(30),
    afterwards: fc.constantFrom('go-on', 'wait'),
    nudgeDays: fc
      .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 })
      .map((days) => days.sort((a, b) => a - b)),
  })
  const paces = fc.record({
    days: fc.subarray<Weekday>([...everyDay], { minLength: 1 }),
    time: fc.nat(1_439).map(timeOf),
    zone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Auckland'),
  })

  it('nudges come in the learner’s hours, one a day, after the brief and never after the gate opened', () => {
    fc.assert(
      fc.property(gates, paces, fc.nat(365), fc.nat(40), (policy, pace, day, outageDays) => {
        const path = pathFactory({ steps, gate: policy })
        const start = briefAt + day * dayMs
        const [, project] = path.steps
        const before = enrolmentFactory({ received: ['E01'], pace, dueAt: start, lane: 'due' })
        const enrolment = changed(before, project === undefined ? {} : afterStep(path, before, project, start))

        const { reminded, sent: steps_ } = travel(path, enrolment, start + outageDays * dayMs, 9)

        const mails = [start, ...reminded.map(({ at }) => at), ...steps_.map(({ at }) => at)].sort((a, b) => a - b)
        const dates = mails.map((at) => localDate(pace.zone, at))
        expect(new Set(dates).size).toBe(dates.length)
        expect(reminded.length).toBeLessThanOrEqual(policy.nudgeDays.length)
        for (const { at } of reminded) {
          expect(isWithinHours(pace, enrolment.learner, at)).toBe(true)
          if (policy.afterwards === 'go-on') expect(at).toBeLessThan(start + policy.graceDays * dayMs)
        }
        expect(steps_).toHaveLength(policy.afterwards === 'go-on' ? 2 : 0)
      }),
      { numRuns: 200 },
    )
  })
})
