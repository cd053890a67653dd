import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../functions/domain/instant.ts'
import { claimBy, claimEnd, claimed, dueEnrolment, entryOf, type StoreUnderTest, seven, strong } from './stores.ts'

const tomorrow = seven + dayMs
const proven = { received: ['E01'], lastSentAt: seven, dueAt: tomorrow, lane: 'due' } as const

export function eventContract(store: StoreUnderTest): void {
  describe('settle by event', () => {
    it('writes what the event proves and clears the claim of its attempt', async () => {
      const mine = await claimed(store())

      const settled = await store().settleByEvent(mine, proven, 1)

      const after = await strong(store(), mine)
      expect(settled).toBe(true)
      expect(after).toMatchObject({ received: new Set(['E01']), dueAt: tomorrow, tries: 0, attempt: 1 })
      expect(after?.claim).toBeUndefined()
    })

    it('leaves the claim of a later attempt alone', async () => {
      const first = await claimed(store())
      const second = await store().claim(entryOf(first), claimBy('ben', claimEnd))

      const settled = await store().settleByEvent(second ?? first, proven, 1)

      const after = await strong(store(), first)
      expect(settled).toBe(true)
      expect(after?.claim).toEqual(second?.claim)
      expect(after?.received).toEqual(new Set(['E01']))
    })

    it('leaves that later attempt the only one whose outcome is unknown', async () => {
      const first = await claimed(store())
      const second = await store().claim(entryOf(first), claimBy('ben', claimEnd))

      await store().settleByEvent(second ?? first, proven, 1)

      expect(second?.tries).toBe(2)
      expect(await strong(store(), first)).toMatchObject({ tries: 1, attempt: 2 })
    })

    it('forgets the tries of a step that is proven late, with no claim left to clear', async () => {
      const first = await claimed(store())
      const second = await store().claim(entryOf(first), claimBy('ben', claimEnd))
      await store().settle(second ?? first, {}, 'released')
      const released = await strong(store(), first)

      await store().settleByEvent(released ?? first, proven, 1)

      expect(released?.tries).toBe(1)
      expect(await strong(store(), first)).toMatchObject({ tries: 0 })
    })

    it('is refused when somebody claimed since it was read', async () => {
      const first = await claimed(store())
      const second = await store().claim(entryOf(first), claimBy('ben', claimEnd))

      expect(await store().settleByEvent(first, proven, 1)).toBe(false)
      expect(await strong(store(), first)).toEqual(second)
    })

    it('never writes over what the learner changed since it was read', async () => {
      const mine = await claimed(store())
      await store().change(mine, { state: 'left', dueAt: null })
      const left = await strong(store(), mine)

      expect(await store().settleByEvent(mine, proven, 1)).toBe(false)
      expect(await strong(store(), mine)).toEqual(left)
    })

    it('does not count as a change of the learner’s', async () => {
      const mine = await claimed(store(), dueEnrolment({ rev: 2 }))

      await store().settleByEvent(mine, proven, 1)

      expect(await strong(store(), mine)).toMatchObject({ rev: 2 })
    })

    it('can clear a claim and write nothing more', async () => {
      const mine = await claimed(store())

      expect(await store().settleByEvent(mine, {}, 1)).toBe(true)
      const { claim: _claim, ...rest } = mine
      expect(await strong(store(), mine)).toEqual({ ...rest, tries: 0 })
    })

    it('does not bring an erased learner back', async () => {
      const mine = await claimed(store())
      await store().eraseLearner(mine)

      expect(await store().settleByEvent(mine, proven, 1)).toBe(false)
      expect(await strong(store(), mine)).toBeUndefined()
    })
  })
}
