import { describe, expect, it } from 'vitest'
import { findStep, stepsOfStage, totalMinutes } from '../../functions/domain/path.ts'
import { pathFactory, stepFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 B02 FIN' })

describe('a path', () => {
  it('knows its steps by their ids', () => {
    expect(findStep(path, 'B01')).toBe(path.steps[2])
  })

  it('does not know an id that it does not hold (any more)', () => {
    expect(findStep(path, 'E99')).toBeUndefined()
  })

  it('tells the steps of a stage in order, without the finish', () => {
    expect(stepsOfStage(path, 'stage-1').map((step) => step.id)).toEqual(['E01', 'P01'])
    expect(stepsOfStage(path, 'stage-2').map((step) => step.id)).toEqual(['B01', 'B02'])
    expect(stepsOfStage(path, 'stage-9')).toEqual([])
  })

  it('adds up the work of steps', () => {
    expect(totalMinutes([stepFactory({ minutes: 45 }), stepFactory({ minutes: 420 })])).toBe(465)
    expect(totalMinutes([])).toBe(0)
  })
})
