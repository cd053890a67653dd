/** All that the journey asks of the world. `aws/` answers in the cloud and on one machine, tests answer from memory. */
import type { CompiledMail, CompiledPage, ServiceMailName } from '../catalog/compiled.ts'
import type { Certificate } from '../domain/certificate.ts'
import type { Enrolment, EnrolmentChange, EnrolmentKey, LearnerId } from '../domain/enrolment.ts'
import type { DeliveryFact } from '../domain/feedback.ts'
import type { HandIn } from '../domain/hand-in.ts'
import type { Instant } from '../domain/instant.ts'
import type { Path, PathId, Step, StepId } from '../domain/path.ts'
import type { CheckId, RecallChoice } from '../domain/recall.ts'
import type { Consent, Consents } from './consent.ts'

/** A row of the due index: keys only. */
export interface DueEntry extends EnrolmentKey {
  readonly dueAt: Instant
}

/** Suppression and identity of an address, under its keyed hash: it holds no address and survives erasure. */
export interface AddressRecord {
  readonly learner: LearnerId
  readonly suppressed?: Suppression
}

export type Suppression = 'bounced' | 'complained' | 'erased'

export interface Learner extends Consents {
  readonly id: LearnerId
  readonly address: string
  readonly name?: string
  /** "When it is Tuesday 19:00 at my desk, I open the lesson": the learner's own words, said again in reminders. */
  readonly plan?: string
  /** Asked for, and not confirmed yet. */
  readonly newAddress?: string
}

/** What a learner's own page changes of their item. `null` removes it. */
interface LearnerChange {
  readonly name?: string | null
  readonly plan?: string | null
  readonly address?: string
  readonly newAddress?: string | null
}

export interface Work {
  readonly step: StepId
  /** Answers the learner has looked at and marked, by check id. */
  readonly answers: Readonly<Record<string, 'knew' | 'missed'>>
  readonly doneAt?: Instant
  /** Of a project: what was handed in last. */
  readonly handIn?: HandIn
}

/** What SES said of one email. */
export interface DeliveryKey extends EnrolmentKey {
  readonly step: string
  readonly attempt: number
}

/** What is known of a delivery, and when SES said it. */
export interface Delivery extends DeliveryKey {
  readonly facts: Readonly<Partial<Record<DeliveryFact, Instant>>>
}

/**
 * The table. Single-item conditional writes only. Every change of an enrolment requires that the item exists: a late
 * event must not bring an erased learner back.
 */
export interface Store {
  /** What is due in this shard, oldest first? */
  whatIsDue(shard: string, now: Instant, page: { limit: number; after?: DueEntry }): Promise<readonly DueEntry[]>
  /** May this worker send to this enrolment? The claimed enrolment, or undefined when another has it or it moved. */
  claim(entry: DueEntry, claim: { by: string; until: Instant; now: Instant }): Promise<Enrolment | undefined>
  /**
   * Write the outcome of one's own claim. `release` counts `tries` down again, `settle` clears it. False when the
   * claim is no longer one's own or the learner changed something since it was read (`rev`).
   */
  settle(enrolment: Enrolment, change: EnrolmentChange, outcome: 'settled' | 'released'): Promise<boolean>
  /** Keep the claim until it expires and show the enrolment again then: its outcome is unknown. */
  holdUntilExpiry(enrolment: Enrolment): Promise<boolean>
  /** Clear the claim of exactly this attempt and write the change. False when it moved since it was read, or is gone. */
  settleByEvent(enrolment: Enrolment, change: EnrolmentChange, attempt: number): Promise<boolean>
  /** A learner's own change: counts `rev` up. False when it has moved since it was read, is being erased, or is gone. */
  change(enrolment: Enrolment, change: EnrolmentChange): Promise<boolean>

  findEnrolment(key: EnrolmentKey, read?: 'strong' | 'eventual'): Promise<Enrolment | undefined>
  findEnrolments(learner: LearnerId): Promise<readonly Enrolment[]>
  findLearner(learner: LearnerId, read?: 'strong' | 'eventual'): Promise<Learner | undefined>
  findAddress(hash: string): Promise<AddressRecord | undefined>
  findWork(key: EnrolmentKey): Promise<readonly Work[]>
  findDeliveries(key: EnrolmentKey): Promise<readonly Delivery[]>
  findCertificates(key: EnrolmentKey): Promise<readonly Certificate[]>

