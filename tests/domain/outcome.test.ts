import { describe, expect, it } from 'vitest'
import { changed, type EnrolmentState } from '../../functions/domain/enrolment.ts'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { leave, pause } from '../../functions/domain/moves.ts'
import { afterConfirmation, afterNothing, afterStep } from '../../functions/domain/outcome.ts'
import { type EnrolmentWish, enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory, stepFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const e01 = stepFactory({ id: 'E01', stage: 'stage-1' })
const fin = stepFactory({ id: 'FIN', stage: 'stage-2' })
const dueAt = instant('2026-03-02T07:00+01:00')
const sentAt = dueAt + minuteMs
const tomorrow = dueAt + dayMs
const claimed = (wish: EnrolmentWish = {}) => enrolmentFactory({ dueAt, lane: 'due', ...wish })

describe('after a confirmation mail', () => {
  it('a pending enrolment is due for its own erasure in seven days', () => {
    const pending = enrolmentFactory({ state: 'pending', asked: 'confirmation', dueAt, lane: 'now' })
    const next = changed(pending, afterConfirmation(pending, sentAt))
    expect(next).toEqual(enrolmentFactory({ state: 'pending', dueAt: sentAt + 7 * dayMs, lane: 'due' }))
  })

  it.each(['active', 'left'] as const)('nothing changes for one that is %s meanwhile', (state) => {
    expect(afterConfirmation(enrolmentFactory({ state }), sentAt)).toEqual({})
  })
})

describe('after a step', () => {
  it('it counts as received and the next one is due at the next own time', () => {
    const enrolment = claimed({ asked: 'next', stuck: 'outcome-unknown' })
    const next = changed(enrolment, afterStep(path, enrolment, e01, sentAt))
    expect(next).toEqual(enrolmentFactory({ received: ['E01'], lastSentAt: sentAt, dueAt: tomorrow, lane: 'due' }))
  })

  it('settles on the pace as it is now', () => {
    const enrolment = claimed({ pace: paceFactory({ days: [5], time: '19:00' }) })
    const next = changed(enrolment, afterStep(path, enrolment, e01, sentAt))
    expect(next.dueAt).toBe(instant('2026-03-06T19:00+01:00'))
  })

  it('leaves alone who left meanwhile: it was received, and nothing else changes', () => {
    const left = changed(claimed(), leave(claimed(), sentAt) ?? {})
    const next = changed(left, afterStep(path, left, e01, sentAt))
    expect(next).toEqual({ ...left, received: new Set(['E01']), lastSentAt: sentAt })
  })

  it.each([undefined, '2026-04-01'])('leaves alone who paused meanwhile, until %s', (until) => {
    const paused = changed(claimed(), pause(claimed(), until, sentAt))
    const next = changed(paused, afterStep(path, paused, e01, sentAt))
    expect(next).toEqual({ ...paused, received: new Set(['E01']), lastSentAt: sentAt })
  })

  it.each(['E01', 'FIN'])('a step asked for by name while %s was under way is still to come', (underWay) => {
    const asking = claimed({ received: ['E02'], asked: 'E02' })
    const next = changed(asking, afterStep(path, asking, underWay === 'FIN' ? fin : e01, sentAt))
    expect(next).toMatchObject({ state: 'active', asked: 'E02', dueAt: tomorrow, lane: 'due' })
  })

  it('a step sent once more is asked for no more, also by who paused meanwhile', () => {
    const paused = claimed({ state: 'paused', received: ['E01'], asked: 'E01', dueAt: tomorrow })
    expect(changed(paused, afterStep(path, paused, e01, sentAt))).not.toHaveProperty('asked')
  })

  it('a pause that was over has ended', () => {
    const paused = claimed({ state: 'paused' })
    const next = changed(paused, afterStep(path, paused, e01, sentAt))
    expect(next).toMatchObject({ state: 'active', dueAt: tomorrow, lane: 'due' })
    expect(afterStep(path, paused, e01, dueAt)).toMatchObject({ state: 'active' })
  })

  it('that proves what was in doubt, a pause goes on and the stuck list is left', () => {
    const stuck = claimed({ state: 'paused', stuck: 'outcome-unknown', lane: 'stuck' })
    const next = changed(stuck, afterStep(path, stuck, e01, sentAt))
    expect(next).toEqual(claimed({ state: 'paused', received: ['E01'], lastSentAt: sentAt }))
    const open = changed(stuck, { dueAt: null })
    expect(changed(open, afterStep(path, open, e01, sentAt))).not.toHaveProperty('dueAt')
  })

  it('that proves an earlier send, the last mail stays the later one', () => {
    const enrolment = claimed({ lastSentAt: tomorrow })
    expect(afterStep(path, enrolment, e01, sentAt).lastSentAt).toBe(tomorrow)
    expect(afterStep(path, claimed({ lastSentAt: dueAt }), e01, sentAt).lastSentAt).toBe(sentAt)
  })

  it('that was a project, the gate waits', () => {
    const enrolment = claimed({ received: ['E01', 'E02'] })
    const project = stepFactory({ id: 'P01', stage: 'stage-1' })
    const strict = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })

    expect(afterStep(path, enrolment, project, sentAt).dueAt).toBe(dueAt + 15 * dayMs)
    expect(afterStep(strict, enrolment, project, sentAt)).toMatchObject({ state: 'active', dueAt: null })
  })

  it('that was the finish, the path is finished', () => {
    const briefAt = sentAt
    const enrolment = claimed({ received: ['E01', 'E02', 'P01', 'B01'], briefAt, asked: 'next', stuck: 'refused' })
    const next = changed(enrolment, afterStep(path, enrolment, fin, sentAt))
    const received = path.steps.map((step) => step.id)
    expect(next).toEqual(enrolmentFactory({ state: 'finished', received, lastSentAt: sentAt }))
  })

  it('that was the finish, the path is finished though a step was added meanwhile', () => {
    expect(afterStep(path, claimed({ received: ['E01'] }), fin, sentAt).state).toBe('finished')
  })

  it('that was the last one ahead, the path is finished as well', () => {
    const enrolment = claimed({ received: ['E02', 'P01', 'B01', 'FIN'] })
    expect(afterStep(path, enrolment, e01, sentAt)).toMatchObject({ state: 'finished', dueAt: null })
  })
})

