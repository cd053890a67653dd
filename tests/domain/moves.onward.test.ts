import { describe, expect, it } from 'vitest'
import { changed, type Enrolment, type EnrolmentChange } from '../../functions/domain/enrolment.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import * as moves from '../../functions/domain/moves.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { release } from '../../functions/domain/release.ts'
import { enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const now = instant('2026-03-02T12:00+01:00')
const yesterday = instant('2026-03-01T07:00+01:00')
const tomorrow = instant('2026-03-03T07:00+01:00')

describe('asking for the next step', () => {
  it('makes it due now, in the lane of those who wait', () => {
    const enrolment = enrolmentFactory({ lastSentAt: yesterday, dueAt: tomorrow, lane: 'due' })
    expect(moves.mayAskForNext(path, enrolment, now)).toBe(true)
    expect(moves.askForNext(path, enrolment, now)).toEqual({ asked: 'next', dueAt: now, lane: 'now' })
  })

  it('is refused on the day of a mail, in words of its own', () => {
    const enrolment = enrolmentFactory({ lastSentAt: now - hourMs })
    expect(moves.mayAskForNext(path, enrolment, now)).toBe(false)
    expect(() => moves.askForNext(path, enrolment, now)).toThrow('there is at most one a day')
  })

  it.each([
    ['before a closed gate', enrolmentFactory({ received: ['E01', 'E02', 'P01'], lastSentAt: yesterday })],
    ['while the operator is asked', enrolmentFactory({ stuck: 'refused' })],
    ['at the end of the path', enrolmentFactory({ received: path.steps.map((step) => step.id) })],
    ['in a pause', enrolmentFactory({ state: 'paused' })],
  ])('is refused %s', (_, enrolment) => {
    expect(moves.mayAskForNext(path, enrolment, now)).toBe(false)
    expect(() => moves.askForNext(path, enrolment, now)).toThrow('It is not possible to send the next step')
  })
})

describe('skipping', () => {
  it('puts the step among the received ones; the one after it comes at the next own time', () => {
    const enrolment = enrolmentFactory({ received: ['E01'], lastSentAt: yesterday, dueAt: tomorrow, lane: 'due' })
    const next = changed(enrolment, moves.skip(path, enrolment, 'E02', now))
    expect(next).toMatchObject({
      received: new Set(['E01', 'E02']),
      dueAt: tomorrow,
      lane: 'due',
      lastSentAt: yesterday,
    })
    expect(next.cleared).toEqual(new Set())
  })

  it('a project goes on without it: no gate closes', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'E02'], lastSentAt: yesterday })
    const next = changed(enrolment, moves.skip(path, enrolment, 'P01', now))
    expect(next.cleared).toEqual(new Set(['P01']))
    expect(nextStep(path, next, tomorrow)).toMatchObject({ kind: 'send', step: { id: 'B01' } })
  })

  it('takes an asked step back: a stale wish must not send the one after it at night', () => {
    const enrolment = enrolmentFactory({ asked: 'next', dueAt: now, lane: 'now' })
    const next = changed(enrolment, moves.skip(path, enrolment, 'E01', now))
    expect(next).not.toHaveProperty('asked')
    expect(nextStep(path, next, tomorrow + 12 * hourMs).kind).toBe('wait')
  })

  it('in a pause does not end it', () => {
    const enrolment = enrolmentFactory({ state: 'paused', dueAt: now + 9 * dayMs, lane: 'due' })
    const next = changed(enrolment, moves.skip(path, enrolment, 'E01', now))
    expect(next).toEqual(enrolmentFactory({ state: 'paused', dueAt: now + 9 * dayMs, lane: 'due', received: ['E01'] }))
  })

  it.each([
    ['a step that is not next', enrolmentFactory({}), 'E02'],
    ['a step that was received', enrolmentFactory({ received: ['E01'] }), 'E01'],
    ['the finish', enrolmentFactory({ received: ['E01', 'E02', 'P01', 'B01'] }), 'FIN'],
    ['what is not there', enrolmentFactory({ received: path.steps.map((step) => step.id) }), 'FIN'],
  ])('%s is refused', (_, enrolment, step) => {
    expect(() => moves.skip(path, enrolment, step, now)).toThrow('Only the next step can be skipped')
  })
})

