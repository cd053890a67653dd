/** Sign-up that cannot be used as a weapon. */
import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'

const posts = 1_000
const victim = 'victim@example.com'

describe('a thousand sign-ups of one address from a thousand sources', () => {
  it('send it at most three mails in a day', async () => {
    const journey = createTestJourney()

    for (let post = 0; post < posts; post++) {
      const form = signUpFormFactory({ address: victim, name: `Buy now ${post}` })
      await journey.signUp(form, originFactory(mondayMorning + post * 1_000, `203.0.${post >> 8}.${post & 255}`))
      if (post % 100 === 0) await journey.tick()
    }

    expect(journey.mailer.sent).toHaveLength(3)
    expect(journey.store.dump().learners).toHaveLength(1)
  })

  it('asked for "again" as often, too', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory({ address: victim }), originFactory())

    for (let press = 0; press < 100; press++) {
      await journey.sendConfirmationAgain(
        subject,
        originFactory(mondayMorning + press * minuteMs, `198.51.100.${press}`),
      )
    }

    expect(journey.mailer.sent).toHaveLength(3)
  })

  it('may be confirmed on a later day', async () => {
    const journey = createTestJourney()
    for (let post = 0; post < 10; post++)
      await journey.signUp(signUpFormFactory(), originFactory(mondayMorning, `192.0.2.${post}`))

    journey.clock.advance(dayMs)
    await journey.signUp(signUpFormFactory(), originFactory(mondayMorning + dayMs))

    expect(journey.mailer.sent).toHaveLength(4)
  })

  it('carry no word of whoever typed them', async () => {
    const journey = createTestJourney()
    await journey.signUp(signUpFormFactory({ name: 'WIN-A-PRIZE' }), originFactory())

    expect(journey.mailer.sent[0]?.raw).not.toContain('WIN-A-PRIZE')
  })
})

describe('one source that signs up many addresses', () => {
  it('is refused after sixty in an hour, and told when to come back', async () => {
    const journey = createTestJourney()
    const signUp = (index: number) =>
      journey.signUp(signUpFormFactory({ address: `a${index}@example.com` }), originFactory())
    for (let index = 0; index < 60; index++) await signUp(index)

    await expect(signUp(60)).rejects.toMatchObject({ code: 'too-many-requests' })
    expect(journey.mailer.sent).toHaveLength(60)
  })
})
