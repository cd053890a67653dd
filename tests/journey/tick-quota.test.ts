/** How fast and how much a tick sends: SES's quota, asked once. */
import { describe, expect, it } from 'vitest'
import { accepted } from '../support/fake-mailer.ts'
import { createTestJourney } from '../support/journey.ts'
import { learnersDue, learnersWaiting, mondayAtEight } from './tick-learners.ts'

/** The moments, in milliseconds since the first lane's tick began, at which its mails went out. */
async function sendTimes(ratePerSecond: number, due: number, lanes = 1): Promise<readonly number[]> {
  const journey = createTestJourney({ at: mondayAtEight })
  await learnersDue(journey.store, due)
  journey.mailer.answerQuota({ ratePerSecond, leftToday: 100_000 })
  const times: number[] = []
  journey.mailer.answerAlways(() => {
    times.push(journey.clock() - mondayAtEight)
    return accepted
  })
  await journey.tick({ lane: 0, lanes })
  return times
}

describe('the pace', () => {
  it.each([1, 14, 80])('stays below %i a second, and near it', async (ratePerSecond) => {
    const times = await sendTimes(ratePerSecond, 60)

    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(times).toHaveLength(60)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000 / ratePerSecond)
    expect((times.at(-1) ?? 0) / 59).toBeLessThan(1.2 * (1_000 / ratePerSecond))
  })

  it('is divided by the lanes', async () => {
    const times = await sendTimes(10, 60, 2)

    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(220)
  })
})

describe('the room of the day', () => {
  it('keeps a reserve that only mail which a person waits for may use', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 120)
    await learnersWaiting(journey.store, 3)
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: 100 })

    const first = await journey.tick()
    await learnersDue(journey.store, 10, { lane: 'stuck' })
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: 5 })
    const second = await journey.tick()

    expect(first).toMatchObject({ sent: 95, braked: 'daily-room', quotaLeft: 100 })
    expect(second).toMatchObject({ sent: 4, braked: 'daily-room' })
  })

  it('lets what a person waits for go out to the last mail', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersWaiting(journey.store, 30)
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: 20 })

    expect(await journey.tick()).toMatchObject({ sent: 20 })
  })

  it('is divided by the lanes', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 200)
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: 100 })

    const lanes = [await journey.tick({ lane: 0, lanes: 2 }), await journey.tick({ lane: 1, lanes: 2 })]

    expect(lanes.map((summary) => summary.sent)).toEqual([47, 47])
  })

  it('that is used up sends nothing and marks nobody', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 5)
    journey.mailer.answerQuota({ ratePerSecond: 14, leftToday: 0 })

    expect(await journey.tick()).toMatchObject({ sent: 0, braked: 'daily-room' })
    expect(journey.store.dump().enrolments.map((enrolment) => enrolment.attempt)).toEqual([0, 0, 0, 0, 0])
  })

  it('without a limit is no limit', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 300)
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: Number.POSITIVE_INFINITY })

    expect(await journey.tick()).toMatchObject({ sent: 300, quotaLeft: undefined, braked: undefined })
  })
})

describe('a quota that SES does not tell', () => {
  it('is what it told last', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    journey.mailer.answerQuota({ ratePerSecond: 1_000, leftToday: 20 })
    await journey.tick()
    await learnersDue(journey.store, 40)
    journey.mailer.answerQuota(undefined)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ sent: 19, braked: 'daily-room' })
    expect(journey.log.lines.at(-1)).toMatchObject({ event: 'tick', quotaKnown: false })
  })

  it('and never told is a sandbox’s: one a second, and not two hundred', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 250)
    journey.mailer.answerQuota(undefined)

    const summary = await journey.tick()

    expect(summary.sent).toBe(190)
    expect(journey.clock() - mondayAtEight).toBeGreaterThanOrEqual(189_000)
  })
})
