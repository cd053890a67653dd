/** A learner on a path: everything that sending needs, and no more. */
import type { Instant } from './instant.ts'
import type { Pace } from './pace.ts'
import type { PathId, StepId } from './path.ts'
import type { CheckId } from './recall.ts'

export type LearnerId = string

/**
 * - `pending`: signed up, not confirmed; nothing but the confirmation is sent; erased after 7 days
 * - `active`: gets the path
 * - `paused`: sends nothing until `dueAt`, or until the learner returns when there is none
 * - `finished`: has had every step
 * - `left`: asked for no more; notes are erased at `dueAt`
 * - `undeliverable`: the address bounces or complained
 * - `erasing`: its items are being deleted
 */
export type EnrolmentState = 'pending' | 'active' | 'paused' | 'finished' | 'left' | 'undeliverable' | 'erasing'

/** Which part of the due index an enrolment stands in: the path's own mail, mail a person waits for, the operator's list. */
export type Lane = 'due' | 'now' | 'stuck'

export interface Claim {
  readonly attempt: number
  /** Random: tells one worker's claim from another's. */
  readonly by: string
  readonly until: Instant
}

/** Why an enrolment waits for the operator. */
export type StuckReason = 'refused' | 'unknown-fault' | 'outcome-unknown' | 'rejected'

/** What the learner asked for and waits for: the confirmation, the next step, or by its id one they have had before. */
export type Wish = 'confirmation' | 'next' | StepId

export interface EnrolmentKey {
  readonly learner: LearnerId
  readonly path: PathId
}

export interface Enrolment extends EnrolmentKey {
  readonly address: string
  readonly name?: string
  readonly state: EnrolmentState
  readonly pace: Pace
  readonly received: ReadonlySet<StepId>
  /** Projects handed in, and those the learner goes on without. */
  readonly cleared: ReadonlySet<StepId>
  /** When the last step or reminder was sent; the confirmation does not count. */
  readonly lastSentAt?: Instant
  /** When the brief of the last project was sent: the days of its gate count from here. */
  readonly briefAt?: Instant
  /** Silence counts from here (`silence.ts`): the last deed, or the end of days that are the learner's own. */
  readonly seenAt?: Instant
  /** How often they were asked whether to go on, since they last studied. */
  readonly asks?: number
  /** Checks marked as missed and not known since, a few; the latest last. */
  readonly missed?: readonly CheckId[]
  readonly dueAt?: Instant
  readonly lane?: Lane
  readonly asked?: Wish
  readonly stuck?: StuckReason
  /** Counts the learner's changes. A settle that finds it moved reads again. */
  readonly rev: number
  /** Names sends: counted up at every claim. */
  readonly attempt: number
  /** Claims since the last known outcome: above 1, an earlier outcome is unknown. */
  readonly tries: number
  /** Events of attempts at or below it speak of a life before "start over" and are not counted. */
  readonly floor: number
  readonly claim?: Claim
}

/** Ids join those that are there, so that writes commute; `only` puts others in their place, for a life that begins anew. */
type IdsChange = readonly StepId[] | { readonly only: readonly StepId[] }

/** What to write to an enrolment. `null` removes the attribute. */
export interface EnrolmentChange {
  readonly state?: EnrolmentState
  readonly address?: string
  readonly name?: string | null
  readonly pace?: Pace
  readonly dueAt?: Instant | null
  readonly lane?: Lane
  readonly asked?: Wish | null
  readonly stuck?: StuckReason | null
  readonly lastSentAt?: Instant
  readonly briefAt?: Instant
  readonly seenAt?: Instant
  readonly asks?: number | null
  readonly missed?: readonly CheckId[] | null
  readonly floor?: number
  readonly received?: IdsChange
  readonly cleared?: IdsChange
}

/** Answers: the same enrolment after that change. */
export function changed(enrolment: Enrolment, change: EnrolmentChange): Enrolment {
  const { received, cleared, ...scalars } = change
  const next: Record<string, unknown> = { ...enrolment }
  for (const [field, value] of Object.entries(scalars)) {
    if (value === null) delete next[field]
    else next[field] = value
  }
  if (change.dueAt === null) delete next['lane']
  if (received !== undefined) next['received'] = joined(enrolment.received, received)
  if (cleared !== undefined) next['cleared'] = joined(enrolment.cleared, cleared)
  return next as unknown as Enrolment
}

function joined(known: ReadonlySet<StepId>, ids: IdsChange): ReadonlySet<StepId> {
  return 'only' in ids ? new Set(ids.only) : new Set([...known, ...ids])
}
