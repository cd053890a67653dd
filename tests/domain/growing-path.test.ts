import { describe, expect, it } from 'vitest'
import { changed } from '../../functions/domain/enrolment.ts'
import { forecast } from '../../functions/domain/forecast.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { askForNext, mayAskForNext } from '../../functions/domain/moves.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { afterNothing, afterStep } from '../../functions/domain/outcome.ts'
import { nextDue } from '../../functions/domain/pace.ts'
import type { Step } from '../../functions/domain/path.ts'
import { enrolmentFactory, instant } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const growing = { ...pathFactory({ steps: 'E01 E02 FIN' }), isGrowing: true as const }
const sentAt = instant('2027-03-01T06:00:00Z')
const due = instant('2027-03-09T06:00:00Z')
const caughtUp = enrolmentFactory({ received: ['E01', 'E02'], lastSentAt: sentAt, dueAt: due, lane: 'due' })

describe('a path of which more is announced than written', () => {
  it('is not finished by who has had everything: they are looked at again in a week', () => {
    const last = growing.steps[1] as Step
    const change = afterStep(growing, enrolmentFactory({ received: ['E01'] }), last, sentAt)

    const lookAgainAt = nextDue(caughtUp.pace, caughtUp.learner, sentAt + 7 * dayMs, sentAt)
    expect(change).toMatchObject({ state: 'active', dueAt: lookAgainAt, lane: 'due' })
  })

  it('sends no finish, and waits another week', () => {
    const decision = nextStep(growing, caughtUp, due)

    const until = nextDue(caughtUp.pace, caughtUp.learner, due + 7 * dayMs, sentAt)
    expect(decision).toEqual({ kind: 'caught-up', until })
    expect(afterNothing(caughtUp, decision)).toMatchObject({ state: 'active', dueAt: until, lane: 'due' })
  })

  it('sends what was written meanwhile when it looks again', () => {
    const grown = { ...pathFactory({ steps: 'E01 E02 E03 FIN' }), isGrowing: true as const }

    expect(nextStep(grown, caughtUp, due)).toMatchObject({ kind: 'send', step: { id: 'E03' } })
  })

  it('is finished as soon as it is complete', () => {
    expect(nextStep(pathFactory({ steps: 'E01 E02 FIN' }), caughtUp, due)).toMatchObject({ kind: 'finish' })
  })

  it('promises no dates, and nothing can be asked for', () => {
    expect(forecast(growing, caughtUp, due, 10)).toEqual([])
    expect(mayAskForNext(growing, caughtUp, due)).toBe(false)
    expect(() => askForNext(growing, caughtUp, due)).toThrow()
  })

  it('ends a pause whose day has come', () => {
    const paused = changed(caughtUp, { state: 'paused' })

    expect(afterNothing(paused, nextStep(growing, paused, due))).toMatchObject({ state: 'active' })
  })
})
