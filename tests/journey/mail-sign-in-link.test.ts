import { describe, expect, it } from 'vitest'
import type { EnrolmentState } from '../../functions/domain/enrolment.ts'
import type { Suppression } from '../../functions/journey/ports.ts'
import { refused } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning, originFactory } from '../support/journey.ts'
import { dueLearner } from './due-learner.ts'

async function known(state: EnrolmentState = 'active', suppressed?: Suppression) {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store, { state })
  const consent = { textVersion: '2026-11-23', givenAt: mondayMorning, source: '192.0.2.1' }
  await journey.store.createLearner({ id: entry.learner, address: 'ada@example.com', consent })
  const record = { learner: entry.learner, ...(suppressed ? { suppressed } : {}) }
  await journey.store.createAddress(journey.hashAddress('ada@example.com'), record)
  return { journey, subject: { learner: entry.learner, path: entry.path } }
}

describe('a sign-in link', () => {
  it.each(['active', 'paused', 'finished'] as const)('is mailed to an address whose owner is %s', async (state) => {
    const { journey } = await known(state)

    await journey.signInLinks.forAddress('ADA@example.com', originFactory())

    const tags = { learner: 'lrn_lou', path: 'engineer-to-producer', step: 'sign-in', attempt: '0' }
    expect(journey.mailer.sent.map((mail) => [mail.to, mail.tags])).toEqual([['ada@example.com', tags]])
    expect(journey.mailer.openNow).toBe(0)
  })

  it.each(['pending', 'erasing'] as const)('is not mailed to who is %s', async (state) => {
    const { journey, subject } = await known(state)

    await journey.signInLinks.forAddress('ada@example.com', originFactory())
    await journey.signInLinks.forOwner(subject, originFactory())

    expect(journey.mailer.sent).toEqual([])
  })

  it('is mailed to who has left when they ask with a link of theirs, not when somebody types the address', async () => {
    const { journey, subject } = await known('left')

    await journey.signInLinks.forAddress('ada@example.com', originFactory())
    expect(journey.mailer.sent).toEqual([])

    await journey.signInLinks.forOwner(subject, originFactory())
    expect(journey.mailer.sent.map((mail) => mail.tags['step'])).toEqual(['sign-in'])
  })

  it.each(['bounced', undefined] as const)(
    'of who is undeliverable is a question to the address whether it takes lessons again: %s',
    async (why) => {
      const { journey, subject } = await known('undeliverable', why)
      await journey.store.confirmConsent(subject.learner, mondayMorning)

      await journey.signInLinks.forAddress('ada@example.com', originFactory())
      await journey.signInLinks.forOwner(subject, originFactory())

      expect(journey.mailer.sent.map((mail) => [mail.to, mail.tags['step']])).toEqual([
        ['ada@example.com', 'new-address'],
        ['ada@example.com', 'new-address'],
      ])
    },
  )

  it('asks no address that complained, and none that was never confirmed', async () => {
    const complained = await known('undeliverable', 'complained')
    await complained.journey.store.confirmConsent('lrn_lou', mondayMorning)
    const unconfirmed = await known('undeliverable', 'bounced')

    for (const { journey, subject } of [complained, unconfirmed]) {
      await journey.signInLinks.forAddress('ada@example.com', originFactory())
      await journey.signInLinks.forOwner(subject, originFactory())
      expect(journey.mailer.sent).toEqual([])
    }
  })

  it.each(['bounced', 'complained', 'erased'] as const)(
    'is not mailed to an address that is suppressed: %s',
    async (why) => {
      const { journey, subject } = await known('active', why)

      await journey.signInLinks.forAddress('ada@example.com', originFactory())
      await journey.signInLinks.forOwner(subject, originFactory())

      expect(journey.mailer.sent).toEqual([])
    },
  )

  it('is not mailed to an address that nobody has, and says nothing of it', async () => {
    const { journey } = await known()

    await expect(journey.signInLinks.forAddress('eve@example.com', originFactory())).resolves.toBeUndefined()

    expect(journey.mailer.sent).toEqual([])
  })

  it('is mailed to the owner of a lesson link', async () => {
    const { journey, subject } = await known()

    await journey.signInLinks.forOwner(subject, originFactory())

    expect(journey.mailer.sent.map((mail) => mail.to)).toEqual(['ada@example.com'])
  })

  it('is mailed five times a day at most, whatever the source', async () => {
    const { journey } = await known()

    for (let asked = 0; asked < 8; asked++) {
      await journey.signInLinks.forAddress('ada@example.com', originFactory(mondayMorning, `192.0.2.${asked}`))
    }

    expect(journey.mailer.sent).toHaveLength(5)
  })

  it('takes no claim and changes nothing', async () => {
    const { journey } = await known()
    const before = journey.store.dump().enrolments

    await journey.signInLinks.forAddress('ada@example.com', originFactory())

    expect(journey.store.dump().enrolments).toEqual(before)
  })

  it('that SES does not take is logged without an address', async () => {
    const { journey } = await known()
    journey.mailer.answerNext(refused)

    await journey.signInLinks.forAddress('ada@example.com', originFactory())

    expect(journey.log.lines).toEqual([
      { level: 'warn', event: 'service-mail-not-sent', learner: 'lrn_lou', mail: 'sign-in', outcome: 'refused' },
    ])
  })
})
