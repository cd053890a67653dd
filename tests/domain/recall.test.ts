import { describe, expect, it } from 'vitest'
import { type RecallWish, recall } from '../../functions/domain/recall.ts'
import { paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 E03 R01 P01 | E04 E05 E06 E07 E08 E09 FIN' })
const twiceAWeek = paceFactory({ days: [1, 4] })
const allLessons = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09']

function asked(wish: Partial<RecallWish>) {
  const received = new Set([...allLessons, 'R01', 'P01'])
  return recall({ path, received, step: 'E08', pace: twiceAWeek, missed: new Set(), ...wish })
}
const lessonsOf = (checks: readonly string[]) => checks.map((check) => check.slice(0, 3))

describe('the questions asked again', () => {
  it('are one of the last lesson and one of two weeks before it', () => {
    expect(lessonsOf(asked({ step: 'E08' }))).toEqual(['E07', 'E03'])
  })

  it('reach as many lessons back as the pace sends in two weeks', () => {
    expect(lessonsOf(asked({ pace: paceFactory({ days: [1] }) }))).toEqual(['E07', 'E05'])
  })

  it('reach back to the first lesson at most', () => {
    expect(lessonsOf(asked({ pace: paceFactory() }))).toEqual(['E07', 'E01'])
  })

  it('are none with the first lesson and one with the second', () => {
    expect(asked({ step: 'E01' })).toEqual([])
    expect(lessonsOf(asked({ step: 'E02' }))).toEqual(['E01'])
  })

  it('are none for a step that the path does not hold', () => {
    expect(asked({ step: 'X99' })).toEqual([])
  })

  it('are of lessons only: reviews and projects have none', () => {
    expect(lessonsOf(asked({ step: 'E04', pace: paceFactory({ days: [1] }) }))).toEqual(['E03', 'E01'])
  })

  it('are of lessons that were received', () => {
    const received = new Set(['E01', 'E06'])
    expect(lessonsOf(asked({ received }))).toEqual(['E06', 'E01'])
  })

  it.each(allLessons)('with %s are never of itself or of what comes after it', (step) => {
    for (const check of asked({ step })) expect(check < step).toBe(true)
  })

  it('begin with what was missed', () => {
    const missed = new Set(['E07.3', 'E03.2', 'E01.1'])
    expect(asked({ missed })).toEqual(['E07.3', 'E03.2'])
  })

  it('are the same again for the same learner and lesson, so that mail and page agree', () => {
    expect(asked({ step: 'E08' })).toEqual(asked({ step: 'E08' }))
  })

  it('change from lesson to lesson: all three checks of a lesson get their turn', () => {
    const steps = ['E02', 'E03', 'E07', 'E08', 'E09']
    const checksOfE01 = steps.map((step) => asked({ step, pace: paceFactory() }).at(-1))
    expect(new Set(checksOfE01)).toEqual(new Set(['E01.1', 'E01.2', 'E01.3']))
  })
})
