/** Invariants 2 to 5 of the design, over a year of a hundred learners in twelve zones. */
import { randomInt } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { longPath } from './support/path.ts'
import { simulateYear, type Year } from './support/simulated-year.ts'

/** One year that is always the same, and one that no run has seen before. */
const seeds = [1, randomInt(1_000_000)]

describe.each(seeds)('a year of a hundred learners, seed %i', (seed) => {
  let year: Year
  beforeAll(async () => {
    year = await simulateYear({ seed, learners: 100, path: longPath() })
  }, 60_000)

  it('2: no enrolment that has a next step is without a due time, a gate, or a place on the stuck list', () => {
    expect(year.brokenPromise(2)).toBe('')
  })

  it('3: nothing is sent before confirmation, after leaving, while paused, to who complained, outside days and hours', () => {
    expect(year.brokenPromise(3)).toBe('')
  })

  it('4: at most one step is sent to an enrolment on a local day', () => {
    expect(year.brokenPromise(4)).toBe('')
  })

  it("5: the order is the path's order, and no step is left out", () => {
    expect(year.brokenPromise(5)).toBe('')
  })

  it('was a year in which everything happened, and nothing broke', () => {
    expect(year.counts.failed).toBe(year.counts.crashes)
    expect(year.counts.crashes).toBeGreaterThan(5)
    expect(year.stepsSent).toBeGreaterThan(3_000)
    expect(year.finished).toBeGreaterThan(5)
    expect(year.counts.stuck).toBeGreaterThan(5)
    expect(year.counts.reminders).toBeGreaterThan(100)
    expect(year.counts.erased).toBeGreaterThan(5)
  })
})
