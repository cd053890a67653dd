import { describe, expect, it } from 'vitest'
import type { EnrolmentState } from '../../functions/domain/enrolment.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { type Decision, dueAfter, isAddedBehind, nextStep, stepAhead } from '../../functions/domain/next-step.ts'
import { type EnrolmentWish, enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory, stepFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const e01 = stepFactory({ id: 'E01', stage: 'stage-1' })
const e02 = stepFactory({ id: 'E02', stage: 'stage-1' })
const b01 = stepFactory({ id: 'B01', stage: 'stage-2' })
const fin = stepFactory({ id: 'FIN', stage: 'stage-2' })
const monday = instant('2026-03-02T07:00+01:00')
const tuesday = monday + dayMs

describe('what is done with a claimed enrolment', () => {
  const cases: [EnrolmentState, EnrolmentWish, Decision][] = [
    ['pending', { asked: 'confirmation', dueAt: monday }, { kind: 'confirm' }],
    ['pending', { dueAt: tuesday }, { kind: 'wait', until: tuesday }],
    ['pending', { dueAt: monday }, { kind: 'erase' }],
    ['pending', {}, { kind: 'stop' }],
    ['active', { dueAt: monday }, { kind: 'send', step: e01 }],
    ['paused', {}, { kind: 'stop' }],
    ['paused', { dueAt: tuesday }, { kind: 'wait', until: tuesday }],
    ['paused', { dueAt: monday }, { kind: 'send', step: e01 }],
    ['finished', { dueAt: monday }, { kind: 'stop' }],
    ['finished', {}, { kind: 'stop' }],
    ['left', { dueAt: tuesday }, { kind: 'wait', until: tuesday }],
    ['left', { dueAt: monday }, { kind: 'erase' }],
    ['left', {}, { kind: 'stop' }],
    ['undeliverable', { dueAt: monday }, { kind: 'stop' }],
    ['undeliverable', {}, { kind: 'stop' }],
    ['erasing', { dueAt: tuesday }, { kind: 'erase' }],
    ['erasing', {}, { kind: 'erase' }],
  ]

  it.each(cases)('that is %s with %o is %o', (state, wish, decision) => {
    expect(nextStep(path, enrolmentFactory({ state, ...wish }), monday)).toEqual(decision)
  })

  it('that is in a state nobody knows is a bug, and says so', () => {
    const enrolment = enrolmentFactory({ state: 'asleep' as EnrolmentState })
    expect(() => nextStep(path, enrolment, monday)).toThrow('No such state of an enrolment: asleep')
  })
})

describe('an active enrolment', () => {
  const due = (wish: EnrolmentWish) => enrolmentFactory({ dueAt: monday, ...wish })

  it('is sent the first step that it has not received', () => {
    expect(nextStep(path, due({ received: ['E01'] }), monday)).toEqual({ kind: 'send', step: e02 })
  })

  it('is sent the finish as the last step', () => {
    const enrolment = due({ received: ['E01', 'E02', 'P01', 'B01'] })
    expect(nextStep(path, enrolment, monday)).toEqual({ kind: 'finish', step: fin })
  })

  it('that has received everything is sent nothing', () => {
    const enrolment = due({ received: path.steps.map((step) => step.id) })
    expect(nextStep(path, enrolment, monday)).toEqual({ kind: 'stop' })
  })

  it('waits for its own minute', () => {
    expect(nextStep(path, due({}), monday - 1)).toEqual({ kind: 'wait', until: monday })
  })

  it('waits for its next day when the hour has passed: no lesson of seven at midnight', () => {
    expect(nextStep(path, due({}), monday + 3 * hourMs)).toEqual({ kind: 'wait', until: tuesday })
  })

  it('waits for its next day when a mail was sent today, whatever the reason', () => {
    const enrolment = due({ lastSentAt: monday - 6 * hourMs, asked: 'next' })
    expect(nextStep(path, enrolment, monday)).toEqual({ kind: 'wait', until: tuesday })
  })

  it('that asked for the next step gets it outside days and hours', () => {
    const enrolment = due({ asked: 'next', pace: paceFactory({ days: [5] }), lastSentAt: monday - dayMs })
    expect(nextStep(path, enrolment, monday + 14 * hourMs)).toEqual({ kind: 'send', step: e01 })
  })
})

describe('an active enrolment before a gate', () => {
  const waiting = enrolmentFactory({ received: ['E01', 'E02', 'P01'], lastSentAt: monday, dueAt: tuesday })
  const opening = monday + 14 * dayMs

  it('waits until the days of grace are over, also when it asks for the next step', () => {
    const decision = { kind: 'gate', project: 'P01', until: opening }
    expect(nextStep(path, waiting, tuesday)).toEqual(decision)
    expect(nextStep(path, { ...waiting, asked: 'next' }, tuesday)).toEqual(decision)
  })

  it('waits for the project alone where the path says so', () => {
    const strict = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
    expect(nextStep(strict, waiting, opening)).toEqual({ kind: 'gate', project: 'P01' })
  })

  it('goes on when it opens', () => {
    expect(nextStep(path, waiting, opening)).toEqual({ kind: 'send', step: b01 })
  })
})

describe('the step ahead', () => {
  const added = stepFactory({ id: 'E99', newcomersOnly: true })
  const withNews = pathFactory({ steps: [stepFactory({ id: 'E01' }), added, stepFactory({ id: 'E02' })] })

  it('is none when everything was received', () => {
    expect(stepAhead(withNews, new Set(['E01', 'E99', 'E02']))).toBeUndefined()
  })

  it('passes a step for newcomers over for those who have received a later one', () => {
    expect(stepAhead(withNews, new Set(['E01', 'E02']))).toBeUndefined()
    expect(stepAhead(withNews, new Set(['E02']))?.id).toBe('E01')
  })

  it('is a step for newcomers for those who have not', () => {
    expect(stepAhead(withNews, new Set(['E01']))?.id).toBe('E99')
  })

  it('is known as added behind when a later one was received', () => {
    expect(isAddedBehind(withNews, new Set(['E01', 'E02']), added)).toBe(true)
    expect(isAddedBehind(withNews, new Set(['E01', 'E99']), added)).toBe(false)
  })
})

describe('the due time of the step ahead', () => {
  const atGate = enrolmentFactory({ received: ['E01', 'E02', 'P01'], lastSentAt: monday })

  it("is the learner's next own time", () => {
    const enrolment = enrolmentFactory({ received: ['E01'], lastSentAt: monday })
    expect(dueAfter(path, enrolment, monday)).toBe(tuesday)
  })

  it('is the first own time at which the gate is open', () => {
    const evenings = { ...atGate, pace: paceFactory({ time: '19:00', days: [1] }) }
    expect(dueAfter(path, evenings, tuesday)).toBe(instant('2026-03-16T19:00+01:00'))
  })

  it('is never on the day of the last mail, also where a gate has no days of grace', () => {
    const noGrace = pathFactory({ steps: path.steps, gate: { graceDays: 0, afterwards: 'go-on' } })
    expect(dueAfter(noGrace, atGate, monday)).toBe(tuesday)
  })

  it('does not exist where nothing is ahead or a gate waits', () => {
    const strict = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
    expect(dueAfter(strict, atGate, tuesday)).toBeUndefined()
    expect(dueAfter(path, enrolmentFactory({ received: path.steps.map((step) => step.id) }), tuesday)).toBeUndefined()
  })
})
