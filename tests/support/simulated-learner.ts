/** What a learner knows of themselves, kept apart from the table, and what they therefore object to in a mail. */
import { hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
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
  /** The link in the mail that came last. */
  hasConfirmationMail: boolean
  done: Set<StepId>
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
    hasConfirmationMail: false,
    done: new Set(),
    lastStepAt: undefined,
    story: [],
  }
}

export function stepAheadOf(learner: SimulatedLearner, path: Path): StepId | undefined {
  return path.steps.find((step) => !learner.done.has(step.id))?.id
}

/** Answers: what is wrong with sending this to this learner, as decided when it was claimed? */
export function objections(learner: SimulatedLearner, path: Path, step: string, at: Instant): readonly Objection[] {
  const { state, pace, lastStepAt } = learner
  if (step === 'sign-in') return []
  if (step === 'confirm') return state === 'waiting' ? [] : [{ invariant: 3, what: `confirmation while ${state}` }]

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
  const ahead = learner.again ?? stepAheadOf(learner, path)
  if (ahead !== step) found.push({ invariant: 5, what: `${step} instead of ${ahead}` })
  return found
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
  learner.again = undefined
  learner.lastStepAt = at
  learner.done.add(step)
}
