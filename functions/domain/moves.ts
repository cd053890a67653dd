/** The only legal moves between an enrolment's states. Each answers what to write, or throws a `Failure`. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import { Failure } from './errors.ts'
import { gate } from './gate.ts'
import { dayMs, type Instant } from './instant.ts'
import { dueAfter, isCaughtUp, stepAhead, stepAskedAgain } from './next-step.ts'
import { localDate, nextDue, type Pace, startOfDay, wasSentToday } from './pace.ts'
import { findStep, type Path, type Step, type StepId } from './path.ts'

export const pendingDays = 7
export const notesKeptDays = 30
const longestPauseDays = 366

interface SignUpWish {
  readonly address: string
  readonly pace: Pace
  readonly name?: string
}

/** Someone signs up who is pending or has left: ask for the confirmation (again). What they received stays. */
export function signUpAgain(enrolment: Enrolment, wish: SignUpWish, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'pending' && enrolment.state !== 'left' && enrolment.state !== 'undeliverable') {
    throw notAllowed('sign up again', enrolment)
  }
  return {
    state: 'pending',
    address: wish.address,
    pace: wish.pace,
    name: wish.name ?? null,
    asked: 'confirmation',
    stuck: null,
    dueAt: now,
    lane: 'now',
  }
}

/** From pending only, so that an old confirmation mail cannot bring back someone who left. The first step follows at once. */
export function confirm(enrolment: Enrolment, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'pending') throw notAllowed('confirm', enrolment)
  return { state: 'active', asked: 'next', stuck: null, dueAt: now, lane: 'now' }
}

/** Ask for the confirmation mail once more. */
export function askConfirmation(enrolment: Enrolment, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'pending') throw notAllowed('confirm', enrolment)
  return { asked: 'confirmation', stuck: null, dueAt: now, lane: 'now' }
}

/** Leaving always succeeds, is idempotent and wins over everything in flight. Notes stay for 30 days. */
export function leave(enrolment: Enrolment, now: Instant): EnrolmentChange | undefined {
  if (enrolment.state === 'left' || enrolment.state === 'erasing') return undefined
  return { state: 'left', asked: null, stuck: null, dueAt: now + notesKeptDays * dayMs, lane: 'due' }
}

/** `until` is a local date in the learner's zone; the next step then comes on the first of their days from it on. */
export function pause(enrolment: Enrolment, until: string | undefined, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'active' && enrolment.state !== 'paused') throw notAllowed('pause', enrolment)
  // Off the operator's list too: an open pause is known by having no due time. `resume` brings it back there.
  if (until === undefined) return { state: 'paused', ...withoutHaste(enrolment), dueAt: null }
  const { pace, learner, lastSentAt } = enrolment
  const today = localDate(pace.zone, now)
  const last = localDate(pace.zone, now + longestPauseDays * dayMs)
  if (until <= today || until > last) {
    throw new Failure(
      'pause-date-invalid',
      'That day is not between tomorrow and a year from now.',
      'Choose a later day, or pause until you return.',
      'until',
    )
  }
  const dueAt = nextDue(pace, learner, startOfDay(pace.zone, until), lastSentAt)
  return stayingStuck(enrolment, { state: 'paused', ...withoutHaste(enrolment), dueAt, lane: 'due' })
}

/** Go on at the learner's next own time: a pause never ends in a burst. */
export function resume(path: Path, enrolment: Enrolment, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'paused') throw notAllowed('resume', enrolment)
  return stayingStuck(enrolment, { state: 'active', ...whenDue(path, changed(enrolment, { state: 'active' }), now) })
}

