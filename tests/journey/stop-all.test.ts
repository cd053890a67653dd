/** The operator's bad day: one setting stops all sending, and nothing is lost by it. */
import { describe, expect, it } from 'vitest'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { learnersDue, learnersWaiting, mondayAtEight } from './tick-learners.ts'

describe('while all sending is stopped', () => {
  it('a tick sends nothing, claims nobody, and goes on counting what is due', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 20)
    await learnersWaiting(journey.store, 3)
    await journey.store.stopSending()

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 23, sent: 0, braked: 'stopped', oldestDueAgeSeconds: 3_600 })
    expect(journey.mailer.sent).toEqual([])
    expect(journey.store.dump().enrolments.every((enrolment) => enrolment.attempt === 0)).toBe(true)
  })

  it('what a person waits for is kept, not sent', async () => {
    const journey = createTestJourney()
    await journey.store.stopSending()

    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    const confirmed = await journey.confirm(subject, mondayMorning)

    expect(confirmed).toBe('started')
    expect(journey.mailer.sent).toEqual([])
    expect(journey.store.dump().enrolments).toMatchObject([{ state: 'active', asked: 'next', lane: 'now' }])
  })

  it('no sign-in link goes out either', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    await journey.confirm(subject, mondayMorning)
    await journey.store.stopSending()
    const before = journey.mailer.sent.length

    await journey.signInLinks.forOwner(subject, originFactory())

    expect(journey.mailer.sent).toHaveLength(before)
  })

  it('leaving works as ever', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    await journey.store.stopSending()

    await journey.steer.leave(subject, mondayMorning)

    expect(journey.store.dump().enrolments).toMatchObject([{ state: 'left' }])
  })
})

describe('when sending is resumed', () => {
  it('everybody gets what was due, once', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 20)
    await journey.store.stopSending()
    await journey.tick()

    await journey.store.resumeSending()

    expect(await journey.tick()).toMatchObject({ sent: 20, braked: undefined })
  })
})