describe('an enrolment that waits for the operator', () => {
  const stuck = enrolmentFactory({ stuck: 'refused', dueAt: yesterday, lane: 'stuck', lastSentAt: yesterday })
  const evenings = paceFactory({ time: '19:00' })
  const learnersMoves: [string, (from: Enrolment) => EnrolmentChange][] = [
    ['pauses until a day', (from) => moves.pause(from, '2026-04-01', now)],
    ['changes the pace', (from) => moves.changePace(path, from, evenings, now)],
    ['asks for a step again', (from) => moves.askAgain(path, changed(from, { received: ['E01'] }), 'E01', now)],
    ['skips', (from) => moves.skip(path, from, 'E01', now)],
    [
      'asks for an earlier step again',
      (from) => ({ received: ['E01'], ...moves.askAgain(path, changed(from, { received: ['E01'] }), 'E01', now) }),
    ],
    ['pauses openly and resumes', (from) => moves.resume(path, changed(from, moves.pause(from, undefined, now)), now)],
    [
      'pauses until a day and changes the pace',
      (from) => moves.changePace(path, changed(from, moves.pause(from, '2026-04-01', now)), evenings, now),
    ],
  ]

  it.each(learnersMoves)('stays on the stuck list when the learner %s', (_, move) => {
    const next = changed(stuck, move(stuck))
    expect(next).toMatchObject({ stuck: 'refused', lane: 'stuck' })
    expect(next.dueAt).toBeTypeOf('number')
  })

  it('and is released to send gets the step at its next own time', () => {
    const asking = changed(stuck, { asked: 'next' })
    const next = changed(asking, release(path, asking, 'send', now))
    expect(next).toMatchObject({ state: 'active', dueAt: tomorrow, lane: 'due' })
    expect(next).not.toHaveProperty('stuck')
    expect(next).not.toHaveProperty('asked')
    expect(next.received.size).toBe(0)
  })

  it('and is released to skip goes on with the one after it', () => {
    const next = changed(stuck, release(path, stuck, 'skip', now))
    expect(next.received).toEqual(new Set(['E01']))
    expect(next).not.toHaveProperty('stuck')
  })

  it('and is released to skip a project meets no gate for it', () => {
    const atProject = changed(stuck, { received: ['E01', 'E02'] })
    const next = changed(atProject, release(path, atProject, 'skip', now))
    expect(nextStep(path, next, tomorrow)).toMatchObject({ kind: 'send', step: { id: 'B01' } })
  })

  it('and is released at the end of the path has finished it', () => {
    const atEnd = changed(stuck, { received: ['E01', 'E02', 'P01', 'B01'] })
    expect(changed(atEnd, release(path, atEnd, 'skip', now))).toMatchObject({ state: 'finished' })
    const over = changed(atEnd, { received: ['FIN'] })
    expect(changed(over, release(path, over, 'skip', now))).toMatchObject({ state: 'finished' })
  })

  it.each(['FIN', 'E01'])('and has finished is sent %s afresh when it was rejected', (rejected) => {
    const received = path.steps.map(({ id }) => id)
    const over = changed(stuck, { state: 'finished', stuck: 'rejected', received })
    const next = changed(over, release(path, over, 'send', now, rejected))
    expect(next).toMatchObject({ state: 'active', asked: rejected, dueAt: tomorrow, lane: 'due' })
    expect(nextStep(path, next, tomorrow)).toMatchObject({ kind: 'send', step: { id: rejected } })
    expect(changed(over, release(path, over, 'skip', now, rejected))).toMatchObject({ state: 'finished' })
  })

  it.each([
    ['send', 'E01'],
    ['skip', undefined],
  ] as const)('on a step that was asked for again, and is released to %s, has %s to come', (choice, asked) => {
    const again = changed(stuck, { received: ['E01'], asked: 'E01' })
    const next = changed(again, release(path, again, choice, now))
    expect(next.asked).toBe(asked)
    expect(next.received).toEqual(new Set(['E01']))
  })

  it('and has not confirmed yet is sent the confirmation when it is released', () => {
    const pending = changed(stuck, { state: 'pending' })
    const next = changed(pending, release(path, pending, 'skip', now))
    expect(next).toMatchObject({ state: 'pending', asked: 'confirmation', dueAt: now, lane: 'now' })
    expect(next).not.toHaveProperty('stuck')
    expect(next.received.size).toBe(0)
  })

  it('and pauses openly is off the list until the learner returns', () => {
    const paused = changed(stuck, moves.pause(stuck, undefined, now))
    expect(paused).toMatchObject({ state: 'paused', stuck: 'refused' })
    expect(paused).not.toHaveProperty('dueAt')
    expect(changed(paused, moves.resume(path, paused, now))).toMatchObject({ state: 'active', lane: 'stuck' })
  })

  it('and pauses openly goes on pausing when it is released', () => {
    const paused = changed(stuck, moves.pause(stuck, undefined, now))
    const next = changed(paused, release(path, paused, 'skip', now))
    expect(next).toMatchObject({ state: 'paused', received: new Set(['E01']) })
    expect(next).not.toHaveProperty('dueAt')
  })

  it.each([tomorrow, yesterday])('and pauses until %d goes on at that time when it is released', (dueAt) => {
    const paused = changed(stuck, { state: 'paused', dueAt })
    const next = changed(paused, release(path, paused, 'send', now))
    expect(next).toMatchObject({ state: 'paused', dueAt, lane: 'due' })
    expect(next).not.toHaveProperty('stuck')
  })

  it('with nothing to come any more is off the list when it is released', () => {
    const finished = changed(stuck, { state: 'finished' })
    expect(release(path, finished, 'send', now)).toEqual({ stuck: null, dueAt: null })
  })

  it('and has nothing to be sent before a gate stays on the list all the same', () => {
    const waiting = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
    const atGate = changed(stuck, { received: ['E01', 'E02', 'P01'], briefAt: yesterday })
    expect(moves.changePace(waiting, atGate, evenings, now)).toMatchObject({ dueAt: yesterday, lane: 'stuck' })
  })

  it('and returns from an open pause before such a gate waits there', () => {
    const waiting = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
    const atGate = changed(stuck, { received: ['E01', 'E02', 'P01'], briefAt: yesterday })
    const paused = changed(atGate, { state: 'paused', dueAt: null })
    expect(changed(paused, moves.resume(waiting, paused, now))).not.toHaveProperty('dueAt')
  })
})
