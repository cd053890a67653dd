import { describe, expect, it } from 'vitest'
import { changed } from '../../functions/domain/enrolment.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { beforeStage, moveToStage } from '../../functions/domain/placement.ts'
import { readPlan } from '../../functions/domain/plan.ts'
import { enrolmentFactory, instant } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'
import { idsOf, travel } from '../support/travel.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 P02 | M01 FIN', gate: { graceDays: 14, afterwards: 'wait' } })
const now = instant('2026-01-05T12:00+01:00')
const tomorrow = instant('2026-01-06T07:00+01:00')
const atE02 = enrolmentFactory({ received: ['E01'], lastSentAt: tomorrow - dayMs, dueAt: tomorrow, attempt: 4 })

describe('who begins with a stage', () => {
  it('has received what stands before it, and its gates are open', () => {
    expect(beforeStage(path, 'stage-2')).toEqual({ received: ['E01', 'E02', 'P01'], cleared: ['P01'] })
    expect(beforeStage(path, 'stage-1')).toEqual({ received: [], cleared: [] })
  })

  it('is told that there is no such stage', () => {
    expect(() => beforeStage(path, 'stage-9')).toThrow('The path has no such stage')
  })
})

describe('a move to another stage', () => {
  it('onward goes on with its first step, past every gate, on the next own day', () => {
    const next = changed(atE02, moveToStage(path, atE02, 'stage-3', now))
    const { sent } = travel(path, next, now, 9)
    expect(idsOf(sent)).toEqual(['M01', 'FIN'])
    expect(sent[0]?.at).toBe(tomorrow)
  })

  it('back sends from there again what was had, projects and gates included', () => {
    const done = enrolmentFactory({
      state: 'finished',
      received: path.steps.map(({ id }) => id),
      cleared: ['P01', 'P02'],
    })
    const next = changed(done, moveToStage(path, done, 'stage-2', now))
    expect(idsOf(travel(path, next, now, 9).sent)).toEqual(['B01', 'P02'])
  })

  it('leaves what is under way behind', () => {
    expect(moveToStage(path, atE02, 'stage-2', now)).toMatchObject({ floor: 4, asked: null, stuck: null })
  })

  it.each(['pending', 'left', 'undeliverable', 'erasing'] as const)('is not for who is %s', (state) => {
    expect(() => moveToStage(path, { ...atE02, state }, 'stage-2', now)).toThrow('It is not possible')
  })

  it('out of a pause ends it', () => {
    const paused = changed(atE02, { state: 'paused', dueAt: null })
    expect(changed(paused, moveToStage(path, paused, 'stage-2', now))).toMatchObject({
      state: 'active',
      dueAt: tomorrow,
    })
  })
})

describe('a plan', () => {
  it('is one line of 200 characters at most', () => {
    expect(readPlan('  When it is\r\nTuesday 19:00,\tI read. ')).toBe('When it is Tuesday 19:00, I read.')
    expect(readPlan(' \u200b ')).toBeUndefined()
    expect(readPlan('a'.repeat(200))).toHaveLength(200)
    expect(() => readPlan('a'.repeat(201))).toThrow('The plan has 201 characters, and 200 are kept.')
  })
})