describe('after nothing', () => {
  it('the enrolment waits until it may be sent something; what was asked has come too late', () => {
    const next = changed(claimed(), afterNothing(claimed({ asked: 'next' }), { kind: 'wait', until: tomorrow }))
    expect(next).toEqual(enrolmentFactory({ dueAt: tomorrow, lane: 'due' }))
    expect(afterNothing(claimed({ asked: 'next' }), { kind: 'wait', until: tomorrow }).asked).toBeNull()
  })

  it('a wish for the confirmation stays', () => {
    const pending = claimed({ state: 'pending', asked: 'confirmation' })
    expect(afterNothing(pending, { kind: 'wait', until: tomorrow }).asked).toBe('confirmation')
  })

  it('a gate is looked at again when it opens, or when it is cleared', () => {
    const gate = { kind: 'gate', project: 'P01' } as const
    expect(afterNothing(claimed(), { ...gate, until: tomorrow })).toMatchObject({ dueAt: tomorrow, lane: 'due' })
    expect(afterNothing(claimed(), gate)).toMatchObject({ dueAt: null })
  })

  it.each([{}, { until: tomorrow }])('a pause that ends before a gate has ended: %o', (wish) => {
    const paused = claimed({ state: 'paused' })
    expect(afterNothing(paused, { kind: 'gate', project: 'P01', ...wish }).state).toBe('active')
  })

  it.each(['active', 'paused'] as const)('what was %s and has nothing ahead has finished the path', (state) => {
    const enrolment = claimed({ state, asked: 'next' })
    expect(changed(enrolment, afterNothing(enrolment, { kind: 'stop' }))).toEqual(
      enrolmentFactory({ state: 'finished' }),
    )
  })

  it.each(['paused', 'finished', 'undeliverable', 'left', 'pending'] as EnrolmentState[])(
    'what is %s and not due stays so',
    (state) => {
      const enrolment = enrolmentFactory({ state, asked: 'confirmation' })
      expect(changed(enrolment, afterNothing(enrolment, { kind: 'stop' }))).toEqual(enrolment)
    },
  )

  it('there is no word of a send: that would be a bug, and says so', () => {
    expect(() => afterNothing(claimed(), { kind: 'send', step: e01 })).toThrow('"send" is something to send')
  })
})
