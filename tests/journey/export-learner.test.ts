import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { now } from './due-learner.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 FIN' })

async function learnerWithHistory() {
  const journey = createTestJourney({ path })
  const plan = 'When it is Tuesday 19:00, I read.'
  const subject = await journey.signUp(signUpFormFactory({ plan }), originFactory())
  await journey.confirm(subject, mondayMorning)
  await journey.study.recordAnswer(subject, { check: 'E01.1', verdict: 'missed' }, mondayMorning)
  for (const mail of journey.mailer.sent) await journey.absorbEvent(journey.event(mail))
  return { journey, subject }
}

describe('the export of a learner', () => {
  it('is everything that is kept, as JSON that reads without this service', async () => {
    const { journey, subject } = await learnerWithHistory()

    const exported = await journey.exportLearner(subject, mondayMorning)

    const at = '2027-03-01T06:00:00.000Z'
    expect(JSON.parse(JSON.stringify(exported))).toEqual({
      exportedAt: at,
      course: { id: path.id, title: path.title },
      learner: {
        id: subject.learner,
        address: 'ada@example.com',
        name: 'Ada',
        plan: 'When it is Tuesday 19:00, I read.',
        consent: { textVersion: '2027-01', givenAt: at, source: '203.0.113.7', confirmedAt: at },
      },
      address: { hash: journey.hashAddress('ada@example.com'), suppressed: null },
      enrolment: expect.objectContaining({
        address: 'ada@example.com',
        state: 'active',
        seenAt: at,
        lastSentAt: at,
        missed: ['E01.1'],
        received: [{ step: 'E01', title: 'Title of E01' }],
      }),
      work: [{ step: 'E01', title: 'Title of E01', answers: { 'E01.1': 'missed' } }],
      mails: [
        { step: 'confirm', title: null, attempt: 1, facts: { sent: at } },
        { step: 'E01', title: 'Title of E01', attempt: 2, facts: { sent: at } },
      ],
      certificates: [],
    })
  })

  it('holds no instant that is a bare number, wherever it stands', async () => {
    const { journey, subject } = await learnerWithHistory()
    const form = { url: 'example.org', note: 'n', marks: { documents: 3 } }
    await journey.handIn(subject, 'P01', form, mondayMorning)

    expect(JSON.stringify(await journey.exportLearner(subject, mondayMorning))).not.toMatch(/:1[0-9]{12}/)
  })

  it('leaves out nothing that the store holds of them', async () => {
    const { journey, subject } = await learnerWithHistory()
    const exported = JSON.stringify(await journey.exportLearner(subject, mondayMorning))

    const { learners, works } = journey.store.dump()
    const values = JSON.stringify({ learners, works }).match(/"[^"]+"(?=[,}\]])/g) ?? []
    for (const value of values) expect(exported).toContain(value)
  })

  it('of who was erased is refused', async () => {
    const { journey, subject } = await learnerWithHistory()
    await journey.steer.eraseNow(subject, mondayMorning)

    await expect(journey.exportLearner(subject, mondayMorning)).rejects.toMatchObject({ code: 'link-expired' })
  })
})

describe('a name', () => {
  it('is corrected, and greets from the next mail on', async () => {
    const { journey, subject } = await learnerWithHistory()

    await journey.keepName(subject, 'Ada Lovelace', mondayMorning)

    expect(await journey.exportLearner(subject, mondayMorning)).toMatchObject({
      learner: { name: 'Ada Lovelace' },
      enrolment: { name: 'Ada Lovelace' },
    })
    journey.clock.advance(dayMs)
    await journey.steer.sendAgain(subject, 'E01', mondayMorning + dayMs)
    const { text = '' } = await PostalMime.parse(journey.mailer.sent.at(-1)?.raw ?? '')
    expect(text).toContain('Ada Lovelace')
  })

  it('is taken back', async () => {
    const { journey, subject } = await learnerWithHistory()

    await journey.keepName(subject, undefined, mondayMorning)

    expect((await journey.store.findLearner(subject.learner))?.name).toBeUndefined()
    expect((await journey.store.findEnrolment(subject))?.name).toBeUndefined()
  })

  it('of who was erased is refused, and brings nobody back', async () => {
    const { journey, subject } = await learnerWithHistory()
    await journey.steer.eraseNow(subject, mondayMorning)

    await expect(journey.keepName(subject, 'Ada', mondayMorning)).rejects.toMatchObject({ code: 'link-expired' })
    expect(journey.store.dump()).toMatchObject({ learners: [], enrolments: [] })
  })
})

describe('a plan', () => {
  it('is kept, changed and taken back', async () => {
    const { journey, subject } = await learnerWithHistory()
    const plan = async () => (await journey.store.findLearner(subject.learner))?.plan

    await journey.keepPlan(subject, 'Sundays, after coffee.', mondayMorning)
    expect(await plan()).toBe('Sundays, after coffee.')
    await journey.keepPlan(subject, ' ', mondayMorning)
    expect(await plan()).toBeUndefined()
    await expect(journey.keepPlan(subject, 'a'.repeat(201), mondayMorning)).rejects.toMatchObject({
      code: 'plan-too-long',
    })
  })

  it('is a deed: who keeps one is not silent', async () => {
    const { journey, subject } = await learnerWithHistory()
    await journey.store.change(await now(journey.store, subject), { asks: 1 })

    await journey.keepPlan(subject, 'Sundays, after coffee.', mondayMorning + dayMs)

    const heardFrom = await now(journey.store, subject)
    expect(heardFrom.seenAt).toBe(mondayMorning + dayMs)
    expect(heardFrom).not.toHaveProperty('asks')
  })

  it('outlives signing up again without one', async () => {
    const { journey, subject } = await learnerWithHistory()
    await journey.steer.leave(subject, mondayMorning)

    await journey.signUp(signUpFormFactory(), originFactory())

    expect(await journey.store.findLearner(subject.learner)).toMatchObject({
      plan: 'When it is Tuesday 19:00, I read.',
    })
  })
})
