/** Which earlier questions to ask again: one from the last lesson, one from two to three weeks ago, at equal gaps. */
import type { Pace } from './pace.ts'
import type { Path, StepId } from './path.ts'

const checksPerLesson = 3

/** A self-check by its lesson and number: `E07.2`. */
export type CheckId = string

export interface RecallWish {
  readonly path: Path
  readonly received: ReadonlySet<StepId>
  /** The lesson at hand: only lessons before it are asked about. */
  readonly step: StepId
  readonly pace: Pace
  /** What the learner marked as missed; asked first. */
  readonly missed: ReadonlySet<CheckId>
}

/** Spacing: questions return after this many weeks (Latimier et al. 2021: equal gaps serve as well as growing ones). */
const gapWeeks = 2

/**
 * Answers: which two questions does this learner meet again with this lesson? Fewer when there are fewer lessons
 * behind. Stable for the same learner and lesson, so mail and page agree.
 */
export function recall({ path, received, step, pace, missed }: RecallWish): readonly CheckId[] {
  const place = path.steps.findIndex((candidate) => candidate.id === step)
  const behind = path.steps.slice(0, Math.max(0, place)).filter((s) => s.kind === 'lesson' && received.has(s.id))
  const last = behind.at(-1)
  if (last === undefined) return []
  const earlier = behind.at(-1 - Math.min(gapWeeks * pace.days.length, behind.length - 1))
  const lessons = earlier === undefined || earlier === last ? [last] : [last, earlier]
  return lessons.map((lesson) => questionOf(lesson.id, place, missed))
}

function questionOf(lesson: StepId, place: number, missed: ReadonlySet<CheckId>): CheckId {
  const checks = Array.from({ length: checksPerLesson }, (_, index) => `${lesson}.${index + 1}`)
  return checks.find((check) => missed.has(check)) ?? (checks[place % checksPerLesson] as CheckId)
}
