import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import {
  createJourneyOn,
  createTestJourney,
  mondayMorning,
  originFactory,
  signUpFormFactory,
} from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { dyingStore } from './failing-store.ts'

const notesEnd = mondayMorning + 30 * dayMs

/** Somebody who confirmed, had a lesson, answered, and left. */
async function whoLeft(store = createMemoryStore()) {
  const journey = createJourneyOn({ store })
  const subject = await journey.signUp(signUpFormFactory(), originFactory())
  await journey.confirm(subject, mondayMorning)
  await journey.study.recordAnswer(subject, { check: 'E01.1', verdict: 'knew' }, mondayMorning)
  for (const mail of journey.mailer.sent) await journey.absorbEvent(journey.event(mail))
  await journey.steer.leave(subject, mondayMorning)
  return { journey, subject, store }
}

describe('erasure', () => {
  it('comes 30 days after leaving, not before, and leaves no trace but the suppressed address', async () => {
    const { journey, store } = await whoLeft()

    journey.clock.moveTo(notesEnd - 1)
    const early = await journey.tick()
    journey.clock.moveTo(notesEnd)
    const summary = await journey.tick()

    const { addresses, brakes: _brakes, ...rest } = store.dump()
    expect([early.erased, summary.erased]).toEqual([0, 1])
    expect(rest).toEqual({ learners: [], enrolments: [], works: [], deliveries: [], certificates: [] })
    expect(Object.values(addresses)).toEqual([{ learner: 'lrn_1', suppressed: 'erased' }])
    expect(JSON.stringify(store.dump())).not.toContain('@')
  })

  it('comes 7 days after a confirmation mail that nobody answered', async () => {
    const journey = createTestJourney()
    await journey.signUp(signUpFormFactory(), originFactory())

    journey.clock.moveTo(mondayMorning + 7 * dayMs)
    await journey.tick()

    expect(journey.store.dump()).toMatchObject({ learners: [], enrolments: [] })
  })

  it('keeps what is known of a complaint', async () => {
    const { journey, subject, store } = await whoLeft()
    const [mail] = journey.mailer.sent
    if (mail) await journey.absorbEvent(journey.event(mail, { fact: 'complained' }))

    journey.clock.moveTo(notesEnd)
    await journey.tick()

    expect(store.dump().addresses[journey.hashAddress('ada@example.com')]).toEqual({
      learner: subject.learner,
      suppressed: 'complained',
    })
  })

  it('gives way to a learner who comes back in time', async () => {
    const { journey, subject, store } = await whoLeft()
    const later = originFactory(notesEnd - 1)
    journey.clock.moveTo(notesEnd - 1)

    await journey.signUp(signUpFormFactory(), later)
    await journey.confirm(subject, notesEnd - 1)
    journey.clock.moveTo(notesEnd)
    await journey.tick()

    expect(store.dump().enrolments).toMatchObject([{ learner: subject.learner, state: 'active' }])
  })

  it('gives way to a learner who comes back between its decision and its mark', async () => {
    const { subject, store } = await whoLeft()
    const returning = createJourneyOn({ store, at: notesEnd })
    const journey = createJourneyOn({
      store: {
        ...store,
        async settle(enrolment, change, outcome) {
          if (change.state === 'erasing') await returning.signUp(signUpFormFactory(), originFactory(notesEnd))
          return store.settle(enrolment, change, outcome)
        },
      },
      at: notesEnd,
    })

    const summary = await journey.tick()

    expect(summary).toMatchObject({ erased: 0, released: 1 })
    expect(store.dump().enrolments).toMatchObject([{ learner: subject.learner, state: 'pending', tries: 0 }])
    expect(store.dump().enrolments[0]?.claim).toBeUndefined()
  })
})

