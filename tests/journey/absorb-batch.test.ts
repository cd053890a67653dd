import { describe, expect, it } from 'vitest'
import { createAbsorbBatch } from '../../functions/journey/absorb-batch.ts'
import { createAbsorbEvent } from '../../functions/journey/absorb-event.ts'
import { createJourneyOn, createTestJourney, mondayMorning } from '../support/journey.ts'
import { complaintFactory, inEnvelope, sesEventFactory } from '../support/lambda-events.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dueLearner, now } from './due-learner.ts'

const messages = (...bodies: readonly string[]) => bodies.map((body, index) => ({ id: `m${index}`, body }))

describe('a batch of events', () => {
  it('in which one is poison writes all the others and asks for none again', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)

    const answer = await journey.absorbBatch(messages('{"poison', inEnvelope(sesEventFactory()), inEnvelope({})))

    expect(answer).toEqual({ batchItemFailures: [] })
    expect((await now(journey.store, entry)).received).toEqual(new Set(['E01']))
  })

  it('asks again for exactly those that the table did not take', async () => {
    const memory = createMemoryStore()
    const findEnrolment: typeof memory.findEnrolment = async (key, read) => {
      if (key.learner === 'lrn_bad') throw new Error('The table does not answer')
      return memory.findEnrolment(key, read)
    }
    const journey = createJourneyOn({ store: { ...memory, findEnrolment } })
    const { entry } = await dueLearner(memory)

    const answer = await journey.absorbBatch(
      messages(inEnvelope(sesEventFactory({ learner: 'lrn_bad' })), inEnvelope(sesEventFactory())),
    )

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
    expect((await now(memory, entry)).received).toEqual(new Set(['E01']))
  })

  it('holding the same event many times writes it once', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    const body = inEnvelope(sesEventFactory())

    await journey.absorbBatch(messages(body, body, body, body))
    await journey.absorbBatch(messages(body))

    expect(await now(journey.store, entry)).toMatchObject({ received: new Set(['E01']), rev: 0 })
    expect(await journey.store.findDeliveries(entry)).toHaveLength(1)
  })

  it('holding a complaint and a send of one mail, in any order, ends the path', async () => {
    for (const order of [0, 1]) {
      const journey = createTestJourney()
      const { entry } = await dueLearner(journey.store)
      const bodies = [inEnvelope(sesEventFactory()), inEnvelope(complaintFactory())]

      await journey.absorbBatch(messages(...(order === 0 ? bodies : bodies.toReversed())))

      expect(await now(journey.store, entry)).toMatchObject({ state: 'left', received: new Set(['E01']) })
    }
  })

  it('is one line in the log, of numbers; what is unknown has a line of its own, and no address', async () => {
    const journey = createTestJourney()
    await dueLearner(journey.store)

    await journey.absorbBatch(
      messages(
        inEnvelope(sesEventFactory()),
        inEnvelope(sesEventFactory({ learner: 'lrn_gone' })),
        inEnvelope(sesEventFactory({ path: 'other' })),
        'poison of ada@example.com',
      ),
    )

    expect(journey.log.lines).toEqual([
      { level: 'warn', event: 'event-unknown', what: expect.any(String) },
      { level: 'info', event: 'feedback', events: 4, written: 1, nobody: 1, foreign: 1, unknown: 1, failed: 0 },
    ])
    expect(JSON.stringify(journey.log.lines)).not.toContain('@')
  })

  it('never throws: a throw would bring all of it back', async () => {
    const journey = createTestJourney()
    const absorbEvent = async () => {
      throw 'not even an error'
    }

    const answer = createAbsorbBatch({ absorbEvent, log: journey.log })(messages(inEnvelope(sesEventFactory())))

    await expect(answer).resolves.toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  })

  it('says so when an event cannot be settled for all its tries, and keeps the evidence', async () => {
    const memory = createMemoryStore()
    const journey = createTestJourney()
    const { entry } = await dueLearner(memory)
    const store = { ...memory, settleByEvent: async () => false }
    const absorbEvent = createAbsorbEvent({ ...journey, store })

    await createAbsorbBatch({ absorbEvent, log: journey.log })(messages(inEnvelope(sesEventFactory())))

    expect(journey.log.lines[0]).toMatchObject({ event: 'event-not-settled', learner: 'lrn_lou', step: 'E01' })
    expect(await memory.findDeliveries(entry)).toMatchObject([{ facts: { sent: mondayMorning } }])
  })
})
