import { describe, expect, it } from 'vitest'
import { shardsOf } from '../../functions/aws/keys.ts'
import { minuteMs } from '../../functions/domain/instant.ts'
import { shardsOfLane } from '../../functions/journey/due-entries.ts'
import type { SendOutcome } from '../../functions/journey/ports.ts'
import { accepted, noAnswer, paused, strange } from '../support/fake-mailer.ts'
import { createJourneyOn, createTestJourney } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { learnersDue, learnersWaiting, mondayAtEight } from './tick-learners.ts'

/** So slow that one send ends before the next begins. */
const oneAtATime = { ratePerSecond: 1, leftToday: 100_000 }

describe('a tick', () => {
  it('sends what is due to everybody it is due to, once', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    const learners = await learnersDue(journey.store, 150)

    const summary = await journey.tick()
    const again = await journey.tick()

    expect(journey.mailer.sent.map((mail) => mail.tags['learner']).sort()).toEqual([...learners].sort())
    expect(summary).toMatchObject({ due: 150, sent: 150, braked: undefined })
    expect(again).toMatchObject({ due: 0, sent: 0 })
  })

  it('with nothing due sends nothing and says so', async () => {
    const journey = createTestJourney()

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 0, sent: 0, oldestDueAgeSeconds: 0 })
    expect(journey.log.lines.map((line) => line.event)).toEqual(['tick'])
  })

  it('serves first whom a person waits for', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 20)
    const waiting = await learnersWaiting(journey.store, 5)
    journey.mailer.answerQuota(oneAtATime)

    await journey.tick()

    const first = journey.mailer.sent.slice(0, 5).map((mail) => mail.tags['learner'])
    expect(first.sort()).toEqual(waiting)
  })

  it('leaves alone what waits for the operator', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 3, { lane: 'stuck', stuck: 'refused' })

    expect(await journey.tick()).toMatchObject({ due: 0, sent: 0 })
  })

  it('tells the age of the oldest that was due', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 3, { dueAt: mondayAtEight - 10 * minuteMs })
    await learnersDue(journey.store, 2, { lane: 'now', dueAt: mondayAtEight - 90_000, asked: 'next' })

    expect(await journey.tick()).toMatchObject({ oldestDueAgeSeconds: 600 })
  })

  it('counts what became of each', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 6)
    journey.mailer.answerQuota(oneAtATime)
    journey.mailer.answerNext(accepted, noAnswer, strange, accepted)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 6, sent: 4, unknown: 1, stuck: 1, released: 0, braked: undefined })
  })

  it('goes past those that another worker holds, and they cost no turn', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    const [first = '', second = ''] = await learnersDue(journey.store, 4)
    for (const learner of [first, second]) {
      const entry = { learner, path: 'engineer-to-producer', dueAt: mondayAtEight - 60 * minuteMs }
      await journey.store.claim(entry, { by: 'other', now: mondayAtEight, until: mondayAtEight + minuteMs })
    }
    const sentAt: number[] = []
    journey.mailer.answerQuota({ ratePerSecond: 2, leftToday: 1_000 })
    journey.mailer.answerAlways(() => {
      sentAt.push(journey.clock())
      return accepted
    })

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 4, sent: 2, notMine: 2 })
    expect(sentAt.map((at) => Math.round(at - mondayAtEight))).toEqual([0, 556])
  })

  it('logs one line of numbers, and no address', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 3)

    await journey.tick()

    expect(journey.log.lines).toHaveLength(1)
    expect(journey.log.lines[0]).toMatchObject({ level: 'info', event: 'tick', sent: 3, lane: 0, quotaKnown: true })
    expect(JSON.stringify(journey.log.lines)).not.toContain('@')
  })
})

