/** What the learner does between claim and settle is true; the settle is written on top of it. */
import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import type { SendOutcome } from '../../functions/journey/ports.ts'
import { paceFactory } from '../support/enrolment.ts'
import { accepted, noAnswer, paused, refused } from '../support/fake-mailer.ts'
import { createJourneyOn, createTestJourney, mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dueLearner, now } from './due-learner.ts'

type Journey = ReturnType<typeof createTestJourney>

/** Sends a due step; while SES is asked, this happens. */
async function deliverWhile(
  happening: (journey: Journey, enrolment: Enrolment) => Promise<unknown>,
  answer: SendOutcome = accepted,
) {
  const journey = createTestJourney()
  const { enrolment, entry } = await dueLearner(journey.store)
  journey.mailer.answerAlways(async () => {
    await happening(journey, enrolment)
    return answer
  })
  const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })
  return { journey, outcome, after: await journey.store.findEnrolment(entry) }
}

const leave = (journey: Journey, enrolment: Enrolment) => journey.steer.leave(enrolment, mondayMorning)
const noteEnd = mondayMorning + 30 * dayMs

describe('a step that went out', () => {
  it('while its learner left: they have left, and have the step', async () => {
    const { after } = await deliverWhile(leave)

    expect(after).toMatchObject({ state: 'left', dueAt: noteEnd, received: new Set(['E01']), tries: 0 })
    expect(after?.claim).toBeUndefined()
  })

  it('while its learner paused: nothing is due', async () => {
    const { after } = await deliverWhile((journey, subject) => journey.steer.pause(subject, undefined, mondayMorning))

    expect(after).toMatchObject({ state: 'paused', received: new Set(['E01']) })
    expect([after?.dueAt, after?.claim]).toEqual([undefined, undefined])
  })

  it('while its learner paused until a day: that day stays', async () => {
    const { after } = await deliverWhile((journey, subject) =>
      journey.steer.pause(subject, '2027-03-10', mondayMorning),
    )

    expect(after).toMatchObject({
      state: 'paused',
      dueAt: Date.parse('2027-03-10T06:00:00Z'),
      received: new Set(['E01']),
    })
  })

  it('while its learner chose another hour: the next is due at that hour', async () => {
    const pace = paceFactory({ time: '20:00', days: [3] })
    const { after } = await deliverWhile((journey, subject) => journey.steer.changePace(subject, pace, mondayMorning))

    expect(after).toMatchObject({ pace, dueAt: Date.parse('2027-03-03T19:00:00Z'), received: new Set(['E01']) })
  })

  it('while its learner moved to another zone: one a day there, too', async () => {
    const pace = paceFactory({ zone: 'Pacific/Auckland' })
    const { after } = await deliverWhile((journey, subject) => journey.steer.changePace(subject, pace, mondayMorning))

    // It is Monday evening in Auckland when it goes out, so Tuesday at seven is the next.
    expect(after).toMatchObject({ dueAt: Date.parse('2027-03-01T18:00:00Z'), lastSentAt: mondayMorning })
  })

  it('while its learner started over: it was the day’s mail, and the path begins again tomorrow', async () => {
    const { journey, after } = await deliverWhile((started, subject) => started.steer.startOver(subject, mondayMorning))

    expect(after).toMatchObject({ state: 'active', received: new Set(), lastSentAt: mondayMorning, floor: 1, tries: 0 })
    expect(after?.claim).toBeUndefined()
    journey.mailer.answerAlways(() => accepted)
    await journey.tick()
    expect(journey.mailer.sent).toHaveLength(1)
    journey.clock.advance(dayMs)
    await journey.tick()
    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
  })

  it('while its learner skipped it: they have it once, and the next is tomorrow’s', async () => {
    const { after } = await deliverWhile((journey, subject) => journey.steer.skip(subject, 'E01', mondayMorning))

    expect(after).toMatchObject({ received: new Set(['E01']), dueAt: mondayMorning + dayMs })
  })

  it('while everything of its learner was erased: nothing comes back', async () => {
    const { outcome, after, journey } = await deliverWhile((world, subject) => world.store.eraseLearner(subject))

    expect(outcome).toEqual({ kind: 'sent' })
    expect(after).toBeUndefined()
    expect(journey.store.dump().enrolments).toEqual([])
  })

  it('and whose event was faster than the worker: once is enough', async () => {
    const { after } = await deliverWhile(async (journey) => {
      for (const mail of journey.mailer.sent) await journey.absorbEvent(journey.event(mail))
    })

    expect(after).toMatchObject({ received: new Set(['E01']), dueAt: mondayMorning + dayMs, tries: 0, attempt: 1 })
  })

  it('and whose learner goes on changing things while it is settled: settled all the same', async () => {
    const memory = createMemoryStore()
    let changes = 0
    const journey = createJourneyOn({
      store: {
        ...memory,
        async settle(enrolment, change, outcome) {
          const pace = paceFactory({ time: `0${changes}:30` })
          if (changes++ < 3) await journey.steer.changePace(enrolment, pace, mondayMorning)
          return memory.settle(enrolment, change, outcome)
        },
      },
    })
    const { entry } = await dueLearner(memory)

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const after = await now(memory, entry)
    expect(after).toMatchObject({ received: new Set(['E01']), pace: { time: '02:30' }, tries: 0 })
    expect(after.dueAt).toBe(Date.parse('2027-03-02T01:30:00Z'))
  })
})

