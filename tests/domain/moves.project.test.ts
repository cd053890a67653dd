import { describe, expect, it } from 'vitest'
import { changed } from '../../functions/domain/enrolment.ts'
import { clearProject, goOnWithout, skip } from '../../functions/domain/moves.ts'
import { nextDue } from '../../functions/domain/pace.ts'
import { enrolmentFactory, instant } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 FIN', gate: { graceDays: 14, afterwards: 'wait' } })
const sentAt = instant('2027-03-01T06:00:00Z')
const now = instant('2027-03-03T12:00:00Z')
const atTheGate = enrolmentFactory({ received: ['E01', 'P01'], lastSentAt: sentAt })

describe('a project that is done', () => {
  it('opens its gate: the next step comes at the learner’s next own time', () => {
    const change = clearProject(path, atTheGate, 'P01', now)

    const dueAt = nextDue(atTheGate.pace, atTheGate.learner, now, sentAt)
    expect(change).toEqual({ cleared: ['P01'], dueAt, lane: 'due' })
  })

  it('changes nothing the second time, and nothing when the step is no project', () => {
    const cleared = changed(atTheGate, { cleared: ['P01'] })
    expect(clearProject(path, cleared, 'P01', now)).toBeUndefined()
    expect(clearProject(path, atTheGate, 'E01', now)).toBeUndefined()
  })

  it('moves no due time of who does not wait at its gate, or is not on the way', () => {
    const before = enrolmentFactory({ received: ['E01'], lastSentAt: sentAt, dueAt: now, asked: 'next', lane: 'now' })
    expect(clearProject(path, before, 'P01', now)).toEqual({ cleared: ['P01'] })
    expect(clearProject(path, { ...atTheGate, state: 'paused' }, 'P01', now)).toEqual({ cleared: ['P01'] })
  })
})

it('a project that was not sent cannot be gone on without, nor can a lesson', () => {
  const before = enrolmentFactory({ received: ['E01'], lastSentAt: sentAt })
  for (const step of ['P01', 'E01']) expect(() => goOnWithout(path, before, step, now)).toThrow('was sent to you')
})

it('a step skipped behind a closed gate clears the project that the gate waits for', () => {
  const waiting = { ...atTheGate, briefAt: sentAt }
  expect(skip(path, waiting, 'B01', now)).toMatchObject({ received: ['B01'], cleared: ['P01'] })
})