/** New days, hour or zone. A pause keeps its day and takes the new hour; other states only remember the pace. */
export function changePace(path: Path, enrolment: Enrolment, pace: Pace, now: Instant): EnrolmentChange {
  const next = changed(enrolment, { pace })
  if (enrolment.state === 'active')
    return stayingStuck(enrolment, { pace, ...withoutHaste(enrolment), ...whenDue(path, next, now) })
  if (enrolment.state === 'paused' && enrolment.dueAt !== undefined) {
    const from = Math.max(now, startOfDay(pace.zone, localDate(enrolment.pace.zone, enrolment.dueAt)))
    const dueAt = nextDue(pace, enrolment.learner, from, enrolment.lastSentAt)
    return stayingStuck(enrolment, { pace, dueAt, lane: 'due' })
  }
  return { pace }
}

/** Answers: may "send me the next one now" be pressed? */
export function mayAskForNext(path: Path, enrolment: Enrolment, now: Instant): boolean {
  if (enrolment.state !== 'active' || enrolment.stuck !== undefined) return false
  if (wasSentToday(enrolment.pace, enrolment.lastSentAt, now)) return false
  if (stepAskedAgain(path, enrolment) !== undefined) return true
  const step = stepAhead(path, enrolment.received)
  return step !== undefined && !isCaughtUp(path, step) && gate(path, enrolment, step, now).kind === 'open'
}

/** The next step now: outside days and hours, but still the day's only mail. */
export function askForNext(path: Path, enrolment: Enrolment, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'active') throw notAllowed('send the next step', enrolment)
  if (wasSentToday(enrolment.pace, enrolment.lastSentAt, now)) {
    throw new Failure(
      'next-already-sent-today',
      'A step was sent to you today, and there is at most one a day.',
      'Press again tomorrow, or wait for the next one at your hour.',
    )
  }
  if (!mayAskForNext(path, enrolment, now)) throw notAllowed('send the next step', enrolment)
  // A step that was asked for by name is the next one.
  return { asked: stepAskedAgain(path, enrolment)?.id ?? 'next', dueAt: now, lane: 'now' }
}

/** Skipping puts the next step among the received ones: there is no other position to keep. */
export function skip(path: Path, enrolment: Enrolment, step: StepId, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'active' && enrolment.state !== 'paused') throw notAllowed('skip a step', enrolment)
  const next = stepAhead(path, enrolment.received)
  if (next === undefined || next.id !== step || next.kind === 'finish') {
    throw new Failure(
      'move-not-allowed',
      'Only the next step can be skipped.',
      'Look at your path for what comes next.',
    )
  }
  const ids = skippedAtGate(path, enrolment, next, now)
  if (enrolment.state === 'paused') return ids
  return stayingStuck(enrolment, {
    ...ids,
    ...withoutHaste(enrolment),
    ...whenDue(path, changed(enrolment, ids), now),
  })
}

/** A step the learner has had comes once more: free of days and hours, but it is the mail of its day. */
export function askAgain(path: Path, enrolment: Enrolment, step: StepId, now: Instant): EnrolmentChange {
  if (enrolment.state !== 'active' && enrolment.state !== 'finished') throw notAllowed('send a step again', enrolment)
  if (findStep(path, step) === undefined || !enrolment.received.has(step)) {
    throw new Failure(
      'move-not-allowed',
      'Only a step that was sent to you can be sent again.',
      'Look at your path for the steps you have had.',
    )
  }
  const when: EnrolmentChange = wasSentToday(enrolment.pace, enrolment.lastSentAt, now)
    ? onNextDay(enrolment, now)
    : { dueAt: now, lane: 'now' }
  return stayingStuck(enrolment, { state: 'active', asked: step, ...when })
}

/** Gone at once, whatever the state; who presses twice is gone once. Wins over everything in flight. */
export function eraseNow(enrolment: Enrolment, now: Instant): EnrolmentChange | undefined {
  if (enrolment.state === 'erasing') return undefined
  return { state: 'erasing', asked: null, stuck: null, dueAt: now, lane: 'now' }
}

