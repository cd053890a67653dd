/**
 * Re-entry: a learner who does nothing for a while is asked, kindly and at most twice, whether to go on.
 *
 * A deed is what only the learner can do: an answer, "done", a hand-in, any move of the path. Opening a mail or a page is
 * none: programs do it too. Silence counts from `seenAt`: the last deed, or the end of days that are theirs anyway, a
 * pause until a date or a project's days of grace. It counts only while mail comes: after a gap (an outage, a path that
 * still grows, the operator's list) it begins anew.
 *
 *   first    after 7 silent days, never before two of the learner's lessons: `re-entry` asks, and the lessons go on
 *   second   after 30: `pausing` says that the path pauses from now on and how to go on, and it pauses
 *
 * "Go on" ends the silence but is no study, so it does not begin the count of two again: who only ever reads the mails
 * is asked twice in all, loses no lesson in between, and after their second press is never asked again.
 */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import { graceEndsAt } from './gate.ts'
import { dayMs, type Instant } from './instant.ts'
import type { Path, Step } from './path.ts'

export type Question = 're-entry' | 'pausing'

const usualReentryDays: NonNullable<Path['reentryDays']> = [7, 30]
const mostAsks = 2
const daysPerWeek = 7
/** A week between two lessons is the slowest pace; beyond it and a day of delay, the mails had stopped. */
const longestIntervalDays = 8

/** Answers: what is this learner to be asked in place of this step? Undefined for who is not silent, or asked enough. */
export function questionFor(path: Path, enrolment: Enrolment, step: Step, now: Instant): Question | undefined {
  const { asks = 0, asked, lastSentAt } = enrolment
  if (step.kind === 'finish' || asked !== undefined || hadGap(lastSentAt, now)) return undefined
  if (asks >= mostAsks) return undefined
  const question = asks === 0 ? 're-entry' : 'pausing'
  return isSilentFor(path, enrolment, question, now) ? question : undefined
}

/** Answers: has the learner been silent for as long as this question wants? */
export function isSilentFor(path: Path, { seenAt, pace }: Enrolment, question: Question, now: Instant): boolean {
  const [first, second] = path.reentryDays ?? usualReentryDays
  const twoLessonsDays = (2 * daysPerWeek) / pace.days.length
  const days = question === 're-entry' ? Math.max(first, twoLessonsDays) : second
  return seenAt !== undefined && now - seenAt >= days * dayMs
}

/** A learner who was asked: the second question comes its own days after the first, however late that one came. */
export function asAsked(path: Path, { seenAt }: Enrolment, question: Question, sentAt: Instant): EnrolmentChange {
  if (question === 'pausing') return { asks: mostAsks }
  const [first] = path.reentryDays ?? usualReentryDays
  return { asks: 1, seenAt: Math.max(seenAt ?? 0, sentAt - first * dayMs) }
}

/** What a step that is sent does to the silence: mail that had stopped begins it anew, a brief gives days of its own. */
export function silenceAfterStep(path: Path, enrolment: Enrolment, step: Step, sentAt: Instant): EnrolmentChange {
  const { seenAt, lastSentAt } = enrolment
  if (seenAt === undefined) return {}
  if (step.kind === 'project') return { seenAt: Math.max(seenAt, graceEndsAt(path, sentAt)) }
  return seenAt < sentAt && hadGap(lastSentAt, sentAt) ? { seenAt: sentAt } : {}
}

/** A move of the learner's own ends the silence; one that pauses until a day promises silence until then. */
export function asDeed(enrolment: Enrolment, move: EnrolmentChange, now: Instant): EnrolmentChange {
  return { ...move, ...asPress(enrolment, move, now), asks: null }
}

/** "Go on" was pressed: heard from, but it was no study. */
export function asPress(enrolment: Enrolment, move: EnrolmentChange, now: Instant): EnrolmentChange {
  const { state, dueAt } = changed(enrolment, move)
  return { ...move, seenAt: state === 'paused' ? Math.max(now, dueAt ?? now) : now }
}

/** Study is written once a day: answers come in threes. Undefined when there is nothing new to say. */
export function asStudy({ seenAt, asks = 0 }: Enrolment, now: Instant): EnrolmentChange | undefined {
  if (asks === 0 && seenAt !== undefined && now - seenAt < dayMs) return undefined
  return { seenAt: Math.max(seenAt ?? 0, now), asks: null }
}

function hadGap(lastSentAt: Instant | undefined, now: Instant): boolean {
  return lastSentAt === undefined || now - lastSentAt > longestIntervalDays * dayMs
}
