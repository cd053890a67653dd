/** What a worker never does: send long after its claim, or write an address into the log. */
import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../functions/journey/ports.ts'
import { createJourneyOn, createTestJourney } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dueLearner, now } from './due-learner.ts'

describe('a late worker', () => {
  it.each<[number, string, number]>([
    [20_000, 'sent', 1],
    [20_001, 'released', 0],
  ])('%i ms after its claim: %s', async (lateMs, kind, sends) => {
    const memory = createMemoryStore()
    const journey = createJourneyOn({
      store: {
        ...memory,
        async claim(entry, claim) {
          const taken = await memory.claim(entry, claim)
          journey.clock.advance(lateMs)
          return taken
        },
      },
    })
    const { enrolment, entry } = await dueLearner(memory)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome.kind).toBe(kind)
    expect(journey.mailer.sent).toHaveLength(sends)
    if (sends === 0) expect(await now(memory, entry)).toEqual({ ...enrolment, attempt: 1 })
  })

  it('counts the wait for its turn: who waited too long does not send any more', async () => {
    const journey = createTestJourney()
    const { enrolment, entry } = await dueLearner(journey.store)
    const myTurn = async () => journey.clock.advance(20_001)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open(), myTurn })

    expect(outcome.kind).toBe('released')
    expect(journey.mailer.sent).toHaveLength(0)
    expect(await now(journey.store, entry)).toEqual({ ...enrolment, attempt: 1 })
  })
})

describe('logs', () => {
  it.each<SendOutcome>([
    {
      kind: 'not-sent',
      trouble: 'configuration',
      detail: 'MessageRejected: not verified: ada@example.com, <b@c.example>',
    },
    { kind: 'refused', detail: 'MessageRejected: ada@example.com is bad' },
    { kind: 'unknown', detail: 'TimeoutError: ada@example.com' },
    { kind: 'unknown-fault', name: 'Strange', detail: 'Strange: "ada@example.com"' },
  ])('hold no address, though SES quotes it: $kind', async (outcome) => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { name: 'Ada Lovelace' })
    journey.mailer.answerNext(outcome)

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(journey.log.lines).toHaveLength(1)
    expect(JSON.stringify(journey.log.lines)).not.toMatch(/@|Lovelace/)
    expect(JSON.stringify(journey.log.lines)).toContain(outcome.kind === 'not-sent' ? 'configuration' : 'lrn_lou')
  })
})
