import { describe, expect, it } from 'vitest'
import { gate } from '../../functions/domain/gate.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { findStep, type Path, type Step } from '../../functions/domain/path.ts'
import { enrolmentFactory, instant } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const course = { steps: 'E01 P01 | B01 B02 P02 | M01 FIN' }
const goOn = pathFactory({ ...course, gate: { graceDays: 14, afterwards: 'go-on' } })
const wait = pathFactory({ ...course, gate: { graceDays: 14, afterwards: 'wait' } })
const lastSentAt = instant('2026-03-02T07:00+01:00')
const dayAfter = lastSentAt + dayMs

function step(path: Path, id: string): Step {
  const found = findStep(path, id)
  if (found === undefined) throw new RangeError(`No step ${id}`)
  return found
}

describe('the gate between stages', () => {
  it('is open within the first stage', () => {
    const enrolment = enrolmentFactory({ received: ['E01'], lastSentAt })
    expect(gate(goOn, enrolment, step(goOn, 'P01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('closes when the project has been sent, and says until when', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'], lastSentAt })
    const opensAt = lastSentAt + 14 * dayMs
    expect(gate(goOn, enrolment, step(goOn, 'B01'), dayAfter)).toEqual({ kind: 'closed', project: 'P01', opensAt })
  })

  it('asks for the project wherever it stands in its stage, and for nothing in a stage without one', () => {
    const path = pathFactory({ steps: 'E01 P01 E02 | B01 | M01 FIN', gate: wait.gate })
    const afterStage = enrolmentFactory({ received: ['E01', 'P01', 'E02'], lastSentAt })
    const afterNext = enrolmentFactory({ received: ['E01', 'P01', 'E02', 'B01'], cleared: ['P01'], lastSentAt })
    expect(gate(path, afterStage, step(path, 'B01'), dayAfter)).toEqual({ kind: 'closed', project: 'P01' })
    expect(gate(path, afterNext, step(path, 'M01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('opens to the millisecond when the days of grace are over', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'], lastSentAt })
    const opensAt = lastSentAt + 14 * dayMs
    expect(gate(goOn, enrolment, step(goOn, 'B01'), opensAt - 1).kind).toBe('closed')
    expect(gate(goOn, enrolment, step(goOn, 'B01'), opensAt).kind).toBe('open')
  })

  it('never opens by itself where the path waits', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'], lastSentAt })
    const closed = { kind: 'closed', project: 'P01' }
    expect(gate(wait, enrolment, step(wait, 'B01'), dayAfter + 900 * dayMs)).toEqual(closed)
  })

  it.each([goOn, wait])('opens when the project is handed in or gone without', (path) => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'], cleared: ['P01'], lastSentAt })
    expect(gate(path, enrolment, step(path, 'B01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('is open where the project was never sent: it was skipped, or came into the path later', () => {
    const enrolment = enrolmentFactory({ received: ['E01'], lastSentAt })
    expect(gate(wait, enrolment, step(wait, 'B01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('strands nobody to whom nothing was ever sent', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'] })
    expect(gate(wait, enrolment, step(wait, 'B01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('does not close behind someone whose stage has begun', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'P01', 'B01'], lastSentAt })
    expect(gate(wait, enrolment, step(wait, 'B02'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('asks for the project of the stage before only, not for older ones', () => {
    const received = ['E01', 'P01', 'B01', 'B02', 'P02']
    const enrolment = enrolmentFactory({ received, cleared: ['P02'], lastSentAt })
    expect(gate(wait, enrolment, step(wait, 'M01'), dayAfter)).toEqual({ kind: 'open' })
  })

  it('asks for the last project, whatever was cleared before it', () => {
    const received = ['E01', 'P01', 'B01', 'B02', 'P02']
    const enrolment = enrolmentFactory({ received, cleared: ['P01'], lastSentAt })
    expect(gate(wait, enrolment, step(wait, 'M01'), dayAfter)).toEqual({ kind: 'closed', project: 'P02' })
  })
})
