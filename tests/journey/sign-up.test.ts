import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import type { Store } from '../../functions/journey/ports.ts'
import { paceFactory } from '../support/enrolment.ts'
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

const here = originFactory()
const form = signUpFormFactory()

describe('signing up', () => {
  it('keeps address, learner and enrolment, in this order, and mails the confirmation at once', async () => {
    const memory = createMemoryStore()
    const { store, calls } = watchedStore(memory)
    const journey = createJourneyOn({ store })

    const subject = await journey.signUp(form, here)

    const kept = calls.filter((name) => name.startsWith('create'))
    expect(kept).toEqual(['createAddress', 'createLearner', 'createEnrolment'])
    expect(subject).toEqual({ learner: 'lrn_1', path: 'engineer-to-producer' })
    expect(journey.mailer.sent.map((mail) => [mail.to, mail.tags['step']])).toEqual([['ada@example.com', 'confirm']])
    expect(memory.dump().enrolments).toMatchObject([
      { learner: 'lrn_1', state: 'pending', name: 'Ada', pace: form.pace },
    ])
  })

  it('keeps the evidence of consent: which text, when and from where; no confirmation yet', async () => {
    const journey = createTestJourney()

    await journey.signUp(form, here)

    const consent = { textVersion: '2027-01', givenAt: mondayMorning, source: '203.0.113.7' }
    expect(journey.store.dump().learners).toEqual([{ id: 'lrn_1', address: 'ada@example.com', name: 'Ada', consent }])
  })

  it('knows an address again however it is written', async () => {
    const journey = createTestJourney()

    const first = await journey.signUp(form, here)
    const second = await journey.signUp({ ...form, address: ' Ada@Example.COM' }, here)

    expect(second).toEqual(first)
    expect(journey.store.dump().learners).toHaveLength(1)
  })

  it('again takes the newer wish, and an earlier confirmation counts no more', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(form, here)
    await journey.confirm(subject, mondayMorning)
    await journey.steer.leave(subject, mondayMorning)
    const { name: _name, ...nameless } = { ...form, pace: paceFactory({ time: '20:00' }) }

    await journey.signUp(nameless, originFactory(mondayMorning + dayMs))

    const [enrolment] = journey.store.dump().enrolments
    const [learner] = journey.store.dump().learners
    expect(enrolment).toMatchObject({ state: 'pending', pace: { time: '20:00' }, received: new Set(['E01']) })
    expect([enrolment?.name, learner?.name, learner?.consent.confirmedAt]).toEqual([undefined, undefined, undefined])
  })

  it('keeps every consent: each text with when, from where and when confirmed, oldest first', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(form, here)
    await journey.confirm(subject, mondayMorning + minuteMs)
    await journey.steer.leave(subject, mondayMorning + dayMs)
    await journey.signUp({ ...form, consentVersion: '2027-02' }, originFactory(mondayMorning + 2 * dayMs, '192.0.2.1'))
    await journey.signUp({ ...form, consentVersion: '2027-02' }, originFactory(mondayMorning + 3 * dayMs, '192.0.2.2'))

    const given = (days: number, textVersion: string, source: string) => ({
      textVersion,
      source,
      givenAt: mondayMorning + days * dayMs,
    })
    expect(await journey.store.findLearner(subject.learner)).toMatchObject({
      consent: given(3, '2027-02', '192.0.2.2'),
      earlierConsents: [
        { ...given(0, '2027-01', '203.0.113.7'), confirmedAt: mondayMorning + minuteMs },
        given(2, '2027-02', '192.0.2.1'),
      ],
    })
  })

  it('keeps both consents of two who sign up the same address at the same moment', async () => {
    const journey = createTestJourney()
    await journey.signUp(form, here)
    const later = mondayMorning + minuteMs
    await Promise.all(['192.0.2.1', '192.0.2.2'].map((source) => journey.signUp(form, originFactory(later, source))))

    const [learner] = journey.store.dump().learners
    const sources = [...(learner?.earlierConsents ?? []), learner?.consent].map((consent) => consent?.source)
    expect(sources.sort()).toEqual(['192.0.2.1', '192.0.2.2', '203.0.113.7'])
  })

  it('keeps one consent of a double press', async () => {
    const journey = createTestJourney()
    await Promise.all([journey.signUp(form, here), journey.signUp(form, here)])

    expect(journey.store.dump().learners[0]?.earlierConsents).toBeUndefined()
  })

  it('once more while the first one is being confirmed leaves the evidence of that', async () => {
    const memory = createMemoryStore()
    const journey = createJourneyOn({
      store: {
        ...memory,
        async createLearner(learner) {
          const isNew = await memory.createLearner(learner)
          if (!isNew) await journey.confirm({ learner: learner.id, path: journey.path.id }, mondayMorning)
          return isNew
        },
      },
    })
    const subject = await journey.signUp(form, here)

    await journey.signUp(form, originFactory(mondayMorning + minuteMs))

    expect((await memory.findLearner(subject.learner))?.consent.confirmedAt).toBe(mondayMorning)
    expect((await memory.findEnrolment(subject))?.state).toBe('active')
  })

  it('twice at the very same moment makes one learner and mails once', async () => {
    const journey = createTestJourney()

    const [one, two] = await Promise.all([journey.signUp(form, here), journey.signUp(form, here)])

    const { learners, enrolments } = journey.store.dump()
    expect(one).toEqual(two)
    expect([learners.length, enrolments.length, journey.mailer.sent.length]).toEqual([1, 1, 1])
  })

  it('leaves the confirmation to the tick when SES does not take it', async () => {
    const journey = createTestJourney()
    journey.mailer.answerNext(paused)

    await journey.signUp(form, here)
    await journey.tick()

    expect(journey.mailer.sent.map((mail) => mail.tags['step'])).toEqual(['confirm', 'confirm'])
    expect(journey.store.dump().enrolments[0]?.asked).toBeUndefined()
  })
})

describe('a sign-up that was cut off', () => {
  const writesOfOne = 7

  it.each(
    (['before', 'after'] as const).flatMap((when) =>
      Array.from({ length: writesOfOne }, (_, index) => ({ when, nth: index + 1 })),
    ),
  )('$when write $nth is completed by the next, under the same learner id', async ({ when, nth }) => {
    const memory = createMemoryStore()
    const cut = createJourneyOn({ store: dyingStore(memory, nth, when).store })
    await cut.signUp(form, here).catch(() => undefined)
    const begun = Object.values(memory.dump().addresses)[0]?.learner

    const next = createJourneyOn({ store: memory as Store, at: mondayMorning + minuteMs })
    const subject = await next.signUp(form, originFactory(mondayMorning + minuteMs))
    next.clock.moveTo(mondayMorning + 20 * minuteMs)
    await next.tick()

    const { addresses, learners, enrolments } = memory.dump()
    const owners = [
      ...Object.values(addresses).map((address) => address.learner),
      learners[0]?.id,
      enrolments[0]?.learner,
    ]
    expect(owners).toEqual([subject.learner, subject.learner, subject.learner])
    expect(subject.learner).toBe(begun ?? subject.learner)
    expect([learners.length, enrolments.length]).toEqual([1, 1])
    expect(enrolments[0]).toMatchObject({ state: 'pending' })
    expect([...cut.mailer.sent, ...next.mailer.sent].map((mail) => mail.tags['step'])).toContain('confirm')
  })

  it('is cut at every write there is', async () => {
    const { store, calls } = watchedStore(createMemoryStore())

    await createJourneyOn({ store }).signUp(form, here)

    expect(calls).toHaveLength(writesOfOne)
  })
})
