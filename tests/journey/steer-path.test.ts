import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { paceFactory } from '../support/enrolment.ts'
import { paused } from '../support/fake-mailer.ts'
import { createJourneyOn, createTestJourney, mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dueLearner, learnerOnTheWay, now, onTheWay, tomorrow } from './due-learner.ts'

const gone = { learner: 'lrn_gone', path: 'engineer-to-producer' }

describe('steering one’s path, if it still is what was seen', () => {
  it('asks the version that is written, not the one that was read first', async () => {
    const memory = createMemoryStore()
    const other = createJourneyOn({ store: memory })
    let isOvertaken = false
    const journey = createJourneyOn({
      store: {
        ...memory,
        // Another tab saves between the read and the write, once.
        async change(enrolment, change) {
          if (!isOvertaken) {
            isOvertaken = true
            await other.steer.changePace(enrolment, paceFactory({ time: '20:00' }), mondayMorning)
          }
          return memory.change(enrolment, change)
        },
      },
    })
    const { entry } = await dueLearner(memory, onTheWay)
    const seen = await now(memory, entry)
    const { ifStill } = journey.steer

    const press = ifStill(({ pace }) => pace.time === seen.pace.time).pause(entry, undefined, mondayMorning)

    await expect(press).rejects.toMatchObject({ code: 'enrolment-changed' })
    expect(await now(memory, entry)).toMatchObject({ state: 'active', pace: { time: '20:00' } })
  })

  it('saves what was seen as it is', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.ifStill(({ state }) => state === 'active').pause(subject, undefined, mondayMorning)

    expect(await now(journey.store, subject)).toMatchObject({ state: 'paused' })
  })
})

