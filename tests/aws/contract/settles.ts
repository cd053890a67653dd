import { describe, expect, it } from 'vitest'
import { changed, type EnrolmentChange } from '../../../functions/domain/enrolment.ts'
import { dayMs } from '../../../functions/domain/instant.ts'
import { paceFactory } from '../../support/enrolment.ts'
import { claimBy, claimEnd, claimed, dueEnrolment, entryOf, type StoreUnderTest, seven, strong } from './stores.ts'

const tomorrow = seven + dayMs
const sentChange = { received: ['E01'], lastSentAt: seven, dueAt: tomorrow, lane: 'due' } as const

const everyField: readonly (EnrolmentChange & { readonly what: string })[] = [
  { what: 'state', state: 'paused' },
  { what: 'a new name', name: 'Grace' },
  { what: 'no name', name: null },
  { what: 'pace', pace: paceFactory({ days: [2, 4], time: '21:30', zone: 'America/New_York' }) },
  { what: 'a due time in the lane of what is waited for', dueAt: tomorrow, lane: 'now' },
  { what: 'a due time in the operator’s lane', dueAt: tomorrow, lane: 'stuck' },
  { what: 'no due time', dueAt: null },
  { what: 'a wish', asked: 'next' },
  { what: 'no wish', asked: null },
  { what: 'a reason to be stuck', stuck: 'refused' },
  { what: 'no reason to be stuck', stuck: null },
  { what: 'the time of the last step', lastSentAt: seven },
  { what: 'the floor', floor: 7 },
  { what: 'the time of the brief', briefAt: seven },
  { what: 'a sign of the learner', seenAt: seven, asks: null },
  { what: 'that they were asked', asks: 1 },
  { what: 'questions missed', missed: ['E02.1', 'E01.3'] },
  { what: 'no questions missed', missed: null },
  { what: 'steps received', received: ['E02', 'E03'] },
  { what: 'projects cleared', cleared: ['P01'] },
  { what: 'another address', address: 'ada@new.example.org' },
  { what: 'other steps in place of those received', received: { only: ['E02', 'E03'] }, cleared: { only: ['P01'] } },
  { what: 'no steps in place of those received', received: { only: [] }, cleared: { only: [] } },
  { what: 'nothing', received: [], cleared: [] },
]

