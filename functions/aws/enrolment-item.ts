/**
 * The enrolment item. It stays within 1,024 bytes (one write unit) at the end of the longest path, so it holds what
 * sending needs and nothing else. A claim's attempt is not stored: only a claim counts `attempt` up, so the two are one.
 */
import type { Claim, Enrolment, EnrolmentState, Lane, StuckReason } from '../domain/enrolment.ts'
import type { Weekday } from '../domain/pace.ts'
import { packChecks, unpackChecks } from '../domain/recall.ts'
import {
  count,
  type Item,
  instant,
  readCount,
  readInstant,
  readNumber,
  readText,
  readTexts,
  requiredText,
  text,
  texts,
} from './attributes.ts'
import { enrolmentKey, enrolmentOf, shardOf } from './keys.ts'

/** Answers: how is this enrolment written? */
export function enrolmentItem(enrolment: Enrolment): Item {
  const { pk, sk } = enrolmentKey(enrolment)
  const { name, lastSentAt, briefAt, seenAt, asks, missed, dueAt, lane, asked, stuck, claim, received, cleared } =
    enrolment
  return {
    pk: text(pk),
    sk: text(sk),
    address: text(enrolment.address),
    ...(name === undefined ? {} : { name: text(name) }),
    state: text(enrolment.state),
    days: text(enrolment.pace.days.join('')),
    time: text(enrolment.pace.time),
    zone: text(enrolment.pace.zone),
    ...(received.size === 0 ? {} : { received: texts(received) }),
    ...(cleared.size === 0 ? {} : { cleared: texts(cleared) }),
    ...(lastSentAt === undefined ? {} : { lastSentAt: instant(lastSentAt) }),
    ...(briefAt === undefined ? {} : { briefAt: count(briefAt) }),
    ...(seenAt === undefined ? {} : { seenAt: count(seenAt) }),
    ...(asks === undefined ? {} : { asks: count(asks) }),
    ...(missed === undefined ? {} : { missed: text(packChecks(missed)) }),
    ...(dueAt === undefined ? {} : dueAttributes(enrolment.learner, dueAt, lane ?? 'due')),
    ...(asked === undefined ? {} : { asked: text(asked) }),
    ...(stuck === undefined ? {} : { stuck: text(stuck) }),
    rev: count(enrolment.rev),
    attempt: count(enrolment.attempt),
    ...(enrolment.tries === 0 ? {} : { tries: count(enrolment.tries) }),
    ...(enrolment.floor === 0 ? {} : { floor: count(enrolment.floor) }),
    ...(claim === undefined ? {} : { claim: claimAttribute(claim) }),
  }
}

/** The two attributes that put an enrolment into the due index. */
export function dueAttributes(learner: string, dueAt: number, lane: Lane): Item {
  return { dueAt: instant(dueAt), dueShard: text(shardOf(lane, learner)) }
}

export const claimAttribute = (claim: Pick<Claim, 'by' | 'until'>): Item[string] => ({
  M: { by: text(claim.by), until: instant(claim.until) },
})

/** Answers: what does this item say? Throws for an item that is not an enrolment. */
export function readEnrolment(item: Item): Enrolment {
  const key = enrolmentOf({ pk: requiredText(item, 'pk'), sk: requiredText(item, 'sk') })
  const name = readText(item['name'])
  const lastSentAt = readInstant(item['lastSentAt'])
  const briefAt = readNumber(item['briefAt'])
  const seenAt = readNumber(item['seenAt'])
  const asks = readNumber(item['asks'])
  const missed = readText(item['missed'])
  const dueAt = readInstant(item['dueAt'])
  const asked = readText(item['asked']) as Enrolment['asked']
  const stuck = readText(item['stuck']) as StuckReason | undefined
  const attempt = readCount(item['attempt'])
  const claim = readClaim(item, attempt)
  return {
    ...key,
    address: requiredText(item, 'address'),
    ...(name === undefined ? {} : { name }),
    state: requiredText(item, 'state') as EnrolmentState,
    pace: {
      days: [...requiredText(item, 'days')].map((day) => Number(day) as Weekday),
      time: requiredText(item, 'time'),
      zone: requiredText(item, 'zone'),
    },
    received: readTexts(item['received']),
    cleared: readTexts(item['cleared']),
    ...(lastSentAt === undefined ? {} : { lastSentAt }),
    ...(briefAt === undefined ? {} : { briefAt }),
    ...(seenAt === undefined ? {} : { seenAt }),
    ...(asks === undefined ? {} : { asks }),
    ...(missed === undefined ? {} : { missed: unpackChecks(missed) }),
    ...(dueAt === undefined ? {} : { dueAt, lane: laneOf(requiredText(item, 'dueShard')) }),
    ...(asked === undefined ? {} : { asked }),
    ...(stuck === undefined ? {} : { stuck }),
    rev: readCount(item['rev']),
    attempt,
    tries: readCount(item['tries']),
    floor: readCount(item['floor']),
    ...(claim === undefined ? {} : { claim }),
  }
}

function readClaim(item: Item, attempt: number): Claim | undefined {
  const by = readText(item['claim']?.M?.['by'])
  const until = readInstant(item['claim']?.M?.['until'])
  return by === undefined || until === undefined ? undefined : { attempt, by, until }
}

function laneOf(shard: string): Lane {
  if (shard.startsWith('NOW')) return 'now'
  return shard.startsWith('STUCK') ? 'stuck' : 'due'
}
