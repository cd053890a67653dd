import { describe, expect, it } from 'vitest'
import { changed, type Enrolment } from '../../functions/domain/enrolment.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import * as moves from '../../functions/domain/moves.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const waiting = pathFactory({ steps: path.steps, gate: { graceDays: 14, afterwards: 'wait' } })
const now = instant('2026-03-02T12:00+01:00')
const yesterday = instant('2026-03-01T07:00+01:00')
const tomorrow = instant('2026-03-03T07:00+01:00')
const evenings = paceFactory({ time: '19:00' })
const address = 'ada@new.example.org'

describe('signing up again', () => {
  const gone = enrolmentFactory({
    state: 'left',
    name: 'Ada',
    attempt: 9,
    floor: 2,
    stuck: 'rejected',
    received: ['E01'],
  })

  it('asks for the confirmation at once and keeps what was received', () => {
    const next = changed(gone, moves.signUpAgain(gone, { address, pace: evenings, name: 'Eno' }, now))
    expect(next).toMatchObject({ state: 'pending', asked: 'confirmation', dueAt: now, lane: 'now', name: 'Eno' })
    expect(next.pace).toBe(evenings)
    expect(next.address).toBe(address)
    expect(next.received).toEqual(new Set(['E01']))
  })

  it('takes no name over from the life before', () => {
    expect(changed(gone, moves.signUpAgain(gone, { address, pace: evenings }, now))).not.toHaveProperty('name')
  })

  it('still counts what was sent before: a late event of it keeps the step from coming twice', () => {
    const next = changed(gone, moves.signUpAgain(gone, { address, pace: evenings }, now))
    expect(next.floor).toBe(2)
    expect(next).not.toHaveProperty('stuck')
  })
})

describe('confirming', () => {
  it('lets the first step follow at once, on whatever day and hour', () => {
    const pending = enrolmentFactory({ state: 'pending', asked: 'confirmation', stuck: 'refused' })
    const next = changed(pending, moves.confirm(pending, now))

    expect(next).toMatchObject({ state: 'active', asked: 'next', dueAt: now, lane: 'now' })
    expect(next).not.toHaveProperty('stuck')
    expect(nextStep(path, next, now)).toMatchObject({ kind: 'send', step: { id: 'E01' } })
  })

  it('may be asked for once more', () => {
    const pending = enrolmentFactory({ state: 'pending', stuck: 'refused', dueAt: now + dayMs, lane: 'stuck' })
    const next = changed(pending, moves.askConfirmation(pending, now))
    expect(next).toMatchObject({ state: 'pending', asked: 'confirmation', dueAt: now, lane: 'now' })
    expect(next).not.toHaveProperty('stuck')
  })
})

describe('leaving', () => {
  it('forgets every wish and erases after thirty days', () => {
    const enrolment = enrolmentFactory({ asked: 'next', stuck: 'refused', dueAt: now, lane: 'stuck' })
    const next = changed(enrolment, moves.leave(enrolment, now) ?? {})
    expect(next).toEqual(enrolmentFactory({ state: 'left', dueAt: now + 30 * dayMs, lane: 'due' }))
  })
})

describe('pausing', () => {
  it('openly leaves nothing due', () => {
    const enrolment = enrolmentFactory({ dueAt: tomorrow, lane: 'due', asked: 'next' })
    expect(changed(enrolment, moves.pause(enrolment, undefined, now))).toEqual(enrolmentFactory({ state: 'paused' }))
  })

  it("until a day ends at the learner's own time, on the first of their days from it on", () => {
    const enrolment = enrolmentFactory({ asked: 'next', pace: paceFactory({ days: [1] }) })
    const next = changed(enrolment, moves.pause(enrolment, '2026-04-01', now))
    expect(next).toMatchObject({ state: 'paused', dueAt: instant('2026-04-06T07:00+02:00'), lane: 'due' })
    expect(next).not.toHaveProperty('asked')
  })

  it.each(['2026-03-02', '2026-03-01', '2027-03-04', '9999-01-01'])('until %s is refused', (until) => {
    expect(() => moves.pause(enrolmentFactory(), until, now)).toThrow('That day is not between tomorrow and a year')
  })

  it.each(['2026-03-03', '2027-03-03'])('until %s is the shortest or the longest there is', (until) => {
    expect(moves.pause(enrolmentFactory(), until, now)).toHaveProperty('state', 'paused')
  })

  it("goes by the learner's calendar: tomorrow comes earlier in Auckland", () => {
    const enrolment = enrolmentFactory({ pace: paceFactory({ zone: 'Pacific/Auckland' }) })
    expect(() => moves.pause(enrolment, '2026-03-03', now)).toThrow()
  })
})