describe('a tick brakes', () => {
  it.each<[string, SendOutcome, string]>([
    ['the account is paused', paused, 'paused'],
    ['the rate is exceeded', { kind: 'not-sent', trouble: 'rate', detail: '' }, 'rate'],
    ['the day is full', { kind: 'not-sent', trouble: 'daily-quota', detail: '' }, 'daily-quota'],
    ['SES cannot be reached', { kind: 'not-sent', trouble: 'unreachable', detail: '' }, 'unreachable'],
    ['the configuration is wrong', { kind: 'not-sent', trouble: 'configuration', detail: '' }, 'configuration'],
  ])('at the first sign that %s, and marks nobody', async (_why, outcome, braked) => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 10)
    journey.mailer.answerQuota(oneAtATime)
    journey.mailer.answerAlways(() => outcome)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ braked, sent: 0, stuck: 0 })
    expect(journey.mailer.sent).toHaveLength(1)
    const states = journey.store.dump().enrolments.map(({ stuck, claim, tries }) => [stuck, claim, tries])
    expect(states).toEqual(states.map(() => [undefined, undefined, 0]))
  })

  it('at the third enrolment with the same fault', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 10)
    journey.mailer.answerQuota(oneAtATime)
    journey.mailer.answerAlways(() => strange)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ braked: 'same-fault', stuck: 3 })
    expect(journey.mailer.sent).toHaveLength(3)
  })

  it('not because of different faults', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 6)
    journey.mailer.answerQuota(oneAtATime)
    let seen = 0
    journey.mailer.answerAlways(() => ({ kind: 'unknown-fault', name: `Strange${++seen % 3}`, detail: '' }))

    expect(await journey.tick()).toMatchObject({ braked: undefined, stuck: 6 })
  })

  it('in time: no claim in the last 15 seconds of the function', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 100)
    journey.mailer.answerQuota(oneAtATime)
    const remainingMs = () => 55_000 - (journey.clock() - mondayAtEight)

    const summary = await journey.tick({ remainingMs })

    const claims = journey.store.dump().enrolments.filter((enrolment) => enrolment.attempt > 0)
    expect(summary.braked).toBe('time')
    expect(claims).toHaveLength(summary.sent)
    expect(summary.sent).toBeGreaterThan(30)
    expect(remainingMs()).toBeGreaterThanOrEqual(13_000)
  })
})

describe('a tick never returns with a send open', () => {
  const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve))

  it('when all goes well', async () => {
    const journey = createTestJourney({ at: mondayAtEight })
    await learnersDue(journey.store, 30)
    journey.mailer.answerAlways(async () => {
      await turnOfTheLoop()
      return accepted
    })

    await journey.tick()

    expect([journey.mailer.underWay, journey.mailer.openNow]).toEqual([0, 0])
    expect(journey.mailer.sent).toHaveLength(30)
  })

  it('when the table fails half-way', async () => {
    const memory = createMemoryStore()
    const lastShard = shardsOfLane(shardsOf('due'), 0, 1, mondayAtEight).at(-1)
    const whatIsDue: typeof memory.whatIsDue = async (shard, now, page) => {
      if (shard === lastShard) throw new Error('The table does not answer')
      return memory.whatIsDue(shard, now, page)
    }
    const journey = createJourneyOn({ store: { ...memory, whatIsDue }, at: mondayAtEight })
    await learnersDue(memory, 60)
    let openAtClose = 0
    journey.mailer.answerAlways(async () => {
      for (let turn = 0; turn < 5; turn++) await turnOfTheLoop()
      openAtClose = journey.mailer.openNow
      return accepted
    })

    await expect(journey.tick()).rejects.toThrow('The table does not answer')

    expect(journey.mailer.sent.length).toBeGreaterThan(0)
    expect([journey.mailer.underWay, journey.mailer.openNow, openAtClose]).toEqual([0, 0, 1])
  })

  it('when a worker fails, which the others do not feel', async () => {
    const memory = createMemoryStore()
    const claim: typeof memory.claim = async (entry, by) => {
      if (entry.learner === 'lrn_due3') throw new Error('The table does not take ada@example.org')
      return memory.claim(entry, by)
    }
    const journey = createJourneyOn({ store: { ...memory, claim }, at: mondayAtEight })
    await learnersDue(memory, 6)

    const summary = await journey.tick()

    expect(summary).toMatchObject({ due: 6, sent: 5 })
    expect(journey.log.lines.map((line) => line.event)).toEqual(['step-failed', 'tick'])
    expect(JSON.stringify(journey.log.lines)).not.toContain('ada@')
  })
})
