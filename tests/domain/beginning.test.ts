import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beforeBeginning } from '../../functions/domain/beginning.ts'
import { gate } from '../../functions/domain/gate.ts'
import { stepAhead } from '../../functions/domain/next-step.ts'
import type { Path, Step } from '../../functions/domain/path.ts'
import { enrolmentFactory } from '../support/enrolment.ts'

const step = (id: string, kind: Step['kind'], stage: string): Step => ({
  ...{ id, kind, stage, slug: id, title: id },
  minutes: 30,
})
const path: Path = {
  id: 'small',
  title: 'Small',
  stages: ['a', 'b', 'c'].map((id) => ({ id, letter: id, name: id, promise: id })),
  steps: [
    step('A01', 'lesson', 'a'),
    step('A02', 'lesson', 'a'),
    step('PA1', 'project', 'a'),
    step('B01', 'lesson', 'b'),
    step('PB1', 'project', 'b'),
    step('C01', 'lesson', 'c'),
    step('F01', 'finish', 'c'),
  ],
  gate: { graceDays: 14, afterwards: 'wait' },
}

/** What comes, in order, when each project is cleared as soon as it was sent. */
function comes(beginning: Parameters<typeof beforeBeginning>[1]): string[] {
  const { received } = beforeBeginning(path, beginning)
  return path.steps.map(({ id }) => id).filter((id) => !received.includes(id))
}

describe('a beginning', () => {
  it('at the first stage leaves nothing out', () => {
    expect(beforeBeginning(path, { stage: 'a' })).toEqual({ received: [], cleared: [] })
  })

  it('at a later stage takes what stands before it as received, its projects as gone without', () => {
    expect(beforeBeginning(path, { stage: 'b' })).toEqual({ received: ['A01', 'A02', 'PA1'], cleared: ['PA1'] })
  })

  it('with something to catch up has that come first', () => {
    expect(comes({ stage: 'c', catchUp: ['A02', 'B01'] })).toEqual(['A02', 'B01', 'C01', 'F01'])
  })

  it('with a project to do first waits at its gate', () => {
    const { received, cleared } = beforeBeginning(path, { stage: 'b', catchUp: ['PA1'] })
    const waiting = enrolmentFactory({ received: [...received, 'PA1'], cleared, briefAt: 0 })
    const next = stepAhead(path, waiting.received)

    expect(next?.id).toBe('B01')
    expect(next && gate(path, waiting, next, 1)).toEqual({ kind: 'closed', project: 'PA1' })
  })

  it('without a later stage passes over it, and its gate is open', () => {
    expect(beforeBeginning(path, { stage: 'a', without: ['b'] })).toEqual({
      received: ['B01', 'PB1'],
      cleared: ['PB1'],
    })
  })

  it('cannot leave out the stage it starts at, one before it, or the finish', () => {
    expect(comes({ stage: 'b', without: ['a', 'b', 'c'] })).toEqual(['B01', 'PB1', 'F01'])
  })

  it('passes over steps and stages that the path does not hold', () => {
    expect(comes({ stage: 'b', catchUp: ['Z99', 'C01'], without: ['z'] })).toEqual(['B01', 'PB1', 'C01', 'F01'])
  })

  it('refuses a stage that the path does not hold', () => {
    expect(() => beforeBeginning(path, { stage: 'z' })).toThrow('no such stage')
  })

  it('always leaves the whole stage that it starts at, and the finish', () => {
    const someSteps = fc.subarray(path.steps.map(({ id }) => id))
    const someStages = fc.subarray(['a', 'b', 'c'])
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c'), someSteps, someStages, (stage, catchUp, without) => {
        const left = comes({ stage, catchUp, without })
        const own = path.steps.filter((each) => each.stage === stage || each.kind === 'finish').map(({ id }) => id)
        expect(left).toEqual(expect.arrayContaining(own))
      }),
    )
  })
})
