import { describe, expect, it } from 'vitest'
import { shardOf, shardsOf } from '../../functions/aws/keys.ts'
import { minuteMs } from '../../functions/domain/instant.ts'
import { dueEntries, shardsOfLane } from '../../functions/journey/due-entries.ts'
import type { DueEntry, Store } from '../../functions/journey/ports.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'

async function read(store: Store, shards: readonly string[]): Promise<readonly DueEntry[]> {
  const entries: DueEntry[] = []
  for await (const entry of dueEntries(store, shards, mondayMorning)) entries.push(entry)
  return entries
}

async function storeWith(learners: readonly string[], dueAt: (index: number) => number) {
  const store = createMemoryStore()
  for (const [index, learner] of learners.entries()) {
    await store.createEnrolment(enrolmentFactory({ learner, dueAt: dueAt(index), lane: 'due' }))
  }
  return store
}

const learners = (count: number) => Array.from({ length: count }, (_, index) => `lrn_${index}`)

describe('due entries', () => {
  it('come oldest first from shards that are read together', async () => {
    const shards = shardsOf('due').slice(0, 16)
    const here = learners(400).filter((learner) => shards.includes(shardOf('due', learner)))
    const store = await storeWith(here, (index) => mondayMorning - ((index * 7_919) % 1_000))

    const ages = (await read(store, shards)).map((entry) => mondayMorning - entry.dueAt)

    expect(ages).toHaveLength(here.length)
    expect(ages).toEqual(ages.toSorted((a, b) => b - a))
  })

  it('are all there, each once, however many a shard holds', async () => {
    const crowd = learners(20_000).filter((learner) => shardOf('due', learner) === 'DUE#00')
    const store = await storeWith(crowd, () => mondayMorning)

    const read_ = await read(store, shardsOf('due'))

    expect(crowd.length).toBeGreaterThan(200)
    expect(read_.map((entry) => entry.learner).sort()).toEqual([...crowd].sort())
  })

  it.each([0, 100])('cost one query a shard with %i due: only a full page is asked for what follows', async (due) => {
    const store = await storeWith(learners(due), () => mondayMorning)
    let queries = 0
    const whatIsDue: Store['whatIsDue'] = async (...wish) => {
      queries++
      return store.whatIsDue(...wish)
    }

    await read({ ...store, whatIsDue }, shardsOf('due'))

    expect(queries).toBe(64)
  })
})

describe('the shards of a lane', () => {
  it.each([1, 2, 5, 64])('of %i lanes are together all shards, each once', (lanes) => {
    const all = Array.from({ length: lanes }, (_, lane) => shardsOfLane(shardsOf('due'), lane, lanes, mondayMorning))

    expect(all.flat().sort()).toEqual([...shardsOf('due')].sort())
  })

  it('begin at another one each minute, so that none is always last', () => {
    const first = Array.from({ length: 64 }, (_, minute) => {
      return shardsOfLane(shardsOf('due'), 0, 1, mondayMorning + minute * minuteMs)[0]
    })

    expect(new Set(first).size).toBe(64)
  })

  it('are none for a lane that is one too many', () => {
    expect(shardsOfLane(shardsOf('now'), 9, 10, mondayMorning)).toEqual([])
  })
})
