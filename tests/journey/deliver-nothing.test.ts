/** Claimed, and nothing is to be sent now: the claim goes back, with the right due time. */
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

const tomorrow = mondayMorning + dayMs

describe('an enrolment that is claimed and has nothing to be sent', () => {
  it('because a step was sent today waits for the next of the learner’s days', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { received: ['E01'], lastSentAt: mondayMorning - hourMs })

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'released' })
    expect(await now(journey.store, entry)).toMatchObject({ dueAt: tomorrow, lane: 'due', tries: 0 })
    expect(journey.mailer.sent).toEqual([])
  })

  it('because a project is open waits until its days of grace are over', async () => {
    const path = pathFactory({ gate: { graceDays: 3, afterwards: 'go-on' } })
    const journey = createTestJourney({ path })
    const received = ['E01', 'E02', 'P01']
    const { entry } = await dueLearner(journey.store, { received, lastSentAt: mondayMorning - dayMs })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(await now(journey.store, entry)).toMatchObject({ dueAt: mondayMorning + 2 * dayMs, lane: 'due' })
  })

  it('because a project is open for as long as it takes is due no more', async () => {
    const path = pathFactory({ gate: { graceDays: 3, afterwards: 'wait' } })
    const journey = createTestJourney({ path })
    const received = ['E01', 'E02', 'P01']
    const { entry } = await dueLearner(journey.store, { received, lastSentAt: mondayMorning - dayMs })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect((await now(journey.store, entry)).dueAt).toBeUndefined()
  })

  it.each(['undeliverable', 'finished'] as const)('because it is %s is due no more', async (state) => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { state, asked: 'next' })

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const quiet = await now(journey.store, entry)
    expect(outcome).toEqual({ kind: 'released' })
    expect([quiet.dueAt, quiet.asked, quiet.claim]).toEqual([undefined, undefined, undefined])
    expect(journey.mailer.sent).toEqual([])
  })

  it('because its owner asked for the next step twice a day is told to wait, and the wish is gone', async () => {
    const journey = createTestJourney()
    const wish = { asked: 'next', lane: 'now', lastSentAt: mondayMorning - hourMs } as const
    const { entry } = await dueLearner(journey.store, { received: ['E01'], ...wish })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const waiting = await now(journey.store, entry)
    expect(waiting).toMatchObject({ dueAt: tomorrow, lane: 'due' })
    expect(waiting.asked).toBeUndefined()
  })

  it('because another worker has it is left alone', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    await journey.store.claim(entry, { by: 'other', now: mondayMorning, until: tomorrow })
    const claimed = await now(journey.store, entry)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'not-mine' })
    expect(await now(journey.store, entry)).toEqual(claimed)
  })

  it('because the pending days are over is erased', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { state: 'pending' })

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'erased' })
    expect(journey.store.dump().enrolments).toEqual([])
  })
})
