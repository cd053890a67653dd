/**
 * The conditional writes of an enrolment: pure, so that they can be read and tested without a table.
 *
 *   due ──claim──▶ claimed ──settle──▶ settled          claim: dueAt is the one seen, no claim or an expired one
 *                     │  └──release──▶ due              settle, release: one's own claim, and `rev` as it was read
 *                     └──(silence)──▶ claim expires     event: only the claim of the same attempt is cleared
 */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import { packChecks } from '../domain/recall.ts'
import type { DueEntry } from '../journey/ports.ts'
import { count, type Item, instant, text, texts } from './attributes.ts'
import { claimAttribute, dueAttributes } from './enrolment-item.ts'
import type { Update } from './update-expression.ts'

const exists = 'attribute_exists(pk)'
const dueAtIsTheOneSeen = 'dueAt = :seen'
const nobodyHoldsIt = 'attribute_not_exists(claim) OR claim.#until <= :now'
const claimIsMine = 'attempt = :attempt AND claim.#by = :by'
const learnerChangedNothing = 'rev = :rev'
/** Whoever confirms at the moment of erasure must hear so, not begin a path that is deleted under them. */
const isNotBeingErased = '#state <> :erasing'

export function claimUpdate(entry: DueEntry, claim: { by: string; until: Instant; now: Instant }): Update {
  return {
    set: { claim: claimAttribute(claim) },
    add: { attempt: count(1), tries: count(1) },
    when: [dueAtIsTheOneSeen, nobodyHoldsIt],
    names: { '#until': 'until' },
    values: { seen: instant(entry.dueAt), now: instant(claim.now) },
  }
}

export function settleUpdate(enrolment: Enrolment, change: EnrolmentChange, outcome: 'settled' | 'released'): Update {
  const written = changeUpdate(enrolment.learner, change)
  const isSettled = outcome === 'settled'
  return {
    ...written,
    remove: [...written.remove, 'claim', ...(isSettled ? ['tries'] : [])],
    add: { ...written.add, ...(isSettled ? {} : { tries: count(-1) }) },
    when: [claimIsMine, learnerChangedNothing],
    names: { '#by': 'by' },
    values: { ...mine(enrolment), rev: count(enrolment.rev) },
  }
}

/** The due time moves to the claim's end: until then nobody may send, and then somebody looks. */
export function holdUpdate(enrolment: Enrolment, until: Instant): Update {
  return {
    set: { dueAt: instant(until) },
    when: [claimIsMine, learnerChangedNothing, 'attribute_exists(dueAt)'],
    names: { '#by': 'by' },
    values: { ...mine(enrolment), rev: count(enrolment.rev) },
  }
}

/** What an event proves, on the enrolment as it was read; the claim goes only if it is of the event's attempt. */
export function eventUpdate(enrolment: Enrolment, change: EnrolmentChange, attempt: number): Update {
  const written = changeUpdate(enrolment.learner, change)
  const clearsClaim = enrolment.claim !== undefined && enrolment.attempt === attempt
  const tries = triesAfterEvent(enrolment, change, attempt)
  return {
    ...written,
    set: { ...written.set, ...(tries > 0 && tries !== enrolment.tries ? { tries: count(tries) } : {}) },
    remove: [...written.remove, ...(clearsClaim ? ['claim'] : []), ...(tries === 0 ? ['tries'] : [])],
    when: [exists, 'attempt = :attempt', learnerChangedNothing],
    values: { attempt: count(enrolment.attempt), rev: count(enrolment.rev) },
  }
}

/** With a mail proven no outcome is unknown any more, but for that of a later attempt that holds the claim. */
export function triesAfterEvent(enrolment: Enrolment, change: EnrolmentChange, attempt: number): number {
  const { claim } = enrolment
  if (claim !== undefined && enrolment.attempt === attempt) return 0
  if (change.lastSentAt === undefined) return enrolment.tries
  return claim === undefined ? 0 : Math.min(1, enrolment.tries)
}

/**
 * A learner's own change: it counts `rev` up and touches neither claim nor tries. A floor is the attempt that was read: a
 * claim since then counts no `rev`, stands above that floor, and would bring its step into the new life.
 */
export function learnerUpdate(enrolment: Enrolment, change: EnrolmentChange): Update {
  const written = changeUpdate(enrolment.learner, change)
  const setsFloor = change.floor !== undefined
  return {
    ...written,
    add: { ...written.add, rev: count(1) },
    when: [exists, learnerChangedNothing, isNotBeingErased, ...(setsFloor ? ['attempt = :attempt'] : [])],
    names: { '#state': 'state' },
    values: {
      rev: count(enrolment.rev),
      erasing: text('erasing'),
      ...(setsFloor ? { attempt: count(enrolment.attempt) } : {}),
    },
  }
}

function mine(enrolment: Enrolment): Item {
  return { attempt: count(enrolment.attempt), by: text(enrolment.claim?.by ?? '') }
}

interface Written {
  readonly set: Item
  readonly remove: readonly string[]
  readonly add: Item
}

function changeUpdate(learner: string, change: EnrolmentChange): Written {
  const { address, name, pace, dueAt, lane, received, cleared, lastSentAt, state, asked, stuck } = change
  const { floor, briefAt, seenAt, asks, missed } = change
  const set: Item = {}
  const remove: string[] = []
  const write = <T>(values: Readonly<Record<string, T | null | undefined>>, attribute: (value: T) => Item[string]) => {
    for (const [field, value] of Object.entries(values)) {
      if (value === null) remove.push(field)
      else if (value !== undefined) set[field] = attribute(value)
    }
  }
  write({ state, address, name, asked, stuck }, text)
  write({ lastSentAt }, instant)
  write({ missed }, (checks) => text(packChecks(checks)))
  write({ floor, briefAt, seenAt, asks }, count)
  if (pace) Object.assign(set, { days: text(pace.days.join('')), time: text(pace.time), zone: text(pace.zone) })
  if (dueAt === null) remove.push('dueAt', 'dueShard')
  else if (dueAt !== undefined) Object.assign(set, dueAttributes(learner, dueAt, lane ?? 'due'))
  const add: Item = {}
  for (const [field, ids] of Object.entries({ received, cleared })) {
    if (ids === undefined) continue
    // DynamoDB has no empty set.
    if (!('only' in ids)) Object.assign(add, ids.length === 0 ? {} : { [field]: texts(ids) })
    else if (ids.only.length === 0) remove.push(field)
    else set[field] = texts(ids.only)
  }
  return { set, remove, add }
}
