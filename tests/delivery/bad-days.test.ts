/** Outages, backlogs and clocks that go wrong. */
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../../functions/domain/instant.ts'
import { localDate } from '../../functions/domain/pace.ts'
import { dueLearner, now } from '../journey/due-learner.ts'
import { learnersDue } from '../journey/tick-learners.ts'
import { accepted } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'

describe('after an outage', () => {
  it.each([
    ['two hours', 2 * hourMs],
    ['nine hours', 9 * hourMs],
    ['five days', 5 * dayMs],
    ['three weeks', 21 * dayMs],
  ])('of %s everyone goes on in order, at most one a day, inside their own hours', async (_name, outageMs) => {
    const journey = createTestJourney({ path: pathFactory({ steps: 'E01 E02 E03 E04 E05 E06 FIN' }) })
    await learnersDue(journey.store, 5)
    const sentOn: string[] = []
    journey.mailer.answerAlways((mail) => {
      sentOn.push(`${mail.tags['learner']} ${localDate('Europe/Berlin', journey.clock())} ${mail.tags['step']}`)
      return accepted
    })

    journey.clock.advance(outageMs)
    for (let hour = 0; hour < 24 * 5; hour++) {
      await journey.tick()
      journey.clock.advance(hourMs)
    }

    for (const learner of ['lrn_due0', 'lrn_due1', 'lrn_due2', 'lrn_due3', 'lrn_due4']) {
      const mine = sentOn.filter((line) => line.startsWith(`${learner} `)).map((line) => line.split(' '))
      const dates = mine.map(([, date]) => date)
      const steps = mine.map(([, , step]) => step)
      expect(mine.length).toBeGreaterThanOrEqual(4)
      expect(new Set(dates).size).toBe(dates.length)
      expect(steps).toEqual(journey.path.steps.slice(0, steps.length).map(({ id }) => id))
    }
  })

  it('a backlog of days does not keep a confirmation waiting', async () => {
    const journey = createTestJourney()
    await learnersDue(journey.store, 300)
    journey.clock.advance(2 * dayMs)
    journey.mailer.answerQuota({ ratePerSecond: 14, leftToday: 100 })
    // SES could not be asked when the page was: the tick has it.
    await journey.store.stopSending()
    await journey.signUp(signUpFormFactory({ address: 'new@example.com' }), originFactory(journey.clock()))
    await journey.store.resumeSending()

    await journey.tick()

    expect(journey.mailer.sent[0]).toMatchObject({ to: 'new@example.com', tags: { step: 'confirm' } })
  })
})

describe('the clock', () => {
  it('set back an hour sends nobody a second step that day', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    await journey.tick()

    journey.clock.moveTo(mondayMorning - hourMs)
    for (let minutes = 0; minutes < 180; minutes += 10) {
      await journey.tick()
      journey.clock.advance(10 * minuteMs)
    }

    expect(journey.stepsSent()).toEqual(['E01'])
    expect((await now(journey.store, entry)).dueAt).toBeGreaterThan(mondayMorning + 12 * hourMs)
  })
})

describe('a worker frozen past its claim', () => {
  it('does not send when it thaws, and another has sent once', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    // It stands between its claim and its send while a quarter of an hour passes.
    const frozen = journey.deliverStep(entry, { mailer: journey.mailer.open() })
    journey.clock.advance(16 * minuteMs)
    await frozen
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01'])
  })
})

describe('the operator stops everything', () => {
  it('and nothing leaves, neither steps nor confirmations nor links, until it is resumed', async () => {
    const journey = createTestJourney()
    await dueLearner(journey.store)
    await journey.store.stopSending()

    const summary = await journey.tick()
    await journey.signUp(signUpFormFactory({ address: 'new@example.com' }), originFactory())
    await journey.signInLinks.forAddress('ada@example.com', originFactory())
    expect(journey.mailer.sent).toEqual([])
    expect(summary).toMatchObject({ braked: 'stopped', due: 1, sent: 0 })

    await journey.store.resumeSending()
    await journey.tick()
    expect(journey.mailer.sent.map((mail) => mail.tags['step']).sort()).toEqual(['E01', 'confirm'])
  })

  it('and what waits is counted, so that the alarm sees it', async () => {
    const journey = createTestJourney()
    await learnersDue(journey.store, 7)
    await journey.store.stopSending()
    journey.clock.advance(30 * minuteMs)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 7, sent: 0, oldestDueAgeSeconds: 1_800 })
  })
})
