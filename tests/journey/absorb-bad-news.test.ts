/** Bounces, complaints and rejects: first the address, then every enrolment that still has it. */
import { describe, expect, it } from 'vitest'
import type { DeliveryFact } from '../../functions/domain/feedback.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import type { TaggedEvent } from '../../functions/journey/absorb-event.ts'
import { createJourneyOn, createTestJourney, mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dueLearner, now } from './due-learner.ts'
import { watchedStore } from './failing-store.ts'

const address = 'ada@example.com'
const tomorrow = mondayMorning + dayMs

const eventFactory = (fact: DeliveryFact, overrides: Partial<TaggedEvent> = {}): TaggedEvent => ({
  fact,
  learner: 'lrn_lou',
  path: 'engineer-to-producer',
  step: 'E01',
  attempt: 1,
  address,
  acceptedAt: mondayMorning,
  at: mondayMorning,
  ...overrides,
})

async function onTheWay(overrides: Parameters<typeof dueLearner>[1] = {}, memory = createMemoryStore()) {
  const journey = createJourneyOn({ store: memory })
  const received = { received: ['E01'], attempt: 1, lastSentAt: mondayMorning, dueAt: tomorrow }
  const { entry } = await dueLearner(memory, { ...received, ...overrides })
  const hash = journey.hashAddress(address)
  await memory.createAddress(hash, { learner: entry.learner })
  return { journey, subject: entry, addressNow: () => memory.findAddress(hash) }
}

describe('a hard bounce', () => {
  it('makes the address suppressed and its enrolment undeliverable: nothing more is sent', async () => {
    const { journey, subject, addressNow } = await onTheWay()

    await journey.absorbEvent(eventFactory('hard-bounced'))
    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(await addressNow()).toMatchObject({ suppressed: 'bounced' })
    expect(await now(journey.store, subject)).toMatchObject({ state: 'undeliverable' })
    expect(journey.mailer.sent).toEqual([])
  })

  it('of a sign-in mail does the same', async () => {
    const { journey, subject } = await onTheWay()

    await journey.absorbEvent(eventFactory('hard-bounced', { step: 'sign-in', attempt: 0 }))

    expect(await now(journey.store, subject)).toMatchObject({ state: 'undeliverable' })
  })

  it('also proves that the step went out', async () => {
    const { journey, subject } = await onTheWay({ received: [], attempt: 1 })

    await journey.absorbEvent(eventFactory('hard-bounced'))

    expect(await now(journey.store, subject)).toMatchObject({ state: 'undeliverable', received: new Set(['E01']) })
  })

  it('of an address that the learner no longer has leaves the learner alone', async () => {
    const { journey, subject } = await onTheWay({ address: 'new@example.com' })

    await journey.absorbEvent(eventFactory('hard-bounced'))

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active', dueAt: tomorrow })
  })
})

describe('a complaint', () => {
  it('ends the path and is remembered for ever', async () => {
    const { journey, subject, addressNow } = await onTheWay()

    await journey.absorbEvent(eventFactory('complained'))
    await journey.absorbEvent(eventFactory('hard-bounced'))

    expect(await addressNow()).toMatchObject({ suppressed: 'complained' })
    expect(await now(journey.store, subject)).toMatchObject({ state: 'left' })
  })

  it('suppresses the address before anything else is written', async () => {
    const { store, calls } = watchedStore((await onTheWay()).journey.store)

    await createJourneyOn({ store }).absorbEvent(eventFactory('complained'))

    expect(calls[0]).toBe('suppressAddress')
  })

  it('of someone who was erased still suppresses the address', async () => {
    const { journey, subject, addressNow } = await onTheWay()
    await journey.store.eraseLearner(subject)

    const absorbed = await journey.absorbEvent(eventFactory('complained'))

    expect(absorbed).toBe('nobody')
    expect(await addressNow()).toMatchObject({ suppressed: 'complained' })
    expect(journey.store.dump()).toMatchObject({ enrolments: [], deliveries: [] })
  })

  it('wins over a change that the learner makes at the same moment', async () => {
    const memory = createMemoryStore()
    let isFirst = true
    const { journey, subject } = await onTheWay(
      {},
      {
        ...memory,
        async change(enrolment, change) {
          if (isFirst) {
            isFirst = false
            await memory.change(enrolment, { dueAt: tomorrow + 1 })
          }
          return memory.change(enrolment, change)
        },
      },
    )

    await journey.absorbEvent(eventFactory('complained'))

    expect(await now(memory, subject)).toMatchObject({ state: 'left', rev: 2 })
  })

  it('while a step is being sent: the step is received, the learner has left', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerAlways(async (mail) => {
      await journey.absorbEvent(journey.event(mail, { fact: 'complained' }))
      return { kind: 'accepted', messageId: '1' }
    })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const after = await now(journey.store, entry)
    expect(after).toMatchObject({ state: 'left', received: new Set(['E01']) })
    expect(after.claim).toBeUndefined()
  })
})

describe('a soft bounce or a delay', () => {
  it.each(['soft-bounced', 'delayed'] as const)('%s is noted, and the path goes on', async (fact) => {
    const { journey, subject, addressNow } = await onTheWay()

    await journey.absorbEvent(eventFactory(fact))

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active', dueAt: tomorrow })
    expect(await journey.store.findDeliveries(subject)).toMatchObject([{ facts: { [fact]: mondayMorning } }])
    expect((await addressNow())?.suppressed).toBeUndefined()
  })

  it('of three deliveries in a row makes the address undeliverable, with a way back by signing up', async () => {
    const { journey, subject, addressNow } = await onTheWay({ received: ['E01', 'E02', 'P01'], attempt: 3 })

    for (const [index, step] of ['E01', 'E02'].entries()) {
      await journey.absorbEvent(eventFactory('soft-bounced', { step, attempt: index + 1 }))
    }
    const afterTwo = await now(journey.store, subject)
    await journey.absorbEvent(eventFactory('soft-bounced', { step: 'P01', attempt: 3 }))

    expect(afterTwo.state).toBe('active')
    expect(await now(journey.store, subject)).toMatchObject({ state: 'undeliverable' })
    expect((await addressNow())?.suppressed).toBeUndefined()
  })

  it('of one delivery three times is one', async () => {
    const { journey, subject } = await onTheWay()

    for (let time = 0; time < 3; time++) await journey.absorbEvent(eventFactory('soft-bounced'))

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active' })
  })

  it('of three deliveries that were not in a row condemns nobody', async () => {
    const { journey, subject } = await onTheWay({ received: ['E01', 'E02', 'P01', 'B01'], attempt: 4 })

    const facts = ['soft-bounced', 'soft-bounced', 'sent', 'soft-bounced'] as const
    for (const [index, fact] of facts.entries()) {
      await journey.absorbEvent(eventFactory(fact, { attempt: index + 1, step: `S0${index}` }))
    }

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active' })
    expect(await journey.store.findDeliveries(subject)).toHaveLength(4)
  })
})

describe('a reject', () => {
  it('puts the enrolment on the operator’s list, proves nothing, and is idempotent', async () => {
    const { journey, subject } = await onTheWay({ received: [], attempt: 1 })

    await journey.absorbEvent(eventFactory('rejected'))
    const once = await now(journey.store, subject)
    await journey.absorbEvent(eventFactory('rejected'))

    expect(once).toMatchObject({ stuck: 'rejected', lane: 'stuck', received: new Set() })
    expect(await now(journey.store, subject)).toEqual(once)
  })
})
