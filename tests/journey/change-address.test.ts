import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { now } from './due-learner.ts'

import { fresh, movingLearner, old } from './moving-learner.ts'

describe('a change of address', () => {
  it('is asked of the new one, and changes nothing until it says yes', async () => {
    const { journey, subject, mailsTo, ask, addressItem } = await movingLearner()

    await ask(fresh)

    expect(mailsTo('new-address').map(({ to }) => to)).toEqual([fresh])
    expect((await now(journey.store, subject)).address).toBe(old)
    expect(await addressItem(fresh)).toBeUndefined()
  })

  it('moves mail and notes, tells the old address, and sets it free', async () => {
    const { journey, subject, mailsTo, ask, press, addressItem } = await movingLearner()
    await ask(fresh)

    expect(await press()).toBe('changed')

    expect((await now(journey.store, subject)).address).toBe(fresh)
    expect(await journey.store.findLearner(subject.learner)).toMatchObject({ address: fresh })
    expect(await journey.store.findLearner(subject.learner)).not.toHaveProperty('newAddress')
    expect(await addressItem(fresh)).toEqual({ learner: subject.learner })
    expect(await addressItem(old)).toEqual({ learner: subject.learner, suppressed: 'erased' })
    expect(mailsTo('old-address').map(({ to }) => to)).toEqual([old])

    journey.clock.moveTo(mondayMorning + dayMs + hourMs)
    await journey.tick()
    expect(journey.mailer.sent.at(-1)).toMatchObject({ to: fresh, tags: { step: 'E02' } })
  })

  it('gives the old address to whoever signs up with it next, as somebody new', async () => {
    const { journey, subject, ask, press } = await movingLearner()
    await ask(fresh)
    await press()

    const other = await journey.signUp(signUpFormFactory({ address: old }), originFactory())

    expect(other.learner).not.toBe(subject.learner)
    expect((await now(journey.store, subject)).address).toBe(fresh)
  })

  it('pressed twice is done once, and says so', async () => {
    const { mailsTo, ask, press } = await movingLearner()
    await ask(fresh)

    expect([await press(), await press()]).toEqual(['changed', 'already'])
    expect(mailsTo('old-address')).toHaveLength(1)
  })

  it('that was cut off at any write is finished by the next press', async () => {
    for (const write of ['createAddress', 'change', 'suppressAddress', 'changeLearner'] as const) {
      const { journey, subject, mailsTo, ask, press } = await movingLearner()
      await ask(fresh)
      const whole = journey.store[write]
      Object.assign(journey.store, { [write]: () => Promise.reject(new Error('The table is down')) })
      await expect(press()).rejects.toThrow('The table is down')
      Object.assign(journey.store, { [write]: whole })

      expect(await press()).toBe('changed')

      expect((await now(journey.store, subject)).address).toBe(fresh)
      expect(await journey.store.findLearner(subject.learner)).toMatchObject({ address: fresh })
      expect(mailsTo('old-address').map(({ to }) => to)).toContain(old)
    }
  })

  it('tells the old address also when the mail to it was cut off', async () => {
    const { journey, mailsTo, ask, press } = await movingLearner()
    await ask(fresh)
    const { isSendingStopped } = journey.store
    const killed = () => Promise.reject(new Error('The sender was killed'))
    Object.assign(journey.store, { isSendingStopped: killed })
    await expect(press()).rejects.toThrow('The sender was killed')
    Object.assign(journey.store, { isSendingStopped })

    expect(await press()).toBe('changed')

    expect(mailsTo('old-address').map(({ to }) => to)).toEqual([old])
  })

  it('of who has left meanwhile is refused, and the new address stays free', async () => {
    const { journey, subject, ask, press, addressItem } = await movingLearner()
    await ask(fresh)
    await journey.steer.leave(subject, mondayMorning)

    await expect(press()).rejects.toMatchObject({ code: 'move-not-allowed' })
    expect(await addressItem(fresh)).toBeUndefined()
  })

  it.each([
    ['paused', { state: 'paused', dueAt: null }],
    ['finished', { state: 'finished', dueAt: null }],
  ] as const)('of who is %s moves the address and leaves them there', async (state, change) => {
    const { journey, subject, ask, press } = await movingLearner()
    await journey.store.change(await now(journey.store, subject), change)
    await ask(fresh)

    await press()

    const moved = await now(journey.store, subject)
    expect(moved).toMatchObject({ state, address: fresh })
    expect(moved).not.toHaveProperty('dueAt')
  })

  it('is asked for by a busy source no more, and nothing is mailed', async () => {
    const { journey, mailsTo, ask } = await movingLearner()
    for (let asked = 0; asked < 60; asked++) await journey.brakes.refuseBusySource(originFactory()).catch(() => {})

    await expect(ask(fresh)).rejects.toMatchObject({ code: 'too-many-requests' })
    expect(mailsTo('new-address')).toEqual([])
  })

  it('for which another address was asked since is not made', async () => {
    const { journey, subject, mailsTo, ask, press } = await movingLearner()
    await ask('ada@typo.example.org')
    const first = mailsTo('new-address')[0]
    await ask(fresh)
    const { text = '' } = await PostalMime.parse(first?.raw ?? '')
    const token = /new-address\/(\S+)/.exec(text)?.[1] ?? ''

    const holder = journey.links.read(token, ['new-address'], mondayMorning)
    await expect(journey.confirmAddressChange(holder, mondayMorning)).rejects.toMatchObject({ code: 'link-expired' })

    expect(await press()).toBe('changed')
    expect((await now(journey.store, subject)).address).toBe(fresh)
  })

  it('is not asked of an address that is somebody else’s, and nothing says so', async () => {
    const { journey, mailsTo, ask } = await movingLearner()
    await journey.signUp(signUpFormFactory({ address: fresh }), originFactory())

    await ask(fresh)

    expect(mailsTo('new-address')).toEqual([])
  })

  it('is refused when the address was taken meanwhile, and the path stays where it is', async () => {
    const { journey, subject, ask, press } = await movingLearner()
    await ask(fresh)
    await journey.signUp(signUpFormFactory({ address: fresh }), originFactory())

    await expect(press()).rejects.toMatchObject({ code: 'address-taken' })
    expect((await now(journey.store, subject)).address).toBe(old)
  })

  it('is not asked of an address that complained', async () => {
    const { journey, mailsTo, ask } = await movingLearner()
    await journey.store.createAddress(journey.hashAddress(fresh), { learner: 'lrn_x', suppressed: 'complained' })

    await ask(fresh)

    expect(mailsTo('new-address')).toEqual([])
  })

  it('mails nobody more than three times a day', async () => {
    const { mailsTo, ask } = await movingLearner()

    for (let asked = 0; asked < 5; asked++) await ask(fresh)

    expect(mailsTo('new-address')).toHaveLength(3)
  })

  it('outlives a late bounce of the old address', async () => {
    const { journey, subject, ask, press } = await movingLearner()
    const lesson = journey.mailer.sent.find(({ tags }) => tags['step'] === 'E01')
    await ask(fresh)
    await press()

    if (lesson !== undefined) await journey.absorbEvent(journey.event(lesson, { fact: 'hard-bounced' }))

    expect((await now(journey.store, subject)).state).toBe('active')
  })

  it('is good for 24 hours', async () => {
    const { ask, press } = await movingLearner()
    await ask(fresh)

    await expect(press(mondayMorning + 24 * hourMs)).rejects.toMatchObject({ code: 'link-expired' })
  })
})

