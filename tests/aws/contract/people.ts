import { describe, expect, it } from 'vitest'
import type { Learner, Suppression } from '../../../functions/journey/ports.ts'
import { dueEnrolment, type StoreUnderTest, seven, strong } from './stores.ts'

const ada: Learner = {
  id: 'lrn_lou',
  address: 'ada@example.com',
  name: 'Ada',
  consent: { textVersion: '2027-01', givenAt: seven, source: '203.0.113.7' },
}

export function peopleContract(store: StoreUnderTest): void {
  describe('addresses', () => {
    it('are known by their hash, with the learner only', async () => {
      expect(await store().createAddress('hash', { learner: 'lrn_lou' })).toBe(true)

      expect(await store().findAddress('hash')).toEqual({ learner: 'lrn_lou' })
      expect(await store().findAddress('other')).toBeUndefined()
    })

    it('are given to the first of two learners who come at once', async () => {
      const came = await Promise.all(['lrn_a', 'lrn_b'].map((learner) => store().createAddress('hash', { learner })))

      const first = came[0] ? 'lrn_a' : 'lrn_b'
      expect(came.filter(Boolean)).toHaveLength(1)
      expect(await store().findAddress('hash')).toEqual({ learner: first })
    })

    it.each<[Suppression | undefined, Suppression, Suppression]>([
      [undefined, 'erased', 'erased'],
      [undefined, 'bounced', 'bounced'],
      [undefined, 'complained', 'complained'],
      ['erased', 'bounced', 'bounced'],
      ['erased', 'complained', 'complained'],
      ['bounced', 'complained', 'complained'],
      ['bounced', 'erased', 'bounced'],
      ['complained', 'bounced', 'complained'],
      ['complained', 'erased', 'complained'],
    ])('suppressed as %s and now as %s stay %s: never weaker', async (before, reason, after) => {
      await store().createAddress('hash', { learner: 'lrn_lou', ...(before ? { suppressed: before } : {}) })

      await store().suppressAddress('hash', reason)

      expect(await store().findAddress('hash')).toEqual({ learner: 'lrn_lou', suppressed: after })
    })

    it('that nobody knows cannot be suppressed', async () => {
      expect(await store().suppressAddress('hash', 'complained')).toBe(false)
      expect(await store().suppressAddress('hash', 'erased')).toBe(false)
      expect(await store().findAddress('hash')).toBeUndefined()
    })

    it('are suppressed for one learner only while they are that learner’s', async () => {
      await store().createAddress('hash', { learner: 'lrn_new' })

      expect(await store().suppressAddress('hash', 'erased', 'lrn_old')).toBe(false)
      expect(await store().findAddress('hash')).toEqual({ learner: 'lrn_new' })
      expect(await store().suppressAddress('hash', 'erased', 'lrn_new')).toBe(true)
    })

    it.each([
      ['erased', true],
      ['bounced', false],
      ['complained', false],
      [undefined, false],
    ] as const)('suppressed as %s go to a new learner: %s', async (suppressed, renewed) => {
      await store().createAddress('hash', { learner: 'lrn_old', ...(suppressed ? { suppressed } : {}) })

      expect(await store().renewAddress('hash', 'lrn_new')).toBe(renewed)

      const kept = { learner: 'lrn_old', ...(suppressed ? { suppressed } : {}) }
      expect(await store().findAddress('hash')).toEqual(renewed ? { learner: 'lrn_new' } : kept)
    })

    it.each([
      ['bounced', true],
      ['complained', false],
    ] as const)('%s are given back to their own learner: %s', async (suppressed, renewed) => {
      await store().createAddress('hash', { learner: 'lrn_lou', suppressed })

      expect(await store().renewAddress('hash', 'lrn_lou')).toBe(renewed)

      expect(await store().findAddress('hash')).toEqual({ learner: 'lrn_lou', ...(renewed ? {} : { suppressed }) })
    })

    it('that nobody knows cannot be renewed', async () => {
      expect(await store().renewAddress('hash', 'lrn_new')).toBe(false)
      expect(await store().findAddress('hash')).toBeUndefined()
    })
  })

  describe('learners', () => {
    it('are created once', async () => {
      expect(await store().createLearner(ada)).toBe(true)
      expect(await store().createLearner({ ...ada, name: 'Grace' })).toBe(false)

      expect(await store().findLearner(ada.id)).toEqual(ada)
    })

    it('keep the moment of their confirmation', async () => {
      await store().createLearner(ada)

      expect(await store().confirmConsent(ada.id, seven + 5)).toBe(true)

      expect(await store().findLearner(ada.id)).toEqual({ ...ada, consent: { ...ada.consent, confirmedAt: seven + 5 } })
    })

    it('who sign up again replace name and evidence as a whole', async () => {
      const confirmed = { ...ada.consent, confirmedAt: seven }
      await store().createLearner({ ...ada, consent: confirmed })
      const consent = { ...ada.consent, textVersion: '2027-02', givenAt: seven + 9 }
      const again = { id: ada.id, address: 'ada@example.com', consent, earlierConsents: [ada.consent, confirmed] }

      expect(await store().updateLearner(again, confirmed)).toBe(true)

      expect(await store().findLearner(ada.id)).toEqual(again)
    })

    it('keep what they agreed to earlier when a later write says nothing of it', async () => {
      const earlierConsents = [{ ...ada.consent, source: '192.0.2.1', confirmedAt: seven }]
      await store().createLearner({ ...ada, earlierConsents })

      await store().confirmConsent(ada.id, seven + 5)
      await store().changeLearner(ada.id, { plan: 'Tuesdays.' })

      expect(await store().findLearner(ada.id)).toMatchObject({ earlierConsents, plan: 'Tuesdays.' })
    })

    it.each([
      ['who confirm at this very moment', { confirmedAt: seven + 5 }, {}],
      ['who were confirmed once more', { confirmedAt: seven + 5 }, { confirmedAt: seven }],
      ['who sign up elsewhere at this very moment', { givenAt: seven + 5 }, {}],
    ])('%s keep their evidence', async (_who, now, read) => {
      const known = { ...ada, consent: { ...ada.consent, ...now } }
      await store().createLearner(known)

      expect(await store().updateLearner({ ...ada, name: 'Grace' }, { ...ada.consent, ...read })).toBe(false)

      expect(await store().findLearner(ada.id)).toEqual(known)
    })

    it('keep their plan, and the address they asked for, when they sign up again', async () => {
      const own = { plan: 'Tuesdays.', newAddress: 'ada@new.example.org' }
      await store().createLearner({ ...ada, ...own })

      await store().updateLearner({ ...ada, name: 'Grace' }, ada.consent)
      expect(await store().findLearner(ada.id)).toEqual({ ...ada, ...own, name: 'Grace' })

      await store().updateLearner({ ...ada, plan: 'Sundays.' }, ada.consent)
      expect(await store().findLearner(ada.id)).toEqual({ ...ada, ...own, plan: 'Sundays.' })
    })

    it('change plan and address, and what they do not change stays', async () => {
      await store().createLearner({ ...ada, plan: 'Tuesdays.' })

      expect(await store().changeLearner(ada.id, { newAddress: 'ada@new.example.org' })).toBe(true)
      expect(await store().changeLearner(ada.id, { plan: null })).toBe(true)
      expect(await store().findLearner(ada.id)).toEqual({ ...ada, newAddress: 'ada@new.example.org' })

      await store().changeLearner(ada.id, { address: 'ada@new.example.org', newAddress: null })
      expect(await store().findLearner(ada.id)).toEqual({ ...ada, address: 'ada@new.example.org' })
    })

    it('who were erased are not brought back', async () => {
      expect(await store().changeLearner(ada.id, { plan: 'Tuesdays.' })).toBe(false)
      expect(await store().updateLearner(ada, ada.consent)).toBe(false)
      expect(await store().confirmConsent(ada.id, seven)).toBe(false)

      expect(await store().findLearner(ada.id)).toBeUndefined()
    })
  })

  describe('enrolments', () => {
    it('are created once', async () => {
      const enrolment = dueEnrolment()
      expect(await store().createEnrolment(enrolment)).toBe(true)
      expect(await store().createEnrolment({ ...enrolment, state: 'pending' })).toBe(false)

      expect(await strong(store(), enrolment)).toEqual(enrolment)
      expect(await store().findEnrolment(enrolment)).toEqual(enrolment)
    })

    it('of a learner are found on every path, and nobody else’s', async () => {
      const here = dueEnrolment()
      const there = dueEnrolment({ path: 'other-path' })
      for (const enrolment of [here, there, dueEnrolment({ learner: 'lrn_louis' })]) {
        await store().createEnrolment(enrolment)
      }

      const found = await store().findEnrolments('lrn_lou')

      expect(found.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([here, there])
    })
  })
}
