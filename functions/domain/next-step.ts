/** What a worker that has claimed an enrolment is to do with it. Pure: everything it knows is in its arguments. */
import type { Enrolment } from './enrolment.ts'
import { gate, nudgeAt } from './gate.ts'
import { dayMs, type Instant } from './instant.ts'
import { isWithinHours, nextDue, wasSentToday } from './pace.ts'
import { findStep, type Path, type Step, type StepId } from './path.ts'
import { questionFor } from './silence.ts'

const lookAgainDays = 7

/** Mails of the path that are no step; each is its day's mail, and its name is its tag. */
export const reminders = ['nudge', 're-entry', 'pausing'] as const
export type Reminder = (typeof reminders)[number]

export type Decision =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'send'; readonly step: Step }
  | { readonly kind: 'finish'; readonly step: Step }
  /** Of the project that a gate waits for, or in place of the step that would come. */
  | { readonly kind: Reminder; readonly step: Step }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'gate'; readonly project: StepId; readonly until?: Instant }
  /** Had everything that is written of a path that still grows: looked at again each week. */
  | { readonly kind: 'caught-up'; readonly until: Instant }
  | { readonly kind: 'erase' }
  | { readonly kind: 'stop' }

/** Answers: what happens to this enrolment now? Assumes that its `dueAt` was reached when it was claimed. */
export function nextStep(path: Path, enrolment: Enrolment, now: Instant): Decision {
  // Only a release sends to who waits for the operator, however they came to be claimed.
  if (enrolment.stuck !== undefined && enrolment.state !== 'erasing') return { kind: 'stop' }
  switch (enrolment.state) {
    case 'pending':
      return enrolment.asked === 'confirmation' ? { kind: 'confirm' } : eraseWhenDue(enrolment, now)
    case 'left':
      return eraseWhenDue(enrolment, now)
    case 'erasing':
      return { kind: 'erase' }
    case 'finished':
    case 'undeliverable':
      return { kind: 'stop' }
    case 'paused':
      if (enrolment.dueAt === undefined) return { kind: 'stop' }
      return enrolment.dueAt > now ? { kind: 'wait', until: enrolment.dueAt } : decide(path, enrolment, now)
    case 'active':
      return decide(path, enrolment, now)
    default:
      enrolment.state satisfies never
      throw new TypeError(`No such state of an enrolment: ${String(enrolment.state)}`)
  }
}

/**
 * Answers: which step comes next? The first of the path, in its order, that was not received. A step marked
 * `newcomersOnly` is passed over by those who have received a later one.
 */
export function stepAhead(path: Path, received: ReadonlySet<StepId>): Step | undefined {
  let lastReceived = -1
  path.steps.forEach((step, index) => {
    if (received.has(step.id)) lastReceived = index
  })
  return path.steps.find((step, index) => !received.has(step.id) && !(step.newcomersOnly && index < lastReceived))
}

/** Answers: is this step new to the path for someone who is already past its place? */
export function isAddedBehind(path: Path, received: ReadonlySet<StepId>, step: Step): boolean {
  return path.steps.slice(path.steps.indexOf(step) + 1).some((later) => received.has(later.id))
}

/** Answers: when is this enrolment's next step due, seen from `now`? Undefined when none is ahead or a gate waits. */
export function dueAfter(path: Path, enrolment: Enrolment, now: Instant): Instant | undefined {
  const step = stepAhead(path, enrolment.received)
  if (step === undefined) return undefined
  if (isCaughtUp(path, step)) return lookAgainAt(enrolment, now)
  const passage = gate(path, enrolment, step, now)
  const from = passage.kind === 'open' ? now : earliest(nudgeAt(path, enrolment), passage.opensAt)
  return from === undefined
    ? undefined
    : nextDue(enrolment.pace, enrolment.learner, Math.max(now, from), enrolment.lastSentAt)
}

/** Answers: is everything sent that is written so far, of a path that still grows? */
export function isCaughtUp(path: Path, ahead: Step | undefined): boolean {
  return path.isGrowing === true && ahead?.kind === 'finish'
}

function lookAgainAt({ pace, learner, lastSentAt }: Enrolment, now: Instant): Instant {
  return nextDue(pace, learner, now + lookAgainDays * dayMs, lastSentAt)
}

/** Answers: which step, had before, does this learner wait for once more? */
export function stepAskedAgain(path: Path, { asked }: Enrolment): Step | undefined {
  return asked === undefined ? undefined : findStep(path, asked)
}

function decide(path: Path, enrolment: Enrolment, now: Instant): Decision {
  const again = stepAskedAgain(path, enrolment)
  if (again !== undefined)
    return maySendNow(enrolment, now) ? { kind: 'send', step: again } : waitForDay(enrolment, now)
  const step = stepAhead(path, enrolment.received)
  if (step === undefined) return { kind: 'stop' }
  const passage = gate(path, enrolment, step, now)
  if (passage.kind === 'closed') return atGate(path, enrolment, passage.project, now)
  if (isCaughtUp(path, step)) return { kind: 'caught-up', until: lookAgainAt(enrolment, now) }
  if (!maySendNow(enrolment, now)) return waitForDay(enrolment, now)
  const question = questionFor(path, enrolment, step, now)
  if (question !== undefined) return { kind: question, step }
  return step.kind === 'finish' ? { kind: 'finish', step } : { kind: 'send', step }
}

function atGate(path: Path, enrolment: Enrolment, project: StepId, now: Instant): Decision {
  const step = findStep(path, project)
  const from = nudgeAt(path, enrolment)
  if (step !== undefined && from !== undefined && from <= now) {
    return maySendNow(enrolment, now) ? { kind: 'nudge', step } : waitForDay(enrolment, now)
  }
  const until = dueAfter(path, enrolment, now)
  return until === undefined ? { kind: 'gate', project } : { kind: 'gate', project, until }
}

function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a))
}

function waitForDay({ pace, learner, lastSentAt }: Enrolment, now: Instant): Decision {
  return { kind: 'wait', until: nextDue(pace, learner, now, lastSentAt) }
}

/** One mail a local day whatever the reason; what the learner asked for is free of days and hours only. */
function maySendNow(enrolment: Enrolment, now: Instant): boolean {
  const { pace, learner, lastSentAt, asked } = enrolment
  if (wasSentToday(pace, lastSentAt, now)) return false
  return asked !== undefined || isWithinHours(pace, learner, now)
}

function eraseWhenDue(enrolment: Enrolment, now: Instant): Decision {
  if (enrolment.dueAt === undefined) return { kind: 'stop' }
  return enrolment.dueAt > now ? { kind: 'wait', until: enrolment.dueAt } : { kind: 'erase' }
}
