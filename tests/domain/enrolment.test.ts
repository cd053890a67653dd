import { describe, expect, it } from 'vitest'
import { changed } from '../../functions/domain/enrolment.ts'
import { enrolmentFactory, instant, paceFactory } from '../support/enrolment.ts'

const dueAt = instant('2026-03-02T07:00+01:00')

describe('a change of an enrolment', () => {
  it('that says nothing changes nothing', () => {
    const enrolment = enrolmentFactory({ name: 'Ada', dueAt, lane: 'due', received: ['E01'] })
    expect(changed(enrolment, {})).toEqual(enrolment)
  })

  it('writes what it names and leaves the rest', () => {
    const pace = paceFactory({ time: '19:30' })
    const next = changed(enrolmentFactory({ name: 'Ada', attempt: 7 }), { pace, state: 'paused', floor: 7 })
    expect(next).toEqual(enrolmentFactory({ name: 'Ada', attempt: 7, pace, state: 'paused', floor: 7 }))
  })

  it('removes what it names as null', () => {
    const enrolment = enrolmentFactory({ name: 'Ada', asked: 'next', stuck: 'refused' })
    expect(changed(enrolment, { name: null, asked: null, stuck: null })).toEqual(enrolmentFactory())
  })

  it('takes the enrolment off the due index with its due time: no lane is left behind', () => {
    const next = changed(enrolmentFactory({ dueAt, lane: 'now' }), { dueAt: null })
    expect(next).not.toHaveProperty('dueAt')
    expect(next).not.toHaveProperty('lane')
  })

  it('adds ids to what was received and cleared, and takes none away', () => {
    const enrolment = enrolmentFactory({ received: ['E01', 'E02'], cleared: ['P01'] })
    const next = changed(enrolment, { received: ['E02', 'E03'], cleared: ['P02'] })
    expect(next.received).toEqual(new Set(['E01', 'E02', 'E03']))
    expect(next.cleared).toEqual(new Set(['P01', 'P02']))
  })

  it('leaves the enrolment that it was made from as it was', () => {
    const enrolment = enrolmentFactory({ received: ['E01'], dueAt, lane: 'due' })
    changed(enrolment, { received: ['E02'], cleared: ['P01'], state: 'left', dueAt: null })
    expect(enrolment).toEqual(enrolmentFactory({ received: ['E01'], dueAt, lane: 'due' }))
  })
})
