import { describe, expect, it } from 'vitest'
import { enrolmentFactory } from '../support/enrolment.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

describe('what a learner does with a step', () => {
  it('is kept: answers, and when it was done first', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)

    await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'missed' }, mondayMorning)
    await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'knew' }, mondayMorning)
    await journey.study.markDone(entry, 'E01', mondayMorning)
    await journey.study.markDone(entry, 'E01', mondayMorning + 1)

    const kept = { step: 'E01', answers: { 'E01.1': 'knew' }, doneAt: mondayMorning }
    expect(await journey.store.findWork(entry)).toEqual([kept])
  })

  it('is remembered for recall where it was missed, until it is known', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    const answer = (check: string, verdict: 'knew' | 'missed') =>
      journey.study.recordAnswer(entry, { check, verdict }, mondayMorning)

    for (const check of ['E01.1', 'E01.2', 'E01.1']) await answer(check, 'missed')
    expect((await now(journey.store, entry)).missed).toEqual(['E01.2', 'E01.1'])

    await answer('E01.2', 'knew')
    await answer('E01.1', 'knew')
    expect((await now(journey.store, entry)).missed).toBeUndefined()
  })

  it('from memory is kept with the lesson that asked, and leaves the first answer as it was', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'knew' }, mondayMorning)

    await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'missed', askedWith: 'E02' }, mondayMorning)

    expect(await journey.store.findWork(entry)).toEqual([
      { step: 'E01', answers: { 'E01.1': 'knew' } },
      { step: 'E02', answers: { 'E01.1': 'missed' } },
    ])
    expect((await now(journey.store, entry)).missed).toEqual(['E01.1'])
  })

  it('with a review is kept, and asked again with no lesson', async () => {
    const journey = createTestJourney({ path: pathFactory({ steps: 'E01 R01 FIN' }) })
    const { entry } = await dueLearner(journey.store)
    await journey.study.recordAnswer(entry, { check: 'E01.3', verdict: 'missed' }, mondayMorning)

    for (const check of ['R01.1', 'R01.2', 'R01.3', 'R01.4', 'R01.5', 'R01.6'])
      await journey.study.recordAnswer(entry, { check, verdict: 'missed' }, mondayMorning)

    expect((await now(journey.store, entry)).missed).toEqual(['E01.3'])
    expect(Object.keys((await journey.store.findWork(entry))[1]?.answers ?? {})).toHaveLength(6)
  })

  it('costs no write to the enrolment where it says nothing new that day', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)

    await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'knew' }, mondayMorning)
    await journey.study.recordAnswer(entry, { check: 'E01.2', verdict: 'knew' }, mondayMorning + 1)
    await journey.study.markDone(entry, 'E01', mondayMorning + 2)

    expect(await now(journey.store, entry)).toMatchObject({ rev: 1, seenAt: mondayMorning })
  })

  it('is not kept of a step that the path does not hold', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)

    for (const act of [
      () => journey.study.markDone(entry, 'X99', mondayMorning),
      () => journey.study.recordAnswer(entry, { check: 'X99.1', verdict: 'knew' }, mondayMorning),
      () => journey.study.recordAnswer(entry, { check: 'X99.1', verdict: 'knew', askedWith: 'E01' }, mondayMorning),
      () => journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'knew', askedWith: 'X99' }, mondayMorning),
      () => journey.study.recordAnswer(entry, { check: 'E01', verdict: 'knew' }, mondayMorning),
      () => journey.study.recordAnswer(entry, { check: 'E01.1 and more', verdict: 'knew' }, mondayMorning),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'step-unknown' })
    }
    expect(await journey.store.findWork(entry)).toEqual([])
  })

  it.each(['left', 'finished', 'paused', 'undeliverable'] as const)(
    'is kept of who is %s: lesson pages stay open',
    async (state) => {
      const journey = createTestJourney()
      const { entry } = await dueLearner(journey.store, { state })

      await journey.study.markDone(entry, 'E01', mondayMorning)

      expect(await journey.store.findWork(entry)).toHaveLength(1)
    },
  )

  it('opens the gate behind a project when it is done', async () => {
    const path = pathFactory({ steps: 'E01 P01 | B01 FIN', gate: { graceDays: 14, afterwards: 'wait' } })
    const journey = createTestJourney({ path })
    const enrolment = enrolmentFactory({ received: ['E01', 'P01'], lastSentAt: mondayMorning })
    await journey.store.createEnrolment(enrolment)

    await journey.study.markDone(enrolment, 'P01', mondayMorning + 1)

    expect((await journey.store.findEnrolment(enrolment))?.dueAt).toBeGreaterThan(mondayMorning)
  })

  it('is not kept of who was erased', async () => {
    const journey = createTestJourney()
    const gone = { learner: 'lrn_gone', path: 'engineer-to-producer' }

    await journey.study.markDone(gone, 'E01', mondayMorning)
    await journey.study.recordAnswer(gone, { check: 'E01.1', verdict: 'knew' }, mondayMorning)

    expect(journey.store.dump().works).toEqual([])
  })
})
