/** Which earlier questions to ask again: one from the last lesson, one at a gap of two weeks or a multiple of it. */
import type { Pace } from './pace.ts'
import type { Path, Step, StepId } from './path.ts'

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

/** The questions that go with a step, as its link carries them. */
export interface RecallChoice {
  readonly step: StepId
  readonly checks: readonly CheckId[]
}

/** Spacing: questions return after this many weeks (Latimier et al. 2021: equal gaps serve as well as growing ones). */
const gapWeeks = 2
/** Older ones make room: the enrolment has none for a history. */
const mostMissed = 6

/**
 * Answers: which two questions does this learner meet again with this lesson? One of the last lesson, and one of the
 * lesson that lies a gap behind; where that one left nothing missed, of the nearest at twice, three times the gap that
 * did. Fewer when there are fewer lessons behind. Stable for the same learner and lesson.
 */
export function recall({ path, received, step, pace, missed }: RecallWish): readonly CheckId[] {
  const place = path.steps.findIndex((candidate) => candidate.id === step)
  const behind = path.steps.slice(0, Math.max(0, place)).filter((s) => s.kind === 'lesson' && received.has(s.id))
  const last = behind.at(-1)
  if (last === undefined) return []
  const lessons = [last, ...earlierOf(behind, gapWeeks * pace.days.length, missed)]
  return lessons.map((lesson) => questionOf(lesson.id, place, missed))
}

/** The lesson a gap behind the last one, or the nearest at a multiple of it that left something missed. */
function earlierOf(behind: readonly Step[], paceGap: number, missed: ReadonlySet<CheckId>): readonly Step[] {
  const gap = Math.min(paceGap, behind.length - 1)
  const usual = gap === 0 ? undefined : behind.at(-1 - gap)
  if (usual === undefined) return []
  for (let distance = gap; missed.size > 0 && distance < behind.length; distance += gap) {
    const lesson = behind.at(-1 - distance)
    if (lesson !== undefined && checksOf(lesson.id).some((check) => missed.has(check))) return [lesson]
  }
  return [usual]
}

/** Answers: what is still missed after this answer? Latest last. */
export function missedAfter(
  missed: readonly CheckId[],
  { check, verdict }: { check: CheckId; verdict: 'knew' | 'missed' },
): readonly CheckId[] {
  const others = missed.filter((other) => other !== check)
  return verdict === 'knew' ? others : [...others, check].slice(-mostMissed)
}

/** Answers: can this be a check of this path's shape? A step's three characters, a point, a digit. */
export function isCheck(text: string): boolean {
  return /^[A-Z]\d\d\.[1-9]$/.test(text)
}

/** Checks in four characters each, for a link and for the enrolment: `E072M011`. */
export function packChecks(checks: readonly CheckId[]): string {
  return checks.map((check) => check.replace('.', '')).join('')
}

export function unpackChecks(packed: string): readonly CheckId[] {
  return (packed.match(/.{4}/g) ?? []).map((check) => `${check.slice(0, 3)}.${check.slice(3)}`)
}

function questionOf(lesson: StepId, place: number, missed: ReadonlySet<CheckId>): CheckId {
  const turn = `${lesson}.${1 + (place % checksPerLesson)}`
  return missed.size === 0 ? turn : (checksOf(lesson).find((check) => missed.has(check)) ?? turn)
}

function checksOf(lesson: StepId): readonly CheckId[] {
  return Array.from({ length: checksPerLesson }, (_, index) => `${lesson}.${index + 1}`)
}
