/**
 * Claim → decide → render → send → settle, for one due enrolment.
 *
 *   not-mine    another worker has it, or it moved          released  nothing to send now, or SES did not take it
 *   sent        SES said yes                                unknown   no answer: the claim stays until it expires
 *   stuck       it waits for the operator                   erased    its time was over
 */
import type { Enrolment, EnrolmentChange, StuckReason } from '../domain/enrolment.ts'
import { type Instant, minuteMs, secondMs } from '../domain/instant.ts'
import { type Decision, nextStep } from '../domain/next-step.ts'
import { afterConfirmation, afterNothing, afterReminder, afterStep, asDaysMail } from '../domain/outcome.ts'
import type { Path } from '../domain/path.ts'
import type { Composer } from './compose.ts'
import type { EraseEnrolment } from './erase.ts'
import type { AccountTrouble, DueEntry, Log, Mailer, OutgoingMail, SendOutcome, Store } from './ports.ts'
import { withoutAddresses } from './without-addresses.ts'

/** A worker that has not settled by then is taken for dead. */
export const claimMinutes = 15
/** No SES call later than this after its claim: a claim must outlive every send made under it. */
const sendWithinSeconds = 20
/** After so many sends without a known outcome the operator is asked. */
const mostTries = 3
const mostSettleAttempts = 5
/** How soon a resend that waits for feedback is looked at again. */
const feedbackRetryMinutes = 5

export type UnknownPolicy = 'resend' | 'hold'

export type StepOutcome =
  | { readonly kind: 'not-mine' | 'sent' | 'released' | 'unknown' | 'erased' }
  | { readonly kind: 'stuck'; readonly reason: StuckReason; readonly fault?: string }
  | { readonly kind: 'braked'; readonly trouble: AccountTrouble }

export interface DeliverStepParts {
  readonly store: Store
  readonly composer: Composer
  readonly erase: EraseEnrolment
  readonly path: Path
  readonly clock: () => Instant
  readonly newClaimId: () => string
  readonly unknownPolicy: UnknownPolicy
  /** Is SES's feedback being read? Only then does its silence say anything. */
  readonly feedbackIsUp: () => Promise<boolean>
  readonly log: Log
}

/** How a worker sends: through this mailer, and not before its turn has come. */
interface Sending {
  readonly mailer: Mailer
  readonly myTurn?: () => Promise<void>
}

/** Sends what is due to this enrolment. */
export type DeliverStep = (entry: DueEntry, sending: Sending) => Promise<StepOutcome>

