import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'

const here = originFactory()
const form = signUpFormFactory()

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