  /** False when one exists already. */
  createAddress(hash: string, record: AddressRecord): Promise<boolean>
  createLearner(learner: Learner): Promise<boolean>
  createEnrolment(enrolment: Enrolment): Promise<boolean>
  /**
   * Replaces consents, name and address of a learner who exists, and the plan where there is a new one. Only while the
   * consent is the one that was read, so that signing up once more does not wipe out the evidence of who confirms or
   * signs up at this very moment.
   */
  updateLearner(learner: Learner, read: Consent): Promise<boolean>
  confirmConsent(learner: LearnerId, confirmedAt: Instant): Promise<boolean>
  /** False when there is no such learner any more. */
  changeLearner(learner: LearnerId, change: LearnerChange): Promise<boolean>
  /**
   * Never weakens: an address that complained stays so. With a learner, only while the address is theirs: a person who
   * came back has a new one. False when nothing was to be written.
   */
  suppressAddress(hash: string, reason: Suppression, of?: LearnerId): Promise<boolean>
  /**
   * A person's own wish: a learner for an address that was erased, or their own that bounced once more. Never one that
   * complained, nor another's.
   */
  renewAddress(hash: string, learner: LearnerId): Promise<boolean>
  /** Adds answers and "done" to what is kept of a step; what is handed in replaces what was. */
  recordWork(key: EnrolmentKey, work: Work): Promise<void>
  /** The one of its stage or path; what is there is replaced. */
  recordCertificate(key: EnrolmentKey, certificate: Certificate): Promise<void>
  recordDelivery(key: DeliveryKey, fact: DeliveryFact, at: Instant): Promise<void>
  /** Count one more against a brake and answer the count so far in its window. */
  countAgainst(brake: { what: string; window: string; expiresAt: Instant }): Promise<number>
  /** Delete everything of a learner on a path, the enrolment last. */
  eraseLearner(key: EnrolmentKey): Promise<void>

  /** Has the operator stopped all sending? */
  isSendingStopped(): Promise<boolean>
  stopSending(): Promise<void>
  resumeSending(): Promise<void>
}

export interface OutgoingMail {
  readonly to: string
  /** The whole RFC 5322 message, ASCII. */
  readonly raw: string
  readonly tags: Readonly<Record<string, string>>
}

/** Why the account, not the learner, is in trouble: nothing was sent and the whole tick brakes. */
export type AccountTrouble = 'rate' | 'daily-quota' | 'paused' | 'unreachable' | 'configuration'

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | { readonly kind: 'not-sent'; readonly trouble: AccountTrouble; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'unknown-fault'; readonly name: string; readonly detail: string }

export interface Quota {
  readonly ratePerSecond: number
  /** Infinity when SES sets no limit. */
  readonly leftToday: number
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>
  /** Undefined when SES does not say. */
  quota(): Promise<Quota | undefined>
}

/** A mailer with connections of its own, closed after the work: a frozen Lambda's old sockets reset. */
export interface OpenMailer extends Mailer {
  close(): void
}

/** Compiled content, read when it is used. */
export interface Catalog {
  readonly path: Path
  mail(name: StepId | ServiceMailName): CompiledMail
  /** Undefined for a step that has no page. */
  page(id: StepId): CompiledPage | undefined
}

export type LinkPurpose = 'confirm' | 'lesson' | 'sign-in' | 'leave' | 'again' | 'go-on' | 'new-address'

export interface LinkSubject {
  readonly learner: LearnerId
  readonly path: PathId
}

/** Whom a token speaks of, and what its mail asked from memory or which address it confirms. */
export interface LinkHolder extends LinkSubject {
  readonly recall?: RecallChoice
  /** Of a change of address: the beginning of the new one's keyed hash. */
  readonly addressHash?: string
}

/** Signed addresses of pages. */
export interface Links {
  confirm(subject: LinkSubject): string
  /**
   * What a step's mail links to, with one token for all: the lesson, its "mark as done", my path. The questions that the
   * mail asks from memory travel in it, so that the page asks the same.
   */
  study(
    subject: LinkSubject,
    step: Step,
    checks: readonly CheckId[],
  ): { lessonUrl: string; doneUrl: string; pathUrl: string }
  signIn(subject: LinkSubject, now: Instant): string
  leave(subject: LinkSubject): string
  /** A page with one button: the lessons go to the address of this hash from now on. */
  newAddress(subject: LinkSubject, addressHash: string, now: Instant): string
  /** A page with one button: the lessons go on, also out of a pause. */
  goOn(subject: LinkSubject): string
}

export interface Measure {
  readonly value: number
  readonly unit: 'Count' | 'Seconds'
}

export interface Log {
  /** A line whose numbers are metrics as well: what an operator's alarms watch. */
  measure(
    event: string,
    at: Instant,
    measures: Readonly<Record<string, Measure>>,
    fields?: Readonly<Record<string, unknown>>,
  ): void
  info(event: string, fields?: Readonly<Record<string, unknown>>): void
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void
  error(event: string, fields?: Readonly<Record<string, unknown>>): void
}
