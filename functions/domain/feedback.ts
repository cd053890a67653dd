/** What SES's events do: they come twice, late and out of order, and still say what happened. */
import type { Enrolment, EnrolmentChange } from './enrolment.ts'
import { dayMs, type Instant } from './instant.ts'
import { leave, pendingDays } from './moves.ts'
import { reminders } from './next-step.ts'
import { afterConfirmation, afterReminder, afterStep, asDaysMail } from './outcome.ts'
import { findStep, type Path } from './path.ts'

export type DeliveryFact = 'sent' | 'delayed' | 'soft-bounced' | 'hard-bounced' | 'complained' | 'rejected'

/** The tag of a confirmation mail in place of a step id. */
export const confirmationTag = 'confirm'

export interface MailEvent {
  readonly fact: DeliveryFact
  /** A step id, `confirm`, or the name of a reminder. */
  readonly step: string
  readonly attempt: number
  /** The address the mail was sent to; the learner may have another one by now. */
  readonly address: string
  /** When SES took the mail. */
  readonly acceptedAt: Instant
}

/** Soft bounces of as many deliveries in a row make an address undeliverable. */
const softBounceLimit = 3

/**
 * Answers: what does this event prove about the enrolment's own step? Any event but Reject proves that SES accepted the
 * mail. Undefined when there is nothing to write: it is known already, or speaks of a life before "start over".
 */
export function afterAcceptance(path: Path, enrolment: Enrolment, event: MailEvent): EnrolmentChange | undefined {
  if (event.fact === 'rejected') return undefined
  const claimIsOfThisAttempt = enrolment.claim?.attempt === event.attempt
  if (event.attempt <= enrolment.floor) {
    return claimIsOfThisAttempt ? asDaysMail(enrolment, event.acceptedAt) : undefined
  }
  if (event.step === confirmationTag) {
    return claimIsOfThisAttempt ? afterConfirmation(enrolment, event.acceptedAt) : undefined
  }
  const reminder = reminders.find((name) => name === event.step)
  if (reminder === undefined) return stepProven(path, enrolment, event)
  const isNews = claimIsOfThisAttempt || event.acceptedAt > (enrolment.lastSentAt ?? 0)
  return isNews ? afterReminder(path, enrolment, reminder, event.acceptedAt) : undefined
}

function stepProven(path: Path, enrolment: Enrolment, event: MailEvent): EnrolmentChange | undefined {
  const claimIsOfThisAttempt = enrolment.claim?.attempt === event.attempt
  const step = findStep(path, event.step)
  const isAskedFor = claimIsOfThisAttempt && enrolment.asked === step?.id
  const isNews = step !== undefined && (!enrolment.received.has(step.id) || isAskedFor)
  if (isNews) return afterStep(path, enrolment, step, event.acceptedAt)
  // Of a step that is no longer in the path, or had before and no longer asked for: it still was the day's mail.
  return claimIsOfThisAttempt ? asDaysMail(enrolment, event.acceptedAt) : undefined
}

/** Answers: what becomes of an enrolment whose address this event condemns? Undefined when nothing does. */
export function afterBadNews(enrolment: Enrolment, event: MailEvent): EnrolmentChange | undefined {
  if (enrolment.address !== event.address) return undefined
  if (enrolment.state === 'left' || enrolment.state === 'erasing') return undefined
  switch (event.fact) {
    case 'complained':
      return leave(enrolment, event.acceptedAt)
    case 'hard-bounced':
    case 'soft-bounced':
      if (enrolment.state === 'undeliverable') return undefined
      // Nobody confirmed, so nobody has a path to come back to: erased as if the confirmation had been ignored.
      if (enrolment.state === 'pending') return { ...gone, state: 'left', dueAt: pendingUntil(event), lane: 'due' }
      return { ...gone, state: 'undeliverable', dueAt: null }
    case 'rejected':
      return enrolment.stuck === 'rejected' ? undefined : { stuck: 'rejected', dueAt: event.acceptedAt, lane: 'stuck' }
    case 'sent':
    case 'delayed':
      return undefined
    default:
      event.fact satisfies never
      throw new TypeError(`No such fact: ${String(event.fact)}`)
  }
}

const gone = { asked: null, stuck: null } as const

function pendingUntil({ acceptedAt }: MailEvent): Instant {
  return acceptedAt + pendingDays * dayMs
}

/** Answers: did the last deliveries all bounce softly? `facts` are of the deliveries by attempt, newest last. */
export function hasBouncedTooOften(facts: readonly Readonly<Partial<Record<DeliveryFact, Instant>>>[]): boolean {
  const last = facts.slice(-softBounceLimit)
  return last.length === softBounceLimit && last.every((delivery) => delivery['soft-bounced'] !== undefined)
}