/** A project that is done opens its gate: the next step comes at the learner's next own time. */
export function clearProject(
  path: Path,
  enrolment: Enrolment,
  project: StepId,
  now: Instant,
): EnrolmentChange | undefined {
  if (findStep(path, project)?.kind !== 'project' || enrolment.cleared.has(project)) return undefined
  const ids = { cleared: [project] }
  const ahead = stepAhead(path, enrolment.received)
  const isWaiting = ahead !== undefined && gate(path, enrolment, ahead, now).kind === 'closed'
  if (enrolment.state !== 'active' || !isWaiting) return ids
  return stayingStuck(enrolment, { ...ids, ...whenDue(path, changed(enrolment, ids), now) })
}

/** The next stage without its project. Where no gate waits for it, none will close. */
export function goOnWithout(path: Path, enrolment: Enrolment, project: StepId, now: Instant): EnrolmentChange {
  if (findStep(path, project)?.kind !== 'project' || !enrolment.received.has(project)) {
    throw new Failure(
      'move-not-allowed',
      'Only a project that was sent to you can be gone on without.',
      'Look at your path for the projects you have had.',
    )
  }
  return clearProject(path, enrolment, project, now) ?? {}
}

/** Who skips the step behind a closed gate goes on without the project it waits for. */
function skippedAtGate(path: Path, enrolment: Enrolment, step: Step, now: Instant): EnrolmentChange {
  const passage = gate(path, enrolment, step, now)
  if (passage.kind === 'open') return asSkipped(step)
  const cleared = step.kind === 'project' ? [passage.project, step.id] : [passage.project]
  return { received: [step.id], cleared }
}

/** Who skips a project goes on without it: its gate must not close behind them. */
export function asSkipped(step: Step): Pick<EnrolmentChange, 'received' | 'cleared'> {
  return { received: [step.id], ...(step.kind === 'project' ? { cleared: [step.id] } : {}) }
}

/** A pause goes on after the operator's release: until its day, which may have come meanwhile, or the learner's return. */
export function pauseAfterStuck(enrolment: Enrolment): EnrolmentChange {
  return enrolment.dueAt === undefined ? { dueAt: null } : { dueAt: enrolment.dueAt, lane: 'due' }
}

/** Who waits for the operator goes on waiting, whatever the learner changes meanwhile: only a release sends again. */
function stayingStuck(enrolment: Enrolment, change: EnrolmentChange): EnrolmentChange {
  const dueAt = change.dueAt ?? enrolment.dueAt
  return enrolment.stuck === undefined || dueAt === undefined ? change : { ...change, dueAt, lane: 'stuck' }
}

/** The due time of an active enrolment as a change: removed when a gate waits, and at the end of the path. */
export function whenDue(path: Path, enrolment: Enrolment, now: Instant): EnrolmentChange {
  if (stepAskedAgain(path, enrolment) !== undefined) return onNextDay(enrolment, now)
  if (stepAhead(path, enrolment.received) === undefined) return { state: 'finished', dueAt: null }
  const dueAt = dueAfter(path, enrolment, now)
  return dueAt === undefined ? { dueAt: null } : { dueAt, lane: 'due' }
}

/** The learner's next own time on a day that has had no mail yet. */
function onNextDay({ pace, learner, lastSentAt }: Enrolment, now: Instant): EnrolmentChange {
  return { dueAt: nextDue(pace, learner, now, lastSentAt), lane: 'due' }
}

/** Another plan takes back "the next one now"; a step that was asked for by name still comes. */
function withoutHaste({ asked }: Enrolment): Pick<EnrolmentChange, 'asked'> {
  return asked === 'next' ? { asked: null } : {}
}

/** What to throw when this move is not possible from the state the path is in. */
export function notAllowed(what: string, enrolment: Enrolment): Failure {
  return new Failure(
    'move-not-allowed',
    `It is not possible to ${what}: this path is ${stateInWords[enrolment.state]}.`,
    'Open your path to see where you are and what you can do.',
  )
}

const stateInWords: Record<Enrolment['state'], string> = {
  pending: 'not confirmed yet',
  active: 'under way',
  paused: 'paused',
  finished: 'finished',
  left: 'stopped',
  undeliverable: 'stopped because mail to its address comes back',
  erasing: 'being erased',
}
