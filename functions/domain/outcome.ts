/** What a send, once known, does to an enrolment: the settle. */
import { changed, type Enrolment, type EnrolmentChange, type Wish } from './enrolment.ts'
import { dayMs, type Instant } from './instant.ts'
import { pauseAfterStuck, pendingDays, whenDue } from './moves.ts'
import { type Decision, type Reminder, stepAskedAgain } from './next-step.ts'
import type { Path, Step } from './path.ts'
import { asAsked, isSilentFor, silenceAfterStep } from './silence.ts'

/** The confirmation went out: a pending enrolment is now due for its own erasure. */
export function afterConfirmation(enrolment: Enrolment, sentAt: Instant): EnrolmentChange {
  if (enrolment.state !== 'pending') return {}
  return { asked: null, dueAt: sentAt + pendingDays * dayMs, lane: 'due' }
}

/**
 * A step went out. Written on what the enrolment is *now*: a learner who left or paused meanwhile stays so, with the
 * due time they chose.
 */
export function afterStep(path: Path, enrolment: Enrolment, step: Step, sentAt: Instant): EnrolmentChange {
  const isNewBrief = step.kind === 'project' && !enrolment.received.has(step.id)
  const sent: EnrolmentChange = {
    received: [step.id],
    ...asDaysMail(enrolment, sentAt),
    ...(enrolment.asked === step.id ? { asked: null } : {}),
    ...(isNewBrief ? { briefAt: sentAt } : {}),
    ...silenceAfterStep(path, enrolment, step, sentAt),
  }
  if (!isOnTheWay(enrolment, sentAt)) return { ...sent, ...stayingPut(enrolment) }
  // A step that was asked for by name while another one was under way is still to come.
  const again = stepAskedAgain(path, enrolment)
  const isStillAsked = again !== undefined && again.id !== step.id
  const onward: EnrolmentChange = { ...sent, state: 'active', stuck: null, ...(isStillAsked ? {} : { asked: null }) }
  if (step.kind === 'finish' && !isStillAsked) return { ...onward, state: 'finished', dueAt: null }
  return { ...onward, ...whenDue(path, changed(enrolment, onward), sentAt) }
}

/** A reminder went out: the day's mail, as a step is. Asked is asked, but who was heard from meanwhile is not paused. */
export function afterReminder(path: Path, enrolment: Enrolment, reminder: Reminder, sentAt: Instant): EnrolmentChange {
  const sent: EnrolmentChange = {
    ...asDaysMail(enrolment, sentAt),
    ...(reminder === 'nudge' ? {} : asAsked(path, enrolment, reminder, sentAt)),
  }
  if (!isOnTheWay(enrolment, sentAt)) return { ...sent, ...stayingPut(enrolment) }
  const onward: EnrolmentChange = { ...sent, state: 'active', stuck: null, asked: clearedWish(enrolment) }
  const isPausing = reminder === 'pausing' && isSilentFor(path, enrolment, reminder, sentAt)
  if (isPausing) return { ...onward, state: 'paused', dueAt: null }
  return { ...onward, ...whenDue(path, changed(enrolment, onward), sentAt) }
}

/** Under way when this was sent: active, or its pause was over. A pause that the operator's list holds is not. */
function isOnTheWay({ state, stuck, dueAt }: Enrolment, sentAt: Instant): boolean {
  if (state === 'paused') return stuck === undefined && dueAt !== undefined && dueAt <= sentAt
  return state === 'active'
}

function stayingPut(enrolment: Enrolment): EnrolmentChange {
  return enrolment.state === 'paused' && enrolment.stuck !== undefined
    ? { stuck: null, ...pauseAfterStuck(enrolment) }
    : {}
}

/** A mail went out of which only this counts: that it was the day's. Its step is gone, or its life is over. */
export function asDaysMail(enrolment: Enrolment, sentAt: Instant): EnrolmentChange {
  return { lastSentAt: latest(enrolment.lastSentAt, sentAt) }
}

/** Nothing was to be sent: when to look again. */
export function afterNothing(enrolment: Enrolment, decision: Decision): EnrolmentChange {
  switch (decision.kind) {
    case 'caught-up':
      return { state: 'active', asked: clearedWish(enrolment), dueAt: decision.until, lane: 'due' }
    case 'wait':
      return { asked: clearedWish(enrolment), dueAt: decision.until, lane: 'due' }
    case 'gate':
      // A pause that ended before a gate is over: who clears the gate need not come back as well.
      return decision.until === undefined
        ? { state: 'active', asked: clearedWish(enrolment), dueAt: null }
        : { state: 'active', asked: clearedWish(enrolment), dueAt: decision.until, lane: 'due' }
    case 'stop':
      if (enrolment.stuck !== undefined) return {}
      return isUnderWay(enrolment)
        ? { state: 'finished', asked: null, dueAt: null }
        : { asked: clearedWish(enrolment), dueAt: null }
    default:
      throw new TypeError(`"${decision.kind}" is something to send`)
  }
}

/** Claimed while its time had come: that nothing was to be sent means that nothing is ahead. */
function isUnderWay({ state, dueAt }: Enrolment): boolean {
  return state === 'active' || (state === 'paused' && dueAt !== undefined)
}

/** "The next one now" is over once it could not be; what was asked for by name comes when it can. */
function clearedWish({ asked }: Enrolment): Wish | null {
  return asked === undefined || asked === 'next' ? null : asked
}

/** Answers: the later of the two; time is not turned back by a late event. */
function latest(a: Instant | undefined, b: Instant): Instant {
  return a === undefined ? b : Math.max(a, b)
}