describe('an address that took no mail', () => {
  async function bounced() {
    const world = await movingLearner()
    const lesson = world.journey.mailer.sent.find(({ tags }) => tags['step'] === 'E01')
    if (lesson !== undefined) await world.journey.absorbEvent(world.journey.event(lesson, { fact: 'hard-bounced' }))
    expect((await now(world.journey.store, world.subject)).state).toBe('undeliverable')
    return world
  }

  it('gives way to another one: the path goes on where it was', async () => {
    const { journey, subject, mailsTo, ask, press, addressItem } = await bounced()
    await ask(fresh)

    expect(await press()).toBe('changed')

    expect(await now(journey.store, subject)).toMatchObject({
      state: 'active',
      address: fresh,
      received: new Set(['E01']),
    })
    expect((await now(journey.store, subject)).dueAt).toBeGreaterThan(mondayMorning)
    expect(mailsTo('old-address')).toEqual([])
    expect(await addressItem(old)).toMatchObject({ suppressed: 'bounced' })
  })

  it('comes back when it says yes once more', async () => {
    const { journey, subject, ask, press, addressItem } = await bounced()
    await ask(old)

    expect(await press()).toBe('changed')

    expect(await now(journey.store, subject)).toMatchObject({ state: 'active', address: old })
    expect(await addressItem(old)).toEqual({ learner: subject.learner })
  })
})

it.each(['pending', 'left'] as const)('who is %s changes no address', async (state) => {
  const { journey, subject, ask } = await movingLearner()
  await journey.store.change(await now(journey.store, subject), { state })

  await expect(ask(fresh)).rejects.toMatchObject({ code: 'move-not-allowed' })
})

it('who was erased is told so', async () => {
  const { ask } = await movingLearner()

  await expect(ask(fresh, { learner: 'lrn_gone', path: 'engineer-to-producer' })).rejects.toMatchObject({
    code: 'link-expired',
  })
})