describe('steering one’s path', () => {
  it('a new pace moves the next step to it', async () => {
    const { journey, subject } = await learnerOnTheWay()
    const pace = paceFactory({ days: [5], time: '20:00' })

    await journey.steer.changePace(subject, pace, mondayMorning)

    expect(await now(journey.store, subject)).toMatchObject({ pace, dueAt: Date.parse('2027-03-05T19:00:00Z'), rev: 1 })
  })

  it('a pause keeps everything quiet until the learner returns', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.pause(subject, undefined, mondayMorning)
    const quiet = await now(journey.store, subject)
    await journey.steer.resume(subject, tomorrow + hourMs)

    expect([quiet.state, quiet.dueAt]).toEqual(['paused', undefined])
    expect(await now(journey.store, subject)).toMatchObject({ state: 'active', dueAt: tomorrow + dayMs })
  })

  it('going on with what was never paused is heard, and moves no date', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.resume(subject, mondayMorning)

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active', dueAt: tomorrow, seenAt: mondayMorning })
  })

  it('a skipped step is passed over and never sent', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.skip(subject, 'E02', mondayMorning)

    expect(await now(journey.store, subject)).toMatchObject({ received: new Set(['E01', 'E02']) })
    expect(journey.mailer.sent).toEqual([])
  })

  it('the next step now comes at once, and is the day’s only one', async () => {
    const { journey, subject } = await learnerOnTheWay()
    const evening = mondayMorning + 14 * hourMs
    journey.clock.moveTo(evening)

    const sent = await journey.steer.sendNextNow(subject, evening)
    const second = await journey.steer.sendNextNow(subject, evening).catch((error: unknown) => error)

    expect(sent).toBe('E02')
    expect(second).toMatchObject({ code: 'next-already-sent-today' })
    expect(journey.stepsSent()).toEqual(['E02'])
    expect(await now(journey.store, subject)).toMatchObject({ dueAt: tomorrow, lane: 'due' })
  })

  it('a step once more comes at once, is the day’s mail, and the path goes on with the next', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.sendAgain(subject, 'E01', mondayMorning)
    await journey.tick()
    const after = await now(journey.store, subject)
    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(after).toMatchObject({ received: new Set(['E01']), dueAt: tomorrow, lane: 'due' })
    expect(after.asked).toBeUndefined()
    expect(journey.stepsSent()).toEqual(['E01', 'E02'])
  })

  it('a step once more on a day that has had its mail comes on the next of the learner’s days', async () => {
    const { journey, subject } = await learnerOnTheWay()
    await journey.steer.sendNextNow(subject, mondayMorning)

    await journey.steer.sendAgain(subject, 'E01', mondayMorning + hourMs)
    await journey.tick()
    for (const day of [1, 2]) {
      journey.clock.moveTo(mondayMorning + day * dayMs)
      await journey.tick()
    }

    expect(journey.stepsSent()).toEqual(['E02', 'E01', 'P01'])
  })

  it('a step once more is not forgotten by a new pace or a pause', async () => {
    const { journey, subject } = await learnerOnTheWay()
    await journey.steer.sendNextNow(subject, mondayMorning)
    await journey.steer.sendAgain(subject, 'E01', mondayMorning)

    await journey.steer.changePace(subject, paceFactory({ time: '08:00' }), mondayMorning)
    await journey.steer.pause(subject, undefined, mondayMorning)
    await journey.steer.resume(subject, mondayMorning + hourMs)
    journey.clock.moveTo(tomorrow + hourMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E02', 'E01'])
  })

  it('"the next one now" brings a step that was asked for by name', async () => {
    const { journey, subject } = await learnerOnTheWay()
    journey.mailer.answerNext(paused)
    await journey.steer.sendAgain(subject, 'E01', mondayMorning)

    await journey.steer.sendNextNow(subject, mondayMorning)

    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
    expect((await now(journey.store, subject)).received).toEqual(new Set(['E01']))
  })

  it('only what was received can come once more', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await expect(journey.steer.sendAgain(subject, 'E02', mondayMorning)).rejects.toMatchObject({
      code: 'move-not-allowed',
    })
  })

  it('starting over begins with the first step, on a day that has had no mail yet', async () => {
    const { journey, subject } = await learnerOnTheWay()
    await journey.steer.sendNextNow(subject, mondayMorning)

    await journey.steer.startOver(subject, mondayMorning + hourMs)
    await journey.tick()
    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E02', 'E01'])
    expect((await now(journey.store, subject)).received).toEqual(new Set(['E01']))
  })

  it('the next step now is kept for the tick when SES does not take it', async () => {
    const { journey, subject } = await learnerOnTheWay()
    journey.mailer.answerNext(paused)

    await journey.steer.sendNextNow(subject, mondayMorning)
    const waiting = await now(journey.store, subject)
    await journey.tick()

    expect(waiting).toMatchObject({ asked: 'next', lane: 'now', dueAt: mondayMorning })
    expect(await now(journey.store, subject)).toMatchObject({ received: new Set(['E01', 'E02']) })
  })

  it('closes the mailer it opened', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.sendNextNow(subject, mondayMorning)

    expect(journey.mailer.openNow).toBe(0)
  })

  it('a change at the very moment of another is made on top of it', async () => {
    const memory = createMemoryStore()
    let isFirst = true
    const journey = createJourneyOn({
      store: {
        ...memory,
        async change(enrolment, change) {
          if (isFirst) {
            isFirst = false
            await journey.steer.changePace(enrolment, paceFactory({ time: '20:00' }), mondayMorning)
          }
          return memory.change(enrolment, change)
        },
      },
    })
    const { entry } = await dueLearner(memory, onTheWay)

    await journey.steer.skip(entry, 'E02', mondayMorning)

    const both = await now(memory, entry)
    expect(both).toMatchObject({ pace: { time: '20:00' }, received: new Set(['E01', 'E02']), rev: 2 })
  })

  it('that can never be written is told to the learner, not lost in silence', async () => {
    const memory = createMemoryStore()
    const journey = createJourneyOn({ store: { ...memory, change: async () => false } })
    const { entry } = await dueLearner(memory, onTheWay)

    const failure = await journey.steer.pause(entry, undefined, mondayMorning).catch((error: unknown) => error)

    expect(failure).toMatchObject({ code: 'enrolment-changed' })
  })

  it.each([
    ['changing pace', (journey: Journey) => journey.steer.changePace(gone, paceFactory(), mondayMorning)],
    ['pausing', (journey: Journey) => journey.steer.pause(gone, undefined, mondayMorning)],
    ['resuming', (journey: Journey) => journey.steer.resume(gone, mondayMorning)],
    ['skipping', (journey: Journey) => journey.steer.skip(gone, 'E01', mondayMorning)],
    ['asking for the next step', (journey: Journey) => journey.steer.sendNextNow(gone, mondayMorning)],
  ])('%s tells who was erased that it is over', async (_what, act) => {
    const failure = await Promise.resolve(act(createTestJourney())).catch((error: unknown) => error)

    expect(failure).toMatchObject({ code: 'link-expired' })
  })
})

type Journey = ReturnType<typeof createTestJourney>
