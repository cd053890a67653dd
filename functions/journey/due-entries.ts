/** What is due now, in the order in which it is to be sent: mail that a person waits for first. */
import type { Instant } from '../domain/instant.ts'
import type { DueEntry, Store } from './ports.ts'

const pageSize = 100
/** Queries under way at once: 64 shards one after the other would cost a good part of a second. */
const shardsAtOnce = 16

/** Yields the due entries of these shards, oldest first within a group of shards read together. */
export async function* dueEntries(store: Store, shards: readonly string[], now: Instant): AsyncGenerator<DueEntry> {
  for (let start = 0; start < shards.length; start += shardsAtOnce) {
    const group = shards.slice(start, start + shardsAtOnce)
    const firstPages = await Promise.all(group.map((shard) => store.whatIsDue(shard, now, { limit: pageSize })))
    yield* firstPages.flat().sort((a, b) => a.dueAt - b.dueAt)
    for (const [index, shard] of group.entries()) yield* laterPages(store, shard, now, firstPages[index] ?? [])
  }
}

async function* laterPages(
  store: Store,
  shard: string,
  now: Instant,
  first: readonly DueEntry[],
): AsyncGenerator<DueEntry> {
  let page = first
  for (let last = page.at(-1); page.length === pageSize && last !== undefined; last = page.at(-1)) {
    page = await store.whatIsDue(shard, now, { limit: pageSize, after: last })
    yield* page
  }
}

/** Answers: which shards does this lane read, beginning at another one each minute so that none is always last? */
export function shardsOfLane(shards: readonly string[], lane: number, lanes: number, now: Instant): readonly string[] {
  const mine = shards.filter((_, index) => index % lanes === lane)
  const start = mine.length === 0 ? 0 : Math.floor(now / 60_000) % mine.length
  return [...mine.slice(start), ...mine.slice(0, start)]
}
