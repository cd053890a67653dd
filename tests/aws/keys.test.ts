import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressKey,
  brakeKey,
  deliveriesPrefix,
  deliveryKey,
  enrolmentKey,
  enrolmentOf,
  learnerKey,
  shardOf,
  shardsOf,
  workKey,
  worksPrefix,
} from '../../functions/aws/keys.ts'
import { newLearnerId } from '../../functions/runtime/identifiers.ts'

const learnerIds = fc.stringMatching(/^lrn_[a-z2-9]{16}$/)
const pathIds = fc.stringMatching(/^[a-z]{1,10}(-[a-z]{1,9})?$/)
const key = { learner: 'lrn_lou', path: 'engineer-to-producer' }

describe('keys', () => {
  it('are what they were on the first day: a table in use depends on them', () => {
    expect(addressKey('hash')).toEqual({ pk: 'ADDRESS#hash', sk: 'ADDRESS' })
    expect(learnerKey('lrn_lou')).toEqual({ pk: 'LEARNER#lrn_lou', sk: 'LEARNER' })
    expect(enrolmentKey(key)).toEqual({ pk: 'LEARNER#lrn_lou', sk: 'ENROLMENT#engineer-to-producer' })
    expect(deliveryKey({ ...key, step: 'E07', attempt: 12 })).toEqual({
      pk: 'LEARNER#lrn_lou',
      sk: 'DELIVERY#engineer-to-producer#E07#12',
    })
    expect(workKey(key, 'E07')).toEqual({ pk: 'LEARNER#lrn_lou', sk: 'WORK#engineer-to-producer#E07' })
    expect(brakeKey('confirm hash', '2027')).toEqual({ pk: 'BRAKE#confirm hash#2027', sk: 'BRAKE' })
  })

  it('of an enrolment tell whose it is', () => {
    fc.assert(
      fc.property(learnerIds, pathIds, (learner, path) => {
        expect(enrolmentOf(enrolmentKey({ learner, path }))).toEqual({ learner, path })
      }),
    )
  })

  it('of one path are no beginning of another path’s', () => {
    expect(worksPrefix('engineer-to-producer').startsWith(worksPrefix('engineer'))).toBe(false)
    expect(deliveriesPrefix('engineer-to-producer').startsWith(deliveriesPrefix('engineer'))).toBe(false)
  })
})

describe('shards', () => {
  it('are 64 for the path’s mail and 8 each for what is waited for and what is stuck', () => {
    expect(shardsOf('due')).toHaveLength(64)
    expect([shardsOf('due')[0], shardsOf('due')[63]]).toEqual(['DUE#00', 'DUE#63'])
    expect(shardsOf('now')).toEqual(['NOW#0', 'NOW#1', 'NOW#2', 'NOW#3', 'NOW#4', 'NOW#5', 'NOW#6', 'NOW#7'])
    expect([shardsOf('stuck')[0], shardsOf('stuck')[7]]).toEqual(['STUCK#0', 'STUCK#7'])
  })

  it.each([
    // Worked out apart from this code, by FNV-1a's definition.
    ['lrn_abcdefghjkmnpqrs', 'DUE#16', 'NOW#0', 'STUCK#0'],
    ['lrn_mmmmmmmmmmmmmmmm', 'DUE#32', 'NOW#0', 'STUCK#0'],
    ['lrn_x7kq2fhd9wnm4pzt', 'DUE#62', 'NOW#6', 'STUCK#6'],
  ])('never move for a learner: %s stands in %s, %s and %s', (learner, due, now, stuck) => {
    expect([shardOf('due', learner), shardOf('now', learner), shardOf('stuck', learner)]).toEqual([due, now, stuck])
  })

  it('are all among those that are read', () => {
    fc.assert(
      fc.property(learnerIds, fc.constantFrom('due', 'now', 'stuck'), (learner, lane) => {
        expect(shardsOf(lane)).toContain(shardOf(lane, learner))
      }),
    )
  })

  it('share learners evenly', () => {
    const perShard = 200
    const tallies = new Map(shardsOf('due').map((shard) => [shard, 0]))

    for (let made = 0; made < perShard * tallies.size; made++) {
      const shard = shardOf('due', newLearnerId())
      tallies.set(shard, (tallies.get(shard) ?? 0) + 1)
    }

    // Six standard deviations of a fair spread, √200 ≈ 14: a fair hash misses this once in some million runs.
    const furthest = Math.max(...[...tallies.values()].map((tally) => Math.abs(tally - perShard)))
    expect(furthest).toBeLessThan(90)
  })
})
