import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isCheck,
  missedAfter,
  packChecks,
  type RecallWish,
  recall,
  unpackChecks,
} from '../../functions/domain/recall.ts'
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

describe('what was missed', () => {
  const course = pathFactory({ steps: `${numbered(40).join(' ')} FIN` })
  const askedAt = (step: string, missed: ReadonlySet<string>) =>
    recall({ path: course, received: new Set(numbered(40)), step, pace: twiceAWeek, missed })

  it('comes back at equal gaps until it is known: every fourth lesson at two a week', () => {
    const missed = new Set(['E02.3'])
    const withIt = numbered(40).filter((step) => askedAt(step, missed).includes('E02.3'))
    expect(withIt).toEqual(['E03', 'E07', 'E11', 'E15', 'E19', 'E23', 'E27', 'E31', 'E35', 'E39'])
  })

  it('gives way to what was missed nearer', () => {
    expect(askedAt('E11', new Set(['E02.3', 'E06.1']))).toEqual(['E10.2', 'E06.1'])
  })

  it('is remembered until it is known, six questions at most, the latest', () => {
    const missed = (list: readonly string[], check: string) => missedAfter(list, { check, verdict: 'missed' })
    const seven = ['E01.1', 'E01.2', 'E01.3', 'E02.1', 'E02.2', 'E02.3', 'E03.1'].reduce(
      missed,
      [] as readonly string[],
    )
    expect(seven).toEqual(['E01.2', 'E01.3', 'E02.1', 'E02.2', 'E02.3', 'E03.1'])
    expect(missed(seven, 'E01.3').at(-1)).toBe('E01.3')
    expect(missedAfter(seven, { check: 'E02.2', verdict: 'knew' })).not.toContain('E02.2')
  })
})

it('any choice is of two different lessons before it at most, received, and travels packed', () => {
  const steps = numbered(60)
  const course = pathFactory({ steps: `${steps.join(' ')} FIN` })
  const check = fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 1, max: 3 })).map(([step, n]) => `${step}.${n}`)
  fc.assert(
    fc.property(
      fc.subarray([...steps]),
      fc.constantFrom(...steps),
      fc.integer({ min: 1, max: 7 }),
      fc.uniqueArray(check, { maxLength: 6 }),
      (received, step, days, missed) => {
        const pace = paceFactory({ days: paceFactory().days.slice(0, days) })
        const checks = recall({ path: course, received: new Set(received), step, pace, missed: new Set(missed) })
        const lessons = lessonsOf(checks)
        const behind = received.filter((id) => id < step)
        expect(lessons.length).toBe(Math.min(2, behind.length))
        expect(new Set(lessons).size).toBe(lessons.length)
        for (const lesson of lessons) expect(behind).toContain(lesson)
        expect(checks.every(isCheck)).toBe(true)
        expect(unpackChecks(packChecks(checks))).toEqual(checks)
      },
    ),
  )
})

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `E${String(index + 1).padStart(2, '0')}`)
}