export function createDeliverStep(parts: DeliverStepParts): DeliverStep {
  const { store, composer, erase, path, clock, newClaimId, unknownPolicy, feedbackIsUp, log } = parts

  return async function deliverStep(entry, sending) {
    const claimedAt = clock()
    const claim = { by: newClaimId(), until: claimedAt + claimMinutes * minuteMs, now: claimedAt }
    const enrolment = await store.claim(entry, claim)
    if (enrolment === undefined) return { kind: 'not-mine' }

    const decision = nextStep(path, enrolment, claimedAt)
    switch (decision.kind) {
      case 'wait':
      case 'gate':
      case 'caught-up':
      case 'stop':
        return release(enrolment, afterNothing(enrolment, decision))
      case 'erase':
        return (await erase(enrolment, claimedAt)) ? { kind: 'erased' } : release(enrolment, {})
      case 'confirm':
      case 'send':
      case 'finish':
      case 'nudge':
      case 're-entry':
      case 'pausing':
        if (enrolment.tries <= 1) return send(enrolment, decision, sending, claimedAt)
        return afterUnknown(enrolment, decision, sending, claimedAt)
      default:
        decision satisfies never
        throw new TypeError('No such decision')
    }
  }

  /** An earlier send of this enrolment got no answer, and its patience is over. */
  async function afterUnknown(enrolment: Enrolment, decision: Decision, sending: Sending, claimedAt: Instant) {
    if (unknownPolicy === 'hold' || enrolment.tries > mostTries) return holdForOperator(enrolment, 'outcome-unknown')
    if (await feedbackIsUp()) return send(enrolment, decision, sending, claimedAt)
    log.warn('resend-waits-for-feedback', named(enrolment))
    return release(enrolment, { dueAt: claimedAt + feedbackRetryMinutes * minuteMs, lane: enrolment.lane ?? 'due' })
  }

  async function send(
    enrolment: Enrolment,
    decision: Decision,
    { mailer, myTurn }: Sending,
    claimedAt: Instant,
  ): Promise<StepOutcome> {
    const mail = await render(enrolment, decision)
    await myTurn?.()
    if (clock() - claimedAt > sendWithinSeconds * secondMs) return release(enrolment, {})
    const outcome = 'kind' in mail ? mail : await mailer.send(mail)
    switch (outcome.kind) {
      case 'accepted':
        await settle(enrolment, decision)
        return { kind: 'sent' }
      case 'not-sent':
        await release(enrolment, {})
        log.warn('mail-not-sent', { trouble: outcome.trouble, detail: withoutAddresses(outcome.detail) })
        return { kind: 'braked', trouble: outcome.trouble }
      case 'refused':
        log.warn('mail-refused', { ...named(enrolment), detail: withoutAddresses(outcome.detail) })
        return holdForOperator(enrolment, 'refused')
      case 'unknown-fault':
        log.error('mail-fault', { ...named(enrolment), fault: outcome.name, detail: withoutAddresses(outcome.detail) })
        await holdForOperator(enrolment, 'unknown-fault')
        return { kind: 'stuck', reason: 'unknown-fault', fault: outcome.name }
      case 'unknown':
        log.warn('mail-outcome-unknown', { ...named(enrolment), detail: withoutAddresses(outcome.detail) })
        await store.holdUntilExpiry(enrolment)
        return { kind: 'unknown' }
      default:
        outcome satisfies never
        throw new TypeError('No such outcome')
    }
  }

  /** A mail that cannot be made is a fault like SES's own: nothing was sent, and the operator must see it. */
  async function render(enrolment: Enrolment, decision: Decision): Promise<OutgoingMail | SendOutcome> {
    try {
      if (decision.kind === 'send' || decision.kind === 'finish') return composer.step(enrolment, decision.step)
      if (!('step' in decision)) return composer.confirmation(enrolment)
      // The learner's own plan stands in no enrolment: reminders are few, so they read it.
      const plan = (await store.findLearner(enrolment.learner))?.plan
      return composer.reminder(enrolment, decision, plan)
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      return { kind: 'unknown-fault', name, detail: message }
    }
  }

  /** Where the learner changed something since the claim, read again and settle on what is true now. */
  async function settle(enrolment: Enrolment, decision: Decision): Promise<void> {
    const sentAt = clock()
    let current: Enrolment | undefined = enrolment
    for (let tried = 0; tried < mostSettleAttempts && current !== undefined; tried++) {
      if (await store.settle(current, afterSend(current, decision, sentAt), 'settled')) return
      current = await stillMine(enrolment)
    }
  }

  function afterSend(enrolment: Enrolment, decision: Decision, sentAt: Instant): EnrolmentChange {
    // The learner started over while it was under way.
    if (enrolment.attempt <= enrolment.floor) return asDaysMail(enrolment, sentAt)
    if (!('step' in decision)) return afterConfirmation(enrolment, sentAt)
    return decision.kind === 'send' || decision.kind === 'finish'
      ? afterStep(path, enrolment, decision.step, sentAt)
      : afterReminder(path, enrolment, decision.kind, sentAt)
  }

  /** Gone when an event of SES has settled it already, or the enrolment was erased. */
  async function stillMine(enrolment: Enrolment): Promise<Enrolment | undefined> {
    const current = await store.findEnrolment(enrolment, 'strong')
    return current?.claim !== undefined && current.claim.by === enrolment.claim?.by ? current : undefined
  }

  async function release(enrolment: Enrolment, change: EnrolmentChange): Promise<StepOutcome> {
    if (await store.settle(enrolment, change, 'released')) return { kind: 'released' }
    // The learner changed something: what they wrote stands, only the claim is ours to give back.
    const current = await stillMine(enrolment)
    if (current !== undefined) await store.settle(current, {}, 'released')
    return { kind: 'released' }
  }

  async function holdForOperator(enrolment: Enrolment, reason: StuckReason): Promise<StepOutcome> {
    const change = { stuck: reason, dueAt: clock(), lane: 'stuck' } as const
    if (!(await store.settle(enrolment, change, 'settled'))) {
      const current = await stillMine(enrolment)
      // Who left, paused or moved their due time meanwhile stays so: what is due then is tried again then.
      const isStillDue = current?.dueAt === enrolment.dueAt
      if (current && isStillDue) await store.settle(current, change, 'settled')
      else if (current) await store.settle(current, {}, 'released')
    }
    return { kind: 'stuck', reason }
  }
}

function named(enrolment: Enrolment): Record<string, unknown> {
  return { learner: enrolment.learner, attempt: enrolment.attempt }
}
