import { describe, expect, it } from 'vitest'
import type { DeliveryFact } from '../../functions/domain/feedback.ts'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { noAnswer } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { dueLearner, now } from './due-learner.ts'

const tomorrow = mondayMorning + dayMs
const claimEnd = mondayMorning + 15 * minuteMs
const provesAcceptance: readonly DeliveryFact[] = ['sent', 'delayed', 'soft-bounced']

type Journey = ReturnType<typeof createTestJourney>

function mailOf(journey: Journey, index = 0) {
  const mail = journey.mailer.sent[index]
  if (mail === undefined) throw new Error(`No mail number ${index} was sent`)
  return mail
}

/** A step of which SES said nothing when it was sent. */
async function afterNoAnswer() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store)
  journey.mailer.answerNext(noAnswer)
  await journey.deliverStep(entry, { mailer: journey.mailer.open() })
  return { journey, subject: entry, mail: mailOf(journey) }
}

/** A step that SES took and the table knows of. */
async function afterSend() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store)
  await journey.deliverStep(entry, { mailer: journey.mailer.open() })
  return { journey, subject: entry, mail: mailOf(journey) }
}

describe('an event about a send of unknown outcome', () => {
  it.each(provesAcceptance)('%s proves it: received, next due, claim cleared, nothing sent again', async (fact) => {
    const { journey, subject, mail } = await afterNoAnswer()
    const acceptedAt = mondayMorning + 400

    await journey.absorbEvent(journey.event(mail, { fact, acceptedAt }))
    journey.clock.moveTo(claimEnd + minuteMs)
    await journey.tick()

    const settled = await now(journey.store, subject)
    expect(settled).toMatchObject({ received: new Set(['E01']), lastSentAt: acceptedAt, dueAt: tomorrow, tries: 0 })
    expect(settled.claim).toBeUndefined()
    expect(journey.mailer.sent).toHaveLength(1)
  })

  it('may come before the worker has its answer', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerAlways(async (mail) => {
      await journey.absorbEvent(journey.event(mail))
      return noAnswer
    })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(await now(journey.store, entry)).toMatchObject({ received: new Set(['E01']), dueAt: tomorrow, tries: 0 })
  })

  it('may come after the next attempt was claimed: the step counts, that claim stays', async () => {
    const { journey, subject, mail } = await afterNoAnswer()
    const later = { by: 'later', now: claimEnd, until: claimEnd + 15 * minuteMs }
    await journey.store.claim({ ...subject, dueAt: claimEnd }, later)

    await journey.absorbEvent(journey.event(mail))

    expect(await now(journey.store, subject)).toMatchObject({
      received: new Set(['E01']),
      attempt: 2,
      claim: { attempt: 2, by: 'later' },
    })
  })

  it('may come when the operator was asked already: the path goes on by itself', async () => {
    const journey = createTestJourney({ unknownPolicy: 'hold' })
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(noAnswer)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    journey.clock.moveTo(claimEnd)
    await journey.tick()
    const asked = await now(journey.store, entry)

    await journey.absorbEvent(journey.event(mailOf(journey), { acceptedAt: mondayMorning }))

    const settled = await now(journey.store, entry)
    expect(asked.stuck).toBe('outcome-unknown')
    expect(settled).toMatchObject({ received: new Set(['E01']), dueAt: tomorrow, lane: 'due' })
    expect(settled.stuck).toBeUndefined()
  })

  it('of a confirmation leaves the enrolment due for its own erasure', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { state: 'pending', asked: 'confirmation', lane: 'now' })
    journey.mailer.answerNext(noAnswer)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    await journey.absorbEvent(journey.event(mailOf(journey)))

    const pending = await now(journey.store, entry)
    expect(pending).toMatchObject({ state: 'pending', dueAt: mondayMorning + 7 * dayMs, received: new Set() })
    expect([pending.asked, pending.claim]).toEqual([undefined, undefined])
  })

  it('proves it of a learner who left meanwhile, who stays so', async () => {
    const { journey, subject, mail } = await afterNoAnswer()
    await journey.steer.leave(subject, mondayMorning)

    await journey.absorbEvent(journey.event(mail))

    const left = await now(journey.store, subject)
    expect(left).toMatchObject({ state: 'left', dueAt: mondayMorning + 30 * dayMs, received: new Set(['E01']) })
  })
})

describe('an event about a send that is settled', () => {
  it('is evidence and changes nothing of the enrolment, however often it comes', async () => {
    const { journey, subject, mail } = await afterSend()
    const before = await now(journey.store, subject)

    for (let time = 0; time < 3; time++) {
      await journey.absorbEvent(journey.event(mail, { at: mondayMorning + time * minuteMs }))
    }

    expect(await now(journey.store, subject)).toEqual(before)
    expect(await journey.store.findDeliveries(subject)).toMatchObject([
      { step: 'E01', attempt: 1, facts: { sent: mondayMorning } },
    ])
  })

  it('that comes days late changes nothing either', async () => {
    const { journey, subject, mail } = await afterSend()
    journey.clock.moveTo(tomorrow)
    await journey.tick()
    const before = await now(journey.store, subject)

    await journey.absorbEvent(journey.event(mail, { acceptedAt: mondayMorning }))

    expect(before.received).toEqual(new Set(['E01', 'E02']))
    expect(await now(journey.store, subject)).toEqual(before)
  })

  it('of an earlier life counts for nothing', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { attempt: 5, floor: 5, dueAt: tomorrow })
    const before = await now(journey.store, entry)

    const event = { learner: entry.learner, path: entry.path, step: 'E01', address: 'ada@example.com' }
    const times = { acceptedAt: mondayMorning, at: mondayMorning }
    await journey.absorbEvent({ ...event, ...times, attempt: 5, fact: 'sent' })
    const afterOld = await now(journey.store, entry)
    await journey.absorbEvent({ ...event, ...times, attempt: 6, fact: 'sent' })

    expect(afterOld).toEqual(before)
    expect((await now(journey.store, entry)).received).toEqual(new Set(['E01']))
  })

  it('that comes after "start over" speaks of the life before, and counts for nothing', async () => {
    const { journey, subject, mail } = await afterSend()
    await journey.steer.startOver(subject, journey.clock())
    const before = await now(journey.store, subject)

    await journey.absorbEvent(journey.event(mail))

    expect(before.received).toEqual(new Set())
    expect(await now(journey.store, subject)).toEqual(before)
  })

  it('of a step that the path does not hold any more is kept as evidence only', async () => {
    const { journey, subject, mail } = await afterSend()
    const before = await now(journey.store, subject)

    await journey.absorbEvent(journey.event(mail, { step: 'X99', attempt: 2 }))

    expect(await now(journey.store, subject)).toEqual(before)
    expect((await journey.store.findDeliveries(subject)).map((delivery) => delivery.step)).toEqual(['X99'])
  })

  it('of a sign-in mail is no delivery of the path', async () => {
    const { journey, subject, mail } = await afterSend()

    await journey.absorbEvent(journey.event(mail, { step: 'sign-in', attempt: 0 }))

    expect(await journey.store.findDeliveries(subject)).toEqual([])
  })
})

describe('an event that is not this path’s', () => {
  it('is told apart and touches nothing', async () => {
    const { journey, mail } = await afterSend()
    const before = journey.store.dump()

    const absorbed = await journey.absorbEvent(journey.event(mail, { path: 'other-path', fact: 'complained' }))

    expect(absorbed).toBe('foreign')
    expect(journey.store.dump()).toEqual(before)
  })
})
