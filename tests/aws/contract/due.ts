import { describe, expect, it } from 'vitest'
import { shardOf, shardsOf } from '../../../functions/aws/keys.ts'
import { dueEntries } from '../../../functions/journey/due-entries.ts'
import { claimed, dueEnrolment, entryOf, type StoreUnderTest, seven } from './stores.ts'

/** Learners who all stand in the first shard of the path's own mail. */
const neighbours = Array.from({ length: 2_000 }, (_, index) => `lrn_${index}`)
  .filter((learner) => shardOf('due', learner) === 'DUE#00')
  .slice(0, 7)

export function dueContract(store: StoreUnderTest): void {
  const learnersDue = async (shard: string, now = seven) =>
    (await store().whatIsDue(shard, now, { limit: 100 })).map((entry) => entry.learner)

  describe('what is due', () => {
    it('is answered oldest first, as keys and due time', async () => {
      const ages = [3, 1, 2]
      for (const [index, age] of ages.entries()) {
        const learner = neighbours[index] ?? ''
        await store().createEnrolment(dueEnrolment({ learner, dueAt: seven - age * 1_000 }))
      }

      const due = await store().whatIsDue('DUE#00', seven, { limit: 100 })

      const expected = [neighbours[0], neighbours[2], neighbours[1]]
      expect(due.map((entry) => entry.learner)).toEqual(expected)
      expect(due[0]).toEqual({ learner: neighbours[0], path: 'engineer-to-producer', dueAt: seven - 3_000 })
    })

    it('includes this very moment and nothing later', async () => {
      const [now = '', later = ''] = neighbours
      await store().createEnrolment(dueEnrolment({ learner: now, dueAt: seven }))
      await store().createEnrolment(dueEnrolment({ learner: later, dueAt: seven + 1 }))

      expect(await learnersDue('DUE#00')).toEqual([now])
      expect(await learnersDue('DUE#00', seven + 1)).toEqual([now, later])
    })

    it('comes in pages that miss nobody and repeat nobody, equal due times included', async () => {
      for (const learner of neighbours) await store().createEnrolment(dueEnrolment({ learner }))

      const seen: string[] = []
      let page = await store().whatIsDue('DUE#00', seven, { limit: 2 })
      for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
        seen.push(...page.map((entry) => entry.learner))
        page = await store().whatIsDue('DUE#00', seven, { limit: 2, after: last })
      }

      expect(seen.sort()).toEqual([...neighbours].sort())
    })

    it('goes on after an entry that has moved away meanwhile', async () => {
      const [first = '', second = ''] = neighbours
      const mover = dueEnrolment({ learner: first, dueAt: seven - 2 })
      await store().createEnrolment(mover)
      await store().createEnrolment(dueEnrolment({ learner: second, dueAt: seven - 1 }))
      const [after] = await store().whatIsDue('DUE#00', seven, { limit: 1 })
      await store().change(mover, { dueAt: null })

      const rest = await store().whatIsDue('DUE#00', seven, { limit: 1, ...(after ? { after } : {}) })

      expect(rest.map((entry) => entry.learner)).toEqual([second])
    })

    it('keeps the lanes apart: path, waited for, operator', async () => {
      for (const lane of ['due', 'now', 'stuck'] as const) {
        await store().createEnrolment(dueEnrolment({ learner: `lrn_${lane}`, lane }))
      }

      for (const lane of ['due', 'now', 'stuck'] as const) {
        expect(await learnersDue(shardOf(lane, `lrn_${lane}`))).toEqual([`lrn_${lane}`])
      }
    })

    it('is in exactly one shard of its lane', async () => {
      await store().createEnrolment(dueEnrolment())

      const shards = await Promise.all(
        [...shardsOf('due'), ...shardsOf('now'), ...shardsOf('stuck')].map((s) => learnersDue(s)),
      )

      expect(shards.flat()).toEqual(['lrn_lou'])
    })

    it('holds those who are claimed too, so that nothing is forgotten when a worker dies', async () => {
      const mine = await claimed(store())

      expect(await learnersDue(shardOf('due', mine.learner))).toEqual([mine.learner])
    })

    it('moves with a change of lane and ends without a due time', async () => {
      const enrolment = dueEnrolment()
      const { learner } = enrolment
      await store().createEnrolment(enrolment)

      await store().change(enrolment, { dueAt: seven, lane: 'stuck' })
      const moved = [await learnersDue(shardOf('due', learner)), await learnersDue(shardOf('stuck', learner))]
      await store().change({ ...enrolment, rev: 1 }, { dueAt: null })

      expect(moved).toEqual([[], [learner]])
      expect(await learnersDue(shardOf('stuck', learner))).toEqual([])
    })

    it('is read to the end across pages and shards', async () => {
      const learners = Array.from({ length: 30 }, (_, index) => `lrn_many${index}`)
      for (const learner of learners) await store().createEnrolment(dueEnrolment({ learner }))

      const read: string[] = []
      for await (const entry of dueEntries(store(), shardsOf('due'), seven)) read.push(entry.learner)

      expect(read.sort()).toEqual([...learners].sort())
      expect(entryOf(dueEnrolment())).toMatchObject({ dueAt: seven })
    })
  })
}
