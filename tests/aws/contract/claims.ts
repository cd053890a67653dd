import { describe, expect, it } from 'vitest'
import { claimBy, claimEnd, claimed, dueEnrolment, entryOf, type StoreUnderTest, seven, strong } from './stores.ts'

export function claimContract(store: StoreUnderTest): void {
  describe('claim', () => {
    it('gives the enrolment as it is after the claim', async () => {
      const enrolment = dueEnrolment({ name: 'Ada', received: new Set(['E01']), attempt: 4 })
      await store().createEnrolment(enrolment)

      const taken = await store().claim(entryOf(enrolment), claimBy('ann'))

      const claim = { attempt: 5, by: 'ann', until: claimEnd }
      expect(taken).toEqual({ ...enrolment, attempt: 5, tries: 1, claim })
      expect(await strong(store(), enrolment)).toEqual(taken)
    })

    it('is refused for another due time than the one seen', async () => {
      const enrolment = dueEnrolment()
      await store().createEnrolment(enrolment)

      const taken = await store().claim({ ...entryOf(enrolment), dueAt: seven - 1 }, claimBy('ann'))

      expect(taken).toBeUndefined()
      expect(await strong(store(), enrolment)).toEqual(enrolment)
    })

    it('is refused for an enrolment that is not due at all', async () => {
      const { dueAt: _dueAt, lane: _lane, ...enrolment } = dueEnrolment()
      await store().createEnrolment(enrolment)

      expect(await store().claim(entryOf(enrolment), claimBy('ann'))).toBeUndefined()
    })

    it('is refused while another worker holds it', async () => {
      const mine = await claimed(store())

      const second = await store().claim(entryOf(mine), claimBy('ben', claimEnd - 1))

      expect(second).toBeUndefined()
      expect(await strong(store(), mine)).toEqual(mine)
    })

    it('is given again from the moment at which the earlier one ends, and remembers the unknown outcome', async () => {
      const mine = await claimed(store())

      const second = await store().claim(entryOf(mine), claimBy('ben', claimEnd))

      expect(second).toMatchObject({ attempt: 2, tries: 2, claim: { attempt: 2, by: 'ben' } })
    })

    it('is given to one of ten workers that ask at once', async () => {
      const enrolment = dueEnrolment()
      await store().createEnrolment(enrolment)
      const workers = Array.from({ length: 10 }, (_, index) => `worker-${index}`)

      const taken = await Promise.all(workers.map((by) => store().claim(entryOf(enrolment), claimBy(by))))

      expect(taken.filter((one) => one !== undefined)).toHaveLength(1)
      expect(await strong(store(), enrolment)).toMatchObject({ attempt: 1, tries: 1 })
    })

    it('names no step and asks no state', async () => {
      const enrolment = dueEnrolment({ state: 'left', received: new Set(['E01']) })
      await store().createEnrolment(enrolment)

      const taken = await store().claim(entryOf(enrolment), claimBy('ann'))

      expect(taken).toMatchObject({ state: 'left', received: new Set(['E01']) })
      expect(Object.keys(taken?.claim ?? {}).sort()).toEqual(['attempt', 'by', 'until'])
    })

    it('touches neither due time nor the learner’s count', async () => {
      const taken = await claimed(store(), dueEnrolment({ rev: 3 }))

      expect(taken).toMatchObject({ rev: 3, dueAt: seven, lane: 'due' })
    })

    it('does not bring an erased learner back', async () => {
      const enrolment = dueEnrolment()

      const taken = await store().claim(entryOf(enrolment), claimBy('ann'))

      expect(taken).toBeUndefined()
      expect(await strong(store(), enrolment)).toBeUndefined()
    })
  })

  describe('hold until expiry', () => {
    it('moves the due time to the claim’s end, in the same lane, and keeps the claim', async () => {
      const mine = await claimed(store(), dueEnrolment({ lane: 'now' }))

      const held = await store().holdUntilExpiry(mine)

      expect(held).toBe(true)
      expect(await strong(store(), mine)).toEqual({ ...mine, dueAt: claimEnd })
    })

    it('is refused when the claim is another’s', async () => {
      const mine = await claimed(store())
      const theirs = await store().claim(entryOf(mine), claimBy('ben', claimEnd))

      expect(await store().holdUntilExpiry(mine)).toBe(false)
      expect(await strong(store(), mine)).toEqual(theirs)
    })

    it('is refused when the learner changed something: their due time stays', async () => {
      const mine = await claimed(store())
      await store().change(mine, { dueAt: seven + 1, lane: 'due' })

      expect(await store().holdUntilExpiry(mine)).toBe(false)
      expect(await strong(store(), mine)).toMatchObject({ dueAt: seven + 1 })
    })

    it('is refused without a claim and for a learner who is gone', async () => {
      const unclaimed = dueEnrolment({ learner: 'lrn_free' })
      await store().createEnrolment(unclaimed)
      const gone = await claimed(store())
      await store().eraseLearner(gone)

      expect(await store().holdUntilExpiry(unclaimed)).toBe(false)
      expect(await store().holdUntilExpiry(gone)).toBe(false)
      expect(await strong(store(), gone)).toBeUndefined()
    })
  })
}
