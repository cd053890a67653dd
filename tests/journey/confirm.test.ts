import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { localDate } from '../../functions/domain/pace.ts'
import { paused } from '../support/fake-mailer.ts'
import {
  createJourneyOn,
  createTestJourney,
  mondayMorning,
  originFactory,
  signUpFormFactory,
} from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dyingStore, watchedStore } from './failing-store.ts'

async function signedUp() {
  const journey = createTestJourney()
  const subject = await journey.signUp(signUpFormFactory(), originFactory())
  return { journey, subject, hash: journey.hashAddress('ada@example.com') }
}

describe('confirming', () => {
  it('starts the path: the first lesson follows at once and is that day’s mail', async () => {
    const { journey, subject } = await signedUp()
    journey.clock.advance(3 * 60_000)

    const answer = await journey.confirm(subject, journey.clock())

    expect(answer).toBe('started')
    expect(journey.stepsSent()).toEqual(['E01'])
    const started = await journey.store.findEnrolment(subject)
    expect(started?.state).toBe('active')
    expect(localDate('Europe/Berlin', started?.dueAt ?? 0)).toBe('2027-03-02')
  })

  it('twice starts it once', async () => {
    const { journey, subject } = await signedUp()

    const answers = [await journey.confirm(subject, mondayMorning), await journey.confirm(subject, mondayMorning + 1)]

    expect(answers).toEqual(['started', 'already'])
    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('twice at the very same moment sends one lesson', async () => {
    const { journey, subject } = await signedUp()

    const answers = await Promise.all([
      journey.confirm(subject, mondayMorning),
      journey.confirm(subject, mondayMorning),
    ])

    expect(answers.sort()).toEqual(['already', 'started'])
    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('with an old mail does not bring back someone who left', async () => {
    const { journey, subject } = await signedUp()
    await journey.confirm(subject, mondayMorning)
    await journey.steer.leave(subject, mondayMorning)

    expect(await journey.confirm(subject, mondayMorning + dayMs)).toBe('gone')
    expect(await journey.store.findEnrolment(subject)).toMatchObject({ state: 'left' })
  })

  it('is impossible for someone who is gone', async () => {
    const { journey, subject } = await signedUp()
    await journey.store.eraseLearner(subject)

    expect(await journey.confirm(subject, mondayMorning)).toBe('gone')
  })

  it.each(['bounced', 'complained', 'erased'] as const)(
    'is impossible for an address that was %s meanwhile',
    async (reason) => {
      const { journey, subject, hash } = await signedUp()
      await journey.store.suppressAddress(hash, reason)

      expect(await journey.confirm(subject, mondayMorning)).toBe('gone')
      expect(journey.stepsSent()).toEqual([])
      expect(await journey.store.findEnrolment(subject)).toMatchObject({ state: 'pending' })
    },
  )

  it('keeps when it was, before anything is sent', async () => {
    const memory = createMemoryStore()
    const { store, calls } = watchedStore(memory)
    const journey = createJourneyOn({ store })
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    const before = calls.length

    await journey.confirm(subject, mondayMorning + 5)

    expect(calls.slice(before)).toEqual(['confirmConsent', 'change', 'claim', 'settle'])
    expect(memory.dump().learners[0]?.consent.confirmedAt).toBe(mondayMorning + 5)
  })

  it('that was cut off can be pressed again', async () => {
    const { journey, subject } = await signedUp()
    const cut = createJourneyOn({ store: dyingStore(journey.store, 1).store })
    await cut.confirm(subject, mondayMorning).catch(() => undefined)

    expect(await journey.confirm(subject, mondayMorning + 5)).toBe('started')
    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('is kept when SES does not take the first lesson: the tick has it', async () => {
    const { journey, subject } = await signedUp()
    journey.mailer.answerNext(paused)

    expect(await journey.confirm(subject, mondayMorning)).toBe('started')
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
    expect(await journey.store.findEnrolment(subject)).toMatchObject({ received: new Set(['E01']) })
  })

  it('at the moment of erasure is told so: nothing begins that is deleted under the learner', async () => {
    const memory = createMemoryStore()
    const subject = { learner: 'lrn_1', path: 'engineer-to-producer' }
    const journey = createJourneyOn({
      store: {
        ...memory,
        async change(enrolment, change) {
          // The eraser is faster by a moment.
          journey.clock.moveTo(mondayMorning + 8 * dayMs)
          const { dueAt = 0 } = enrolment
          const claim = { by: 'eraser', now: journey.clock(), until: journey.clock() + 1 }
          const taken = await memory.claim({ ...subject, dueAt }, claim)
          if (taken) await memory.settle(taken, { state: 'erasing', dueAt: journey.clock() }, 'settled')
          return memory.change(enrolment, change)
        },
      },
    })
    await journey.signUp(signUpFormFactory(), originFactory())

    const answer = await journey.confirm(subject, mondayMorning + 8 * dayMs)

    expect(answer).toBe('gone')
    expect(memory.dump().enrolments).toMatchObject([{ state: 'erasing' }])
    expect(journey.stepsSent()).toEqual([])
  })
})
