import { describe, expect, it } from 'vitest'
import { firstDates } from '../../functions/domain/first-dates.ts'
import { paceFactory, punctualLearner } from '../support/enrolment.ts'
import { steps } from '../support/site-catalog.ts'

const path = {
  id: 'engineer-to-producer',
  title: 'Engineer to Producer',
  stages: [
    { id: 'engineering', letter: 'E', name: 'Engineering', promise: '' },
    { id: 'business', letter: 'M', name: 'Business', promise: '' },
  ],
  steps,
  gate: { graceDays: 14, afterwards: 'go-on' as const },
}
const key = { learner: punctualLearner, path: path.id }
/** Thursday 22 October 2026, 10:00 in Berlin; the clocks go back on the Sunday after. */
const now = Date.UTC(2026, 9, 22, 8)
const tuesdaysAndThursdays = paceFactory({ days: [2, 4] })

const dated = (wishes: Parameters<typeof firstDates>[2], count: number) =>
  firstDates(path, key, wishes, now, count).map(({ step, dueAt }) => `${step.id} ${new Date(dueAt).toISOString()}`)

describe('the first dates', () => {
  it('begin at once, then keep the days and the hour across a change of the clocks', () => {
    expect(dated({ pace: tuesdaysAndThursdays }, 3)).toEqual([
      'E01 2026-10-22T08:00:00.000Z',
      'E02 2026-10-27T06:00:00.000Z',
      'E10 2026-10-29T06:00:00.000Z',
    ])
  })

  it('are never two on one day: the first is that day’s mail', () => {
    expect(dated({ pace: paceFactory({ time: '23:00' }) }, 2)[1]).toBe('E02 2026-10-23T21:00:00.000Z')
  })

  it('go through what is to be caught up on first', () => {
    const beginning = { stage: 'business', catchUp: ['E10'] }
    expect(dated({ pace: tuesdaysAndThursdays, beginning }, 9).map((line) => line.slice(0, 3))).toEqual([
      'E10',
      'M07',
      'F01',
    ])
  })

  it('refuse a stage that the path does not hold', () => {
    expect(() => dated({ pace: tuesdaysAndThursdays, beginning: { stage: 'gone' } }, 1)).toThrow('no such stage')
  })
})