describe('an erasure that is cut off', () => {
  const writes = [1, 2, 3, 4]

  it.each(
    writes.flatMap((nth) => [
      { nth, when: 'before' as const },
      { nth, when: 'after' as const },
    ]),
  )('$when write $nth is finished by a later tick', async ({ nth, when }) => {
    const { store } = await whoLeft()
    const cut = createJourneyOn({ store: dyingStore(store, nth, when).store, at: notesEnd })
    await cut.tick()

    const next = createJourneyOn({ store, at: notesEnd + 16 * minuteMs })
    await next.tick()

    expect(store.dump()).toMatchObject({ learners: [], enrolments: [], works: [], deliveries: [], certificates: [] })
    expect(Object.values(store.dump().addresses)).toEqual([{ learner: 'lrn_1', suppressed: 'erased' }])
  })

  it('once it is marked, lets nobody confirm, study or be mailed', async () => {
    const { subject, store } = await whoLeft()
    await createJourneyOn({ store: dyingStore(store, 2).store, at: notesEnd }).tick()
    const journey = createJourneyOn({ store, at: notesEnd })

    await journey.study.recordAnswer(subject, { check: 'E01.2', verdict: 'knew' }, mondayMorning)

    expect(store.dump().enrolments).toMatchObject([{ state: 'erasing' }])
    expect(store.dump().works[0]?.answers).toEqual({ 'E01.1': 'knew' })
    expect(await journey.confirm(subject, notesEnd)).toBe('gone')
    expect(await journey.viewPath(subject, notesEnd)).toBeUndefined()
  })

  it('does not shut out a person who signs up again before it is finished', async () => {
    const { subject, store } = await whoLeft()
    await createJourneyOn({ store: dyingStore(store, 3).store, at: notesEnd }).tick()
    const journey = createJourneyOn({ store, at: notesEnd })
    const renewed = await createJourneyOn({ store, at: notesEnd, learnerIds: 'lrn_new' }).signUp(
      signUpFormFactory(),
      originFactory(notesEnd),
    )

    await journey.tick()
    const answer = await journey.confirm(renewed, notesEnd)

    expect(renewed.learner).not.toBe(subject.learner)
    expect(answer).toBe('started')
    expect(store.dump().enrolments).toMatchObject([{ learner: renewed.learner, state: 'active' }])
  })
})

describe('someone who was erased', () => {
  it('and signs up again is a new learner', async () => {
    const { journey, subject, store } = await whoLeft()
    journey.clock.moveTo(notesEnd)
    await journey.tick()

    const again = await journey.signUp(signUpFormFactory(), originFactory(notesEnd))

    expect(again.learner).not.toBe(subject.learner)
    expect(store.dump().enrolments).toMatchObject([{ learner: again.learner, state: 'pending', received: new Set() }])
    expect(await journey.confirm(again, notesEnd)).toBe('started')
  })

  it('is not brought back by anything that comes late', async () => {
    const { journey, subject, store } = await whoLeft()
    const [mail] = journey.mailer.sent
    journey.clock.moveTo(notesEnd)
    await journey.tick()

    for (const fact of ['sent', 'hard-bounced', 'complained', 'soft-bounced', 'rejected', 'delayed'] as const) {
      if (mail) expect(await journey.absorbEvent(journey.event(mail, { fact }))).toBe('nobody')
    }
    await journey.steer.leave(subject, notesEnd)

    expect(store.dump()).toMatchObject({ learners: [], enrolments: [], works: [], deliveries: [], certificates: [] })
  })
})

describe('erasure on request', () => {
  it('is done at once, in any state, and leaves no trace but the suppressed address', async () => {
    for (const state of ['pending', 'active', 'paused', 'finished', 'left', 'undeliverable'] as const) {
      const { journey, subject, store } = await whoLeft()
      const enrolment = await store.findEnrolment(subject)
      if (enrolment !== undefined) await store.change(enrolment, { state })

      await journey.steer.eraseNow(subject, mondayMorning)

      const { addresses, brakes: _brakes, ...rest } = store.dump()
      expect(rest).toEqual({ learners: [], enrolments: [], works: [], deliveries: [], certificates: [] })
      expect(Object.values(addresses)).toEqual([{ learner: 'lrn_1', suppressed: 'erased' }])
    }
  })

  it('is done by the next tick where it could not be done at once', async () => {
    const { journey, subject, store } = await whoLeft()
    await store.stopSending()
    await journey.steer.eraseNow(subject, mondayMorning)
    expect(store.dump().enrolments).toMatchObject([{ state: 'erasing', lane: 'now' }])

    await store.resumeSending()
    await journey.tick()

    expect(store.dump().enrolments).toEqual([])
  })

  it('pressed twice, or by who is gone, succeeds', async () => {
    const { journey, subject } = await whoLeft()

    await journey.steer.eraseNow(subject, mondayMorning)
    await journey.steer.eraseNow(subject, mondayMorning)
  })

  it('wins over a mail under way: nothing is settled on who is gone', async () => {
    const { journey, subject, store } = await whoLeft()
    journey.mailer.answerAlways(async () => {
      await journey.steer.eraseNow(subject, mondayMorning)
      return { kind: 'accepted', messageId: 'm' }
    })
    await journey.signUp(signUpFormFactory(), originFactory())
    journey.clock.moveTo(mondayMorning + 16 * minuteMs)
    await journey.tick()

    expect(store.dump().enrolments).toEqual([])
  })
})
