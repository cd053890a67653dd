import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import * as moves from '../../functions/domain/moves.ts'
import { moveToStage, startOver } from '../../functions/domain/placement.ts'
import { preview } from '../../functions/domain/preview.ts'
import { enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 B02 FIN' })
const now = instant('2026-01-05T12:00+01:00')
const tomorrow = instant('2026-01-06T07:00+01:00')
const enrolment = enrolmentFactory({ received: ['E01'], lastSentAt: tomorrow - dayMs, dueAt: tomorrow, lane: 'due' })
const first = (steps: ReturnType<typeof preview>['after']) =>
  steps.slice(0, 2).map(({ step, dueAt }) => [step.id, dueAt])

describe('a preview', () => {
  it.each([
    [
      'a new pace',
      (e: typeof enrolment) => moves.changePace(path, e, paceFactory({ time: '19:00' }), now),
      'E02',
      tomorrow + 12 * hourMs,
    ],
    ['a pause until a day', (e: typeof enrolment) => moves.pause(e, '2026-01-12', now), 'E02', tomorrow + 6 * dayMs],
    ['a skip', (e: typeof enrolment) => moves.skip(path, e, 'E02', now), 'P01', tomorrow],
    ['a lesson once more', (e: typeof enrolment) => moves.askAgain(path, e, 'E01', now), 'E01', tomorrow],
    ['another stage', (e: typeof enrolment) => moveToStage(path, e, 'stage-2', now), 'B01', tomorrow],
    ['a new start', (e: typeof enrolment) => startOver(path, e, now), 'E01', tomorrow],
  ] as const)('of %s shows the dates before and after', (_, move, step, dueAt) => {
    const shown = preview(path, enrolment, move, now)
    expect(first(shown.before)[0]).toEqual(['E02', tomorrow])
    expect(first(shown.after)[0]).toEqual([step, dueAt])
  })

  it('of an open pause has no dates after it', () => {
    expect(preview(path, enrolment, (e) => moves.pause(e, undefined, now), now).after).toEqual([])
  })

  it('of the next one now moves that one alone', () => {
    const yesterday = { ...enrolment, lastSentAt: tomorrow - 2 * dayMs }
    const { after } = preview(path, yesterday, (e) => moves.askForNext(path, e, now), now)
    expect(first(after)).toEqual([
      ['E02', now],
      ['P01', tomorrow],
    ])
  })

  it('refuses what the save would refuse', () => {
    expect(() => preview(path, enrolment, (e) => moves.skip(path, e, 'B02', now), now)).toThrow('Only the next step')
  })

  it('of nothing to do is the same twice', () => {
    const shown = preview(path, enrolment, () => undefined, now)
    expect(shown.after).toEqual(shown.before)
  })
})