describe('a step that did not go out', () => {
  it('while its learner left: only the claim is given back', async () => {
    const { outcome, after } = await deliverWhile(leave, paused)

    expect(outcome).toEqual({ kind: 'braked', trouble: 'paused' })
    expect(after).toMatchObject({ state: 'left', dueAt: noteEnd, tries: 0, received: new Set() })
    expect(after?.claim).toBeUndefined()
  })

  it('because it was refused, while its learner left: a leaver is on no list, and is erased in time', async () => {
    const { after } = await deliverWhile(leave, refused)

    expect(after).toMatchObject({ state: 'left', dueAt: noteEnd, lane: 'due' })
    expect([after?.stuck, after?.claim]).toEqual([undefined, undefined])
  })

  it('because it was refused, while its learner paused: the pause stays as it is', async () => {
    const pause = (journey: Journey, subject: Enrolment) => journey.steer.pause(subject, '2027-03-10', mondayMorning)
    const { after } = await deliverWhile(pause, refused)

    expect(after).toMatchObject({ state: 'paused', dueAt: Date.parse('2027-03-10T06:00:00Z'), lane: 'due' })
  })

  it('because it was refused, while its learner chose another hour: it is tried again then', async () => {
    const pace = paceFactory({ time: '20:00' })
    const { after } = await deliverWhile(
      (journey, subject) => journey.steer.changePace(subject, pace, mondayMorning),
      refused,
    )

    expect(after).toMatchObject({ pace, dueAt: mondayMorning + 13 * hourMs, lane: 'due', tries: 0 })
    expect([after?.stuck, after?.claim]).toEqual([undefined, undefined])
  })

  it('as far as anybody knows, while its learner left: their due time stays, and the claim runs out by itself', async () => {
    const { outcome, after } = await deliverWhile(leave, noAnswer)

    expect(outcome).toEqual({ kind: 'unknown' })
    expect(after).toMatchObject({ state: 'left', dueAt: noteEnd, lane: 'due', tries: 1 })
  })
})

describe('a pause that ends', () => {
  it('makes the enrolment active again with the first step sent', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, {
      state: 'paused',
      received: ['E01'],
      lastSentAt: mondayMorning - 9 * dayMs,
    })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(await now(journey.store, entry)).toMatchObject({ state: 'active', received: new Set(['E01', 'E02']) })
  })

  it('and is found late is not sent late at night', async () => {
    const journey = createTestJourney({ at: mondayMorning + 16 * hourMs })
    const { entry } = await dueLearner(journey.store, { state: 'paused' })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(journey.mailer.sent).toEqual([])
    expect(await now(journey.store, entry)).toMatchObject({ state: 'paused', dueAt: mondayMorning + dayMs })
  })
})
