import { describe, expect, it } from 'vitest'
import { changed, type Enrolment, type EnrolmentChange, type EnrolmentState } from '../../functions/domain/enrolment.ts'
import { Failure } from '../../functions/domain/errors.ts'
import * as moves from '../../functions/domain/moves.ts'
import { startOver } from '../../functions/domain/placement.ts'
import { release } from '../../functions/domain/release.ts'
import { type EnrolmentWish, enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory()
const now = instant('2026-03-02T12:00+01:00')
const pace = paceFactory({ time: '19:00' })
const address = 'ada@new.example.org'

/** `-` is refused, `.` is legal and has nothing to do, a state is where the move leads. */
const stateMachine = `
                   pending  active    paused    finished  left     undeliverable  erasing
  signUpAgain      pending  -         -         -         pending  pending        -
  confirm          active   -         -         -         -        -              -
  askConfirmation  pending  -         -         -         -        -              -
  leave            left     left      left      left      .        left           .
  pause            -        paused    paused    -         -        -              -
  pauseUntil       -        paused    paused    -         -        -              -
  resume           -        -         active    -         -        -              -
  changePace       pending  active    paused    finished  left     undeliverable  erasing
  askForNext       -        active    -         -         -        -              -
  skip             -        active    paused    -         -        -              -
  skipTheLast      -        finished  paused    -         -        -              -
  askAgain         -        active    -         active    -        -              -
  startOver        -        active    active    active    -        -              -
  releaseToSend    pending  active    paused    finished  left     undeliverable  erasing
  releaseToSkip    pending  active    paused    finished  left     undeliverable  erasing
`

const allButOne = { received: path.steps.slice(0, -1).map((step) => step.id), cleared: ['P01', 'P02'] }
const finishedOnce = { received: [...allButOne.received, 'FIN'] }
const addedLater = pathFactory({ steps: `E00 ${path.steps.map((step) => step.id).join(' ')}` })

/** Each move, and what an enrolment must be like for it to be possible at all. */
const moveList: Record<string, { wish?: EnrolmentWish; move: (from: Enrolment) => EnrolmentChange | undefined }> = {
  signUpAgain: { move: (from) => moves.signUpAgain(from, { address, pace }, now) },
  confirm: { move: (from) => moves.confirm(from, now) },
  askConfirmation: { move: (from) => moves.askConfirmation(from, now) },
  leave: { move: (from) => moves.leave(from, now) },
  pause: { move: (from) => moves.pause(from, undefined, now) },
  pauseUntil: { move: (from) => moves.pause(from, '2026-04-01', now) },
  resume: { move: (from) => moves.resume(path, from, now) },
  changePace: { move: (from) => moves.changePace(path, from, pace, now) },
  askForNext: { move: (from) => moves.askForNext(path, from, now) },
  skip: { move: (from) => moves.skip(path, from, 'E01', now) },
  skipTheLast: { wish: finishedOnce, move: (from) => moves.skip(addedLater, from, 'E00', now) },
  askAgain: { wish: { received: ['E01'] }, move: (from) => moves.askAgain(path, from, 'E01', now) },
  startOver: { move: (from) => startOver(path, from, now) },
  releaseToSend: { wish: { stuck: 'refused' }, move: (from) => release(path, from, 'send', now) },
  releaseToSkip: { wish: { stuck: 'refused' }, move: (from) => release(path, from, 'skip', now) },
}

const [heading = '', ...rows] = stateMachine.trim().split('\n')
const states = heading.trim().split(/\s+/) as EnrolmentState[]
const cells = rows.flatMap((row) => {
  const [name = '', ...outcomes] = row.trim().split(/\s+/)
  return outcomes.map((outcome, index) => ({ name, state: states[index] ?? 'pending', outcome }))
})

function outcomeOf(name: string, state: EnrolmentState): string {
  const { wish, move } = moveList[name] ?? { move: () => undefined }
  const from = enrolmentFactory({ ...wish, state })
  try {
    const change = move(from)
    return change === undefined ? '.' : changed(from, change).state
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    return '-'
  }
}

describe('the state machine', () => {
  it('has a row for each move and a column for each state', () => {
    expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual(Object.keys(moveList))
    expect(cells).toHaveLength(7 * rows.length)
  })

  it.each(cells)('$name of what is $state: $outcome', ({ name, state, outcome }) => {
    expect(outcomeOf(name, state)).toBe(outcome)
  })
})

describe('a refused move', () => {
  const refusal = (move: () => unknown) => {
    try {
      move()
    } catch (error) {
      if (error instanceof Failure) return error
    }
    throw new Error('It was not refused')
  }

  it.each([
    ['active', 'under way'],
    ['finished', 'finished'],
    ['left', 'stopped'],
    ['undeliverable', 'stopped because mail to its address comes back'],
    ['erasing', 'being erased'],
  ] as const)('says of what is %s that it is %s', (state, words) => {
    const failure = refusal(() => moves.confirm(enrolmentFactory({ state }), now))
    expect(failure.code).toBe('move-not-allowed')
    expect(failure.message).toBe(`It is not possible to confirm: this path is ${words}.`)
    expect(failure.remedy).not.toBe('')
  })

  it.each([
    ['sign up again', (from: Enrolment) => moves.signUpAgain(from, { address, pace }, now)],
    ['confirm', (from: Enrolment) => moves.askConfirmation(from, now)],
    ['resume', (from: Enrolment) => moves.resume(path, from, now)],
    ['release it', (from: Enrolment) => release(path, from, 'send', now)],
  ])('says that it is not possible to %s', (words, move) => {
    const failure = refusal(() => move(enrolmentFactory({ state: 'active' })))
    expect(failure.message).toBe(`It is not possible to ${words}: this path is under way.`)
  })

  it.each([
    ['pause', (from: Enrolment) => moves.pause(from, undefined, now)],
    ['send the next step', (from: Enrolment) => moves.askForNext(path, from, now)],
    ['skip a step', (from: Enrolment) => moves.skip(path, from, 'E01', now)],
  ])('says that it is not possible to %s before the confirmation', (words, move) => {
    const failure = refusal(() => move(enrolmentFactory({ state: 'pending' })))
    expect(failure.message).toBe(`It is not possible to ${words}: this path is not confirmed yet.`)
  })

  it('of the next step on a paused path says that it is paused', () => {
    const failure = refusal(() => moves.askForNext(path, enrolmentFactory({ state: 'paused' }), now))
    expect(failure.message).toContain('this path is paused')
  })

  it('names the day of a pause as the field at fault', () => {
    const failure = refusal(() => moves.pause(enrolmentFactory(), '2026-03-02', now))
    expect(failure).toMatchObject({ name: 'Failure', code: 'pause-date-invalid', field: 'until' })
  })
})
