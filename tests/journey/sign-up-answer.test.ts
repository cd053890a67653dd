import { describe, expect, it } from 'vitest'
import { enrolmentFactory, paceFactory } from '../support/enrolment.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'

const here = originFactory()
const form = signUpFormFactory()

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