export function settleContract(store: StoreUnderTest): void {
  const full = () =>
    dueEnrolment({
      name: 'Ada',
      asked: 'confirmation',
      stuck: 'rejected',
      received: new Set(['E01']),
      lastSentAt: 1_000,
      asks: 2,
      missed: ['E01.1'],
    })

  describe('settle', () => {
    it('writes the change, gives the claim back and forgets the tries', async () => {
      const mine = await claimed(store())

      const settled = await store().settle(mine, sentChange, 'settled')

      const { claim: _claim, ...rest } = changed(mine, sentChange)
      expect(settled).toBe(true)
      expect(await strong(store(), mine)).toEqual({ ...rest, tries: 0 })
    })

    it.each(everyField)('writes $what and nothing else', async ({ what: _what, ...change }) => {
      const mine = await claimed(store(), full())

      await store().settle(mine, change, 'settled')

      const { claim: _claim, ...rest } = changed(mine, change)
      expect(await strong(store(), mine)).toEqual({ ...rest, tries: 0 })
    })

    it('is refused when the learner changed something, and writes nothing', async () => {
      const mine = await claimed(store())
      await store().change(mine, { state: 'paused', dueAt: null })
      const theirs = await strong(store(), mine)

      expect(await store().settle(mine, sentChange, 'settled')).toBe(false)
      expect(await strong(store(), mine)).toEqual(theirs)
    })

    it('is refused when the claim ran out and another worker took it, and writes nothing', async () => {
      const mine = await claimed(store())
      const theirs = await store().claim(entryOf(mine), claimBy('ben', claimEnd))

      expect(await store().settle(mine, sentChange, 'settled')).toBe(false)
      expect(await strong(store(), mine)).toEqual(theirs)
    })

    it('is refused to a worker of another name under the same attempt', async () => {
      const mine = await claimed(store())

      const impostor = { ...mine, claim: { attempt: 1, by: 'ben', until: claimEnd } }

      expect(await store().settle(impostor, sentChange, 'settled')).toBe(false)
    })

    it('is refused the second time', async () => {
      const mine = await claimed(store())
      await store().settle(mine, sentChange, 'settled')

      expect(await store().settle(mine, { dueAt: null }, 'settled')).toBe(false)
      expect(await strong(store(), mine)).toMatchObject({ dueAt: tomorrow })
    })

    it('does not bring an erased learner back', async () => {
      const mine = await claimed(store())
      await store().eraseLearner(mine)

      expect(await store().settle(mine, sentChange, 'settled')).toBe(false)
      expect(await store().settle(mine, {}, 'released')).toBe(false)
      expect(await strong(store(), mine)).toBeUndefined()
    })
  })

  describe('release', () => {
    it('gives the claim back as if it had not been, but for the attempt’s name', async () => {
      const mine = await claimed(store())

      const released = await store().settle(mine, {}, 'released')

      const { claim: _claim, ...rest } = mine
      expect(released).toBe(true)
      expect(await strong(store(), mine)).toEqual({ ...rest, tries: 0 })
    })

    it('keeps the tries of earlier unknown outcomes', async () => {
      const first = await claimed(store())
      const second = await store().claim(entryOf(first), claimBy('ben', claimEnd))

      await store().settle(second ?? first, {}, 'released')

      expect(await strong(store(), first)).toMatchObject({ attempt: 2, tries: 1 })
    })

    it('takes a new due time along', async () => {
      const mine = await claimed(store())

      await store().settle(mine, { dueAt: tomorrow, lane: 'due', asked: null }, 'released')

      expect(await strong(store(), mine)).toMatchObject({ dueAt: tomorrow, tries: 0 })
    })
  })

  describe('a learner’s own change', () => {
    it.each(everyField)('writes $what and counts, and nothing else', async ({ what: _what, ...change }) => {
      const enrolment = full()
      await store().createEnrolment(enrolment)

      const done = await store().change(enrolment, change)

      expect(done).toBe(true)
      expect(await strong(store(), enrolment)).toEqual({ ...changed(enrolment, change), rev: 1 })
    })

    it('touches neither claim nor tries nor attempt', async () => {
      const mine = await claimed(store())

      await store().change(mine, { dueAt: tomorrow, lane: 'due' })

      expect(await strong(store(), mine)).toEqual({ ...mine, dueAt: tomorrow, rev: 1 })
    })

    it('is refused when another change came first', async () => {
      const enrolment = dueEnrolment()
      await store().createEnrolment(enrolment)
      await store().change(enrolment, { state: 'left', dueAt: null })

      expect(await store().change(enrolment, { state: 'active' })).toBe(false)
      expect(await strong(store(), enrolment)).toMatchObject({ state: 'left', rev: 1 })
    })

    it('that begins anew is refused when a send was claimed meanwhile', async () => {
      const enrolment = dueEnrolment()
      const mine = await claimed(store(), enrolment)

      expect(await store().change(enrolment, { floor: enrolment.attempt })).toBe(false)
      expect(await store().change(mine, { floor: mine.attempt })).toBe(true)
      expect(await strong(store(), enrolment)).toMatchObject({ floor: mine.attempt })
    })

    it('is refused on what is being erased', async () => {
      const enrolment = await claimed(store(), dueEnrolment({ state: 'pending' }))
      await store().settle(enrolment, { state: 'erasing' }, 'settled')

      expect(await store().change(enrolment, { state: 'active' })).toBe(false)
      expect(await strong(store(), enrolment)).toMatchObject({ state: 'erasing' })
    })

    it('does not bring an erased learner back', async () => {
      const enrolment = dueEnrolment()

      expect(await store().change(enrolment, { state: 'left' })).toBe(false)
      expect(await strong(store(), enrolment)).toBeUndefined()
    })
  })
}
