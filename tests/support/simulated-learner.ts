/** What a learner knows of themselves, kept apart from the table, and what they therefore object to in a mail. */
import { dayMs, hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import { reminders } from '../../functions/domain/next-step.ts'
import { jitterMinutes, lateHours, type Pace } from '../../functions/domain/pace.ts'
import type { Path, StepId } from '../../functions/domain/path.ts'
import type { LinkSubject } from '../../functions/journey/ports.ts'
import { instantOf, localMoment } from '../domain/intl-clock.ts'

/** Invariants of the design's section 8. */
export type Invariant = 2 | 3 | 4 | 5

export interface Objection {
  readonly invariant: Invariant
  readonly what: string
}

export interface SimulatedLearner {
  readonly address: string
  readonly joinsAt: Instant
  /** Some never press the button in the confirmation mail. */
  readonly confirms: boolean
  state: 'out' | 'waiting' | 'on' | 'paused' | 'left' | 'suppressed'
  subject?: LinkSubject
  pace: Pace
  /** The local date on which a pause ends; none for an open one. */
  pausedUntil: string | undefined
  /** Asked for the next step, or confirmed and waits for the first one. */
  wantsNow: boolean
  /** Had before, and asked for once more. */
  again: StepId | undefined
  /** The mail that has arrived and that the service does not yet know of: asking for it once more is one wish, not two. */
  underWay: string | undefined
  /** The link in the mail that came last. */
  hasConfirmationMail: boolean
  done: Set<StepId>
  /** Projects handed in, or gone on without. */
  cleared: Set<StepId>
  /** When the brief of the last project came, for the first time. */
  briefAt: Instant | undefined
  /** They were heard from then; a pause until a day promises silence until it. */
  heardAt: Instant
  /** How often they were asked whether to go on, since they last did something else than say yes. */
  asks: number
  /** The pause was not of their own making. */
  isPausedBySilence: boolean
  lastStepAt: Instant | undefined
  readonly story: string[]
}

export function newcomer(address: string, joinsAt: Instant, pace: Pace, confirms: boolean): SimulatedLearner {
  return {
    address,
    joinsAt,
    confirms,
    pace,
    state: 'out',
    pausedUntil: undefined,
    wantsNow: false,
    again: undefined,
    underWay: undefined,
    hasConfirmationMail: false,
    done: new Set(),
    cleared: new Set(),
    briefAt: undefined,
    heardAt: joinsAt,
    asks: 0,
    isPausedBySilence: false,
    lastStepAt: undefined,
    story: [],
  }
}

export function stepAheadOf(learner: SimulatedLearner, path: Path): StepId | undefined {
  return path.steps.find((step) => !learner.done.has(step.id))?.id
}

/** Answers: what is wrong with sending this to this learner, as decided when it was claimed? */
export function objections(learner: SimulatedLearner, path: Path, step: string, at: Instant): readonly Objection[] {
  const { state } = learner
  if (step === 'sign-in') return []
  if (step === 'confirm') return state === 'waiting' ? [] : [{ invariant: 3, what: `confirmation while ${state}` }]

  return [...objectionsToTime(learner, step, at), ...objectionsToOrder(learner, path, step, at)]
}

/** Any mail of the path: while they are on it, in their hours, once a day. */
function objectionsToTime(learner: SimulatedLearner, step: string, at: Instant): readonly Objection[] {
  const { state, pace, lastStepAt } = learner
  const found: Objection[] = []
  const { date } = localMoment(pace.zone, at)
  const isOn =
    state === 'on' || (state === 'paused' && learner.pausedUntil !== undefined && date >= learner.pausedUntil)
  if (!isOn) found.push({ invariant: 3, what: `${step} while ${state}` })
  if (!learner.wantsNow && learner.again === undefined && !isOwnTime(learner, at))
    found.push({ invariant: 3, what: `${step} outside days and hours` })
  if (lastStepAt !== undefined && localMoment(pace.zone, lastStepAt).date >= date) {
    found.push({ invariant: 4, what: `${step} is the second one on ${date}` })
  }
  return found
}

function objectionsToOrder(learner: SimulatedLearner, path: Path, step: string, at: Instant): readonly Objection[] {
  const ahead = learner.again ?? stepAheadOf(learner, path)
  if (step === 'nudge') return objectionsToNudge(learner, path, at)
  if (step === 're-entry' || step === 'pausing') return objectionsToQuestion(learner, path, step, at)
  return ahead === step ? [] : [{ invariant: 5, what: `${step} instead of ${ahead}` }]
}

/** A nudge is of the last project, sent and not cleared, while it closes the stage that is ahead. */
function objectionsToNudge(learner: SimulatedLearner, path: Path, at: Instant): readonly Objection[] {
  if (learner.again !== undefined) return [{ invariant: 5, what: `nudge instead of ${learner.again}` }]
  const { graceDays, afterwards } = path.gate
  const project = path.steps.findLast(({ id, kind }) => kind === 'project' && learner.done.has(id))
  const isOpen = afterwards === 'go-on' && at >= (learner.briefAt ?? 0) + graceDays * dayMs
  const isWaiting = project !== undefined && !learner.cleared.has(project.id) && !isOpen
  return isWaiting ? [] : [{ invariant: 3, what: `nudge of ${project?.id} with nothing closed` }]
}

/** Nobody is asked who was heard from lately, to the day, or was asked enough. */
function objectionsToQuestion(
  { again, heardAt, asks }: SimulatedLearner,
  path: Path,
  question: 're-entry' | 'pausing',
  at: Instant,
): readonly Objection[] {
  if (again !== undefined) return [{ invariant: 5, what: `${question} instead of ${again}` }]
  const [first, second] = path.reentryDays ?? [7, 30]
  const days = question === 're-entry' ? first : second
  const isDue = at - heardAt >= (days - 1) * dayMs && asks === (question === 're-entry' ? 0 : 1)
  return isDue ? [] : [{ invariant: 3, what: `${question} after ${(at - heardAt) / dayMs} days, asked ${asks} times` }]
}

/** On one of the learner's days, from their minute for three hours; both told by `Intl`. */
function isOwnTime({ pace, subject }: SimulatedLearner, at: Instant): boolean {
  const { date, weekday } = localMoment(pace.zone, at)
  const begin = instantOf(pace.zone, date, pace.time) + jitterMinutes(pace, subject?.learner ?? '') * minuteMs
  return pace.days.includes(weekday) && begin <= at && at < begin + lateHours * hourMs
}

/** The mail is there: what the learner now knows. */
export function mailArrived(learner: SimulatedLearner, step: string, at: Instant): void {
  if (step === 'sign-in') return
  if (step === 'confirm') {
    learner.hasConfirmationMail = true
    return
  }
  learner.state = 'on'
  learner.wantsNow = false
  learner.lastStepAt = at
  if (step === 're-entry') learner.asks = 1
  if (step === 'pausing') {
    Object.assign(learner, { asks: 2, state: 'paused', pausedUntil: undefined, isPausedBySilence: true })
  }
  if (isReminder(step)) return
  learner.again = undefined
  if (step.startsWith('P') && !learner.done.has(step)) learner.briefAt = at
  learner.done.add(step)
}

export function isReminder(step: string): boolean {
  return reminders.some((name) => name === step)
}

/** The learner did something, and it was not refused. Whoever was paused by silence sees whether they still are. */
export function heardFrom(learner: SimulatedLearner, at: Instant, isStillPaused: boolean, wasPress: boolean): void {
  const until = learner.state === 'paused' ? (learner.pausedUntil ?? '') : ''
  learner.heardAt = until === '' ? at : Math.max(at, Date.parse(until) - dayMs)
  // The question is on its way: it counts, whatever they did without having read it.
  const isBeingAsked = learner.underWay === 're-entry' || learner.underWay === 'pausing'
  if (!wasPress && !isBeingAsked) learner.asks = 0
  if (learner.isPausedBySilence && !isStillPaused && learner.state === 'paused') learner.state = 'on'
  learner.isPausedBySilence &&= isStillPaused
}
