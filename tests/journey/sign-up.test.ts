import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import type { Store } from '../../functions/journey/ports.ts'
import { enrolmentFactory, paceFactory } from '../support/enrolment.ts'
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

describe('signing up with an address that did not take mail', () => {
  const later = mondayMorning + dayMs

  /** On the way, until the mail came back. */
  async function cutOff(fact: 'hard-bounced' | 'soft-bounced') {
    const journey = createTestJourney()
    const subject = await journey.signUp(form, here)
    await journey.confirm(subject, mondayMorning)
    const [mail] = journey.mailer.sent
    if (fact === 'hard-bounced' && mail) await journey.absorbEvent(journey.event(mail, { fact }))
    const enrolment = await journey.store.findEnrolment(subject)
    if (fact === 'soft-bounced' && enrolment) await journey.store.change(enrolment, { state: 'undeliverable' })
    return { journey, subject }
  }

  it.each(['hard-bounced', 'soft-bounced'] as const)(
    'asks that address whether it takes the lessons again, once it %s; its path waits as it was',
    async (fact) => {
      const { journey, subject } = await cutOff(fact)
      const before = await journey.store.findEnrolment(subject)

      await journey.signUp({ ...form, name: 'Mallory' }, originFactory(later))

      expect(journey.mailer.sent.map((mail) => mail.tags['step']).slice(2)).toEqual(['new-address'])
      expect(await journey.store.findEnrolment(subject)).toEqual(before)
      const addressHash = journey.hashAddress(form.address).slice(0, 16)
      await journey.confirmAddressChange({ ...subject, addressHash }, later)
      expect(await journey.store.findEnrolment(subject)).toMatchObject({ state: 'active', received: new Set(['E01']) })
    },
  )

  it('asks at most three times a day', async () => {
    const { journey } = await cutOff('hard-bounced')
    for (let asked = 0; asked < 5; asked++) await journey.signUp(form, originFactory(later))

    expect(journey.mailer.sent.filter((mail) => mail.tags['step'] === 'new-address')).toHaveLength(3)
  })

  it.each(['signUp', 'signIn'] as const)('counts against its source as any other, by %s', async (how) => {
    const tallies = await Promise.all(
      [await cutOff('hard-bounced'), { journey: createTestJourney() }].map(async ({ journey }) => {
        const origin = originFactory(later)
        if (how === 'signUp') await journey.signUp(form, origin)
        else await journey.signInLinks.forAddress(form.address, origin)
        const { brakes } = journey.store.dump()
        return Object.entries(brakes).filter(([brake]) => brake.startsWith('source') && brake.includes('2027-03-02'))
      }),
    )
    expect(tallies[0]).toEqual(tallies[1])
    expect(tallies[0]?.map(([, tally]) => tally)).toEqual([1])
  })

  it('and was never confirmed begins anew, and can be confirmed', async () => {
    const journey = createTestJourney()
    await journey.signUp(form, here)
    const [mail] = journey.mailer.sent
    if (mail) await journey.absorbEvent(journey.event(mail, { fact: 'hard-bounced' }))
    journey.clock.moveTo(later)

    const subject = await journey.signUp(form, originFactory(later))

    expect(await journey.confirm(subject, later)).toBe('started')
    expect(journey.stepsSent()).toEqual(['E01'])
  })
})

describe('the answer to a sign-up', () => {
  it.each([
    ['nobody', undefined, undefined, ['confirm']],
    ['someone who has not confirmed', 'pending', undefined, ['confirm']],
    ['someone on the way', 'active', undefined, ['sign-in']],
    ['someone who pauses', 'paused', undefined, ['sign-in']],
    ['someone who has finished', 'finished', undefined, ['sign-in']],
    ['someone who left', 'left', undefined, ['confirm']],
    ['someone whose mail came back before they confirmed', 'undeliverable', 'bounced', ['confirm']],
    ['someone whose mail came back softly before they confirmed', 'undeliverable', undefined, ['confirm']],
    ['someone who left, and whose mail came back', 'left', 'bounced', ['confirm']],
    ['someone whose mail came back and who was erased', undefined, 'bounced', ['confirm']],
    ['someone who complained', 'left', 'complained', []],
    ['someone who is being erased', 'erasing', undefined, []],
    ['someone who was erased', undefined, 'erased', ['confirm']],
  ] as const)('is the same for %s; only the mail differs', async (_who, state, suppressed, mails) => {
    const journey = createTestJourney()
    const hash = journey.hashAddress(form.address)
    const learner = 'lrn_known'
    if (state) await journey.store.createEnrolment(enrolmentFactory({ learner, state, address: form.address }))
    if (state || suppressed) await journey.store.createAddress(hash, { learner, ...(suppressed ? { suppressed } : {}) })

    const subject = await journey.signUp(form, here)

    expect(subject).toEqual({ learner: expect.stringMatching(/^lrn_/), path: 'engineer-to-producer' })
    expect(journey.mailer.sent.map((mail) => mail.tags['step'])).toEqual(mails)
    expect(journey.mailer.openNow).toBe(0)
  })

  it('begins with the stage that was chosen, and keeps the plan', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(
      { ...form, startStage: 'stage-2', plan: ' When it is\nTuesday, I read. ' },
      here,
    )
    await journey.confirm(subject, mondayMorning)

    expect(journey.stepsSent()).toEqual(['B01'])
    expect(await journey.store.findLearner(subject.learner)).toMatchObject({ plan: 'When it is Tuesday, I read.' })
  })

  it('again adds what the chosen stage lets them pass over to what they had', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(form, here)
    await journey.confirm(subject, mondayMorning)
    await journey.steer.leave(subject, mondayMorning)

    await journey.signUp({ ...form, startStage: 'stage-2' }, here)

    const enrolment = await journey.store.findEnrolment(subject)
    expect(enrolment).toMatchObject({ received: new Set(['E01', 'E02', 'P01']), cleared: new Set(['P01']) })
  })

  it('begins with what was missed before the stage, and its project waits at its gate', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp({ ...form, startStage: 'stage-2', catchUp: ['E02', 'P01'] }, here)
    await journey.confirm(subject, mondayMorning)

    expect(journey.stepsSent()).toEqual(['E02'])
    const enrolment = await journey.store.findEnrolment(subject)
    expect(enrolment).toMatchObject({ received: new Set(['E01', 'E02']), cleared: new Set() })
  })

  it('once more before anything was sent begins where the last form says', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp({ ...form, startStage: 'stage-2' }, here)
    await journey.signUp(form, here)

    expect(await journey.store.findEnrolment(subject)).toMatchObject({ received: new Set(), cleared: new Set() })
  })

  it.each([
    [{ startStage: 'stage-9' }, 'stage-unknown'],
    [{ plan: 'a'.repeat(201) }, 'plan-too-long'],
  ])('with %j is refused before anything is written', async (wrong, code) => {
    const journey = createTestJourney()

    await expect(journey.signUp({ ...form, ...wrong }, here)).rejects.toMatchObject({ code })
    expect(journey.store.dump()).toMatchObject({ learners: [], enrolments: [], addresses: {} })
  })

  it('to someone on the way changes nothing of theirs', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(form, here)
    await journey.confirm(subject, mondayMorning)
    const before = journey.store.dump()

    await journey.signUp({ ...form, name: 'Mallory', pace: paceFactory({ time: '03:00' }) }, here)

    expect(journey.store.dump().enrolments).toEqual(before.enrolments)
    expect(journey.store.dump().learners).toEqual(before.learners)
  })
})