describe('resuming', () => {
  it('goes on at the next own time and never in a burst', () => {
    const enrolment = enrolmentFactory({ state: 'paused', lastSentAt: yesterday - 90 * dayMs })
    const next = changed(enrolment, moves.resume(path, enrolment, now))
    expect(next).toMatchObject({ state: 'active', dueAt: tomorrow, lane: 'due' })
  })

  it('before a gate that waits leaves nothing due', () => {
    const enrolment = enrolmentFactory({ state: 'paused', received: ['E01', 'E02', 'P01'], lastSentAt: yesterday })
    expect(changed(enrolment, moves.resume(waiting, enrolment, now))).not.toHaveProperty('dueAt')
  })

  it('at the end of the path finishes it', () => {
    const enrolment = enrolmentFactory({ state: 'paused', received: path.steps.map((step) => step.id) })
    expect(moves.resume(path, enrolment, now)).toEqual({ state: 'finished', dueAt: null })
  })
})

describe('changing the pace', () => {
  const change = (enrolment: Enrolment) => changed(enrolment, moves.changePace(path, enrolment, evenings, now))

  it('moves the next step to the new hour, and an asked one with it', () => {
    const next = change(enrolmentFactory({ dueAt: tomorrow, lane: 'now', asked: 'next', lastSentAt: yesterday }))
    expect(next).toEqual(
      enrolmentFactory({
        pace: evenings,
        dueAt: instant('2026-03-02T19:00+01:00'),
        lane: 'due',
        lastSentAt: yesterday,
      }),
    )
  })

  it('gives no second mail on the day of the last one', () => {
    const next = change(enrolmentFactory({ dueAt: tomorrow, lane: 'due', lastSentAt: now - 1 }))
    expect(next.dueAt).toBe(instant('2026-03-03T19:00+01:00'))
  })

  it('in a pause keeps its day and takes the new hour', () => {
    const next = change(enrolmentFactory({ state: 'paused', dueAt: instant('2026-04-01T07:00+02:00'), lane: 'due' }))
    expect(next).toMatchObject({ state: 'paused', dueAt: instant('2026-04-01T19:00+02:00'), lane: 'due' })
  })

  it('in a pause keeps its day also for an earlier hour', () => {
    const next = change(enrolmentFactory({ state: 'paused', dueAt: instant('2026-04-01T21:00+02:00'), lane: 'due' }))
    expect(next.dueAt).toBe(instant('2026-04-01T19:00+02:00'))
  })

  it('in a pause whose day has come does not look back', () => {
    const next = change(enrolmentFactory({ state: 'paused', dueAt: yesterday, lane: 'due' }))
    expect(next).toMatchObject({ state: 'paused', dueAt: instant('2026-03-02T19:00+01:00') })
  })

  it.each(['pending', 'paused', 'finished', 'left'] as const)(
    'is only remembered by what is %s and not due',
    (state) => {
      expect(change(enrolmentFactory({ state, asked: 'confirmation' }))).toEqual(
        enrolmentFactory({ state, asked: 'confirmation', pace: evenings }),
      )
    },
  )

  it('is only remembered by what has left: its notes are erased when they were to be', () => {
    const next = change(enrolmentFactory({ state: 'left', dueAt: now + dayMs, lane: 'due' }))
    expect(next.dueAt).toBe(now + dayMs)
  })
})
