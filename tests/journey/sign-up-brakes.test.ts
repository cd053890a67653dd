/** Sign-up must not be a weapon against an address, nor a way to make the service busy. */
import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { createBrakes } from '../../functions/journey/brakes.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'

const sources = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5']

describe('confirmations to an address', () => {
  it('are at most three a day, whatever the source', async () => {
    const journey = createTestJourney()

    for (const source of sources) await journey.signUp(signUpFormFactory(), originFactory(mondayMorning, source))

    expect(journey.mailer.sent.map((mail) => mail.tags['step'])).toEqual(['confirm', 'confirm', 'confirm'])
  })

  it('are the same three for "send it again"', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory(), originFactory())

    for (const source of sources) await journey.sendConfirmationAgain(subject, originFactory(mondayMorning, source))

    expect(journey.mailer.sent).toHaveLength(3)
  })

  it('come again on the next day', async () => {
    const journey = createTestJourney()
    for (const source of sources) await journey.signUp(signUpFormFactory(), originFactory(mondayMorning, source))

    journey.clock.advance(dayMs)
    await journey.signUp(signUpFormFactory(), originFactory(mondayMorning + dayMs))

    expect(journey.mailer.sent).toHaveLength(4)
  })

  it('to one address leave other addresses alone', async () => {
    const journey = createTestJourney()
    for (const source of sources) await journey.signUp(signUpFormFactory(), originFactory(mondayMorning, source))

    await journey.signUp(signUpFormFactory({ address: 'grace@example.com' }), originFactory())

    expect(journey.mailer.sent.at(-1)?.to).toBe('grace@example.com')
  })

  it('over the brake change nothing: what stands is what the owner of the mailbox can confirm', async () => {
    const journey = createTestJourney()
    for (const source of sources) await journey.signUp(signUpFormFactory(), originFactory(mondayMorning, source))

    await journey.signUp(signUpFormFactory({ name: 'Mallory' }), originFactory())

    expect(journey.store.dump().enrolments[0]?.name).toBe('Ada')
  })

  it.each(['active', 'left'] as const)('are not sent again to someone who is %s', async (state) => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    await journey.confirm(subject, mondayMorning)
    if (state === 'left') await journey.steer.leave(subject, mondayMorning)
    const before = journey.mailer.sent.length

    await journey.sendConfirmationAgain(subject, originFactory())

    expect(journey.mailer.sent).toHaveLength(before)
  })

  it('are not sent again to someone who is gone', async () => {
    const journey = createTestJourney()

    await journey.sendConfirmationAgain({ learner: 'lrn_gone', path: 'engineer-to-producer' }, originFactory())

    expect(journey.mailer.sent).toEqual([])
  })
})

describe('a source', () => {
  it('that asks very often within an hour is refused, and told so', async () => {
    const brakes = createBrakes({ store: createMemoryStore() })
    for (let asked = 0; asked < 60; asked++) await brakes.refuseBusySource(originFactory())

    const refused = await brakes.refuseBusySource(originFactory()).catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(Failure)
    expect(refused).toMatchObject({ code: 'too-many-requests' })
  })

  it('is counted for itself, and anew each hour', async () => {
    const brakes = createBrakes({ store: createMemoryStore() })
    for (let asked = 0; asked < 60; asked++) await brakes.refuseBusySource(originFactory())

    await expect(brakes.refuseBusySource(originFactory(mondayMorning, '192.0.2.1'))).resolves.toBeUndefined()
    await expect(brakes.refuseBusySource(originFactory(mondayMorning + hourMs))).resolves.toBeUndefined()
  })

  it('that is busy signs nobody up', async () => {
    const journey = createTestJourney()
    for (let asked = 0; asked < 60; asked++) await journey.brakes.refuseBusySource(originFactory())

    await expect(journey.signUp(signUpFormFactory(), originFactory())).rejects.toThrow(Failure)

    expect(journey.store.dump().addresses).toEqual({})
    expect(journey.mailer.sent).toEqual([])
  })

  it('that is busy is sent no confirmation again', async () => {
    const journey = createTestJourney()
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    for (let asked = 0; asked < 60; asked++) await journey.brakes.refuseBusySource(originFactory()).catch(() => {})

    await expect(journey.sendConfirmationAgain(subject, originFactory())).rejects.toMatchObject({
      code: 'too-many-requests',
    })
    expect(journey.mailer.sent).toHaveLength(1)
  })

  it('is forgotten two windows later', async () => {
    const store = createMemoryStore()
    const ends: number[] = []
    const countAgainst: typeof store.countAgainst = async (brake) => {
      ends.push(brake.expiresAt)
      return store.countAgainst(brake)
    }

    await createBrakes({ store: { ...store, countAgainst } }).refuseBusySource(originFactory(mondayMorning + 1))

    expect(ends).toEqual([mondayMorning + 2 * hourMs])
  })
})
