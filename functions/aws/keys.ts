/**
 * All keys of the one table.
 *
 * | question                                     | access                                                  |
 * | -------------------------------------------- | ------------------------------------------------------- |
 * | who has this address?                        | get `ADDRESS#<keyed hash>` / `ADDRESS`                  |
 * | who is this learner?                         | get `LEARNER#<id>` / `LEARNER`                          |
 * | where is this learner on this path?          | get `LEARNER#<id>` / `ENROLMENT#<path>`                 |
 * | on which paths is this learner?              | query `LEARNER#<id>`, sk begins with `ENROLMENT#`       |
 * | what did SES say of their mails?             | query `LEARNER#<id>`, sk begins with `DELIVERY#<path>#` |
 * | what did they answer, finish, hand in?       | query `LEARNER#<id>`, sk begins with `WORK#<path>#`     |
 * | which certificates have they taken?          | query `LEARNER#<id>`, sk begins with `CERTIFICATE#<path>#` |
 * | what is there of this learner at all?        | query `LEARNER#<id>`                                    |
 * | how often was this tried in this window?     | update `BRAKE#<what>#<window>` / `BRAKE`                |
 * | has the operator stopped all sending?        | get `SETTING#stop-all` / `SETTING`                      |
 * | what is due in this shard?                   | query index `due`: `dueShard`, `dueAt <= now`           |
 * | who waits for the operator?                  | the same, shards `STUCK#0` to `STUCK#7`                 |
 */
import type { EnrolmentKey, Lane } from '../domain/enrolment.ts'
import type { PathId } from '../domain/path.ts'
import { stableHash } from '../domain/stable-hash.ts'
import type { DeliveryKey } from '../journey/ports.ts'

export interface ItemKey {
  readonly pk: string
  readonly sk: string
}

export const dueIndexName = 'due'

const enrolmentPrefix = 'ENROLMENT#'
const learnerPrefix = 'LEARNER#'

/** Enough for some 16,000 claims a second; fixed from the first day, so that it never has to be changed. */
const shardCounts: Readonly<Record<Lane, number>> = { due: 64, now: 8, stuck: 8 }
const shardNames: Readonly<Record<Lane, string>> = { due: 'DUE', now: 'NOW', stuck: 'STUCK' }

export const addressKey = (hash: string): ItemKey => ({ pk: `ADDRESS#${hash}`, sk: 'ADDRESS' })
export const learnerKey = (learner: string): ItemKey => ({ pk: `${learnerPrefix}${learner}`, sk: 'LEARNER' })
export const enrolmentKey = (key: EnrolmentKey): ItemKey => ({
  pk: `${learnerPrefix}${key.learner}`,
  sk: `${enrolmentPrefix}${key.path}`,
})
export const enrolmentsPrefix = enrolmentPrefix
export const deliveryKey = (key: DeliveryKey): ItemKey => ({
  pk: `${learnerPrefix}${key.learner}`,
  sk: `${deliveriesPrefix(key.path)}${key.step}#${key.attempt}`,
})
export const deliveriesPrefix = (path: PathId) => `DELIVERY#${path}#`
export const workKey = (key: EnrolmentKey, step: string): ItemKey => ({
  pk: `${learnerPrefix}${key.learner}`,
  sk: `${worksPrefix(key.path)}${step}`,
})
export const certificateKey = (key: EnrolmentKey, of: string): ItemKey => ({
  pk: `${learnerPrefix}${key.learner}`,
  sk: `${certificatesPrefix(key.path)}${of}`,
})
export const certificatesPrefix = (path: PathId) => `CERTIFICATE#${path}#`
export const worksPrefix = (path: PathId) => `WORK#${path}#`
/** One item for the operator's bad day: while it is there, nothing is sent. */
export const stopKey: ItemKey = { pk: 'SETTING#stop-all', sk: 'SETTING' }
export const brakeKey = (what: string, window: string): ItemKey => ({ pk: `BRAKE#${what}#${window}`, sk: 'BRAKE' })

/** Answers: whose enrolment does this key name? */
export function enrolmentOf(key: ItemKey): EnrolmentKey {
  return { learner: key.pk.slice(learnerPrefix.length), path: key.sk.slice(enrolmentPrefix.length) }
}

/** Answers: in which shard of the due index does this learner stand? */
export function shardOf(lane: Lane, learner: string): string {
  return shardName(lane, stableHash(learner) % shardCounts[lane])
}

/** Answers: which shards does this part of the index have? */
export function shardsOf(lane: Lane): readonly string[] {
  return Array.from({ length: shardCounts[lane] }, (_, index) => shardName(lane, index))
}

function shardName(lane: Lane, index: number): string {
  const width = String(shardCounts[lane] - 1).length
  return `${shardNames[lane]}#${String(index).padStart(width, '0')}`
}
