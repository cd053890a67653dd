/** Which parts a step has, how many of each, and how long it is. */
import { type LessonBody, saysDoneWhen } from './lesson-body.ts'
import type { PlanStep } from './path-file.ts'
import type { Problem } from './problems.ts'

/** A project may be written freely, but for its rubric: its length and parts are its own. */
const checksOf = { lesson: 3, review: 6 } as const
const wordsMin = 550
const wordsMax = 900

/**
 * Answers: what does this step lack, or hold too much of? The kind is unknown while path.md is wrong. `isReadable` says
 * that the lists could be read.
 */
export function checkParts(
  file: string,
  kind: PlanStep['kind'] | undefined,
  body: LessonBody,
  isReadable: boolean,
): Problem[] {
  if (kind === 'project') return isReadable ? checkRubric(body).map((fault) => ({ file, ...fault })) : []
  return [
    ...checkExercise(body),
    ...(kind && isReadable ? checkCount(kind, body) : []),
    ...(kind === 'lesson' ? checkLength(body) : []),
  ].map((fault) => ({ file, ...fault }))
}

type Fault = Pick<Problem, 'field' | 'what' | 'remedy'>

function checkExercise(body: LessonBody): Fault[] {
  if (body.exercises > 1) {
    const what = `There are ${body.exercises} exercises, and a step asks for one.`
    return [{ field: 'Exercise', what, remedy: 'Keep one, and make the others steps of it or leave them out.' }]
  }
  if (body.exercise.length === 0) {
    const what = 'There is no section `## Exercise` before the self-check.'
    return [{ field: 'Exercise', what, remedy: 'Add `## Exercise: …` with one task and a `**Done when** …` line.' }]
  }
  if (saysDoneWhen(body)) return []
  const what = 'The exercise does not say when it is done.'
  return [{ field: 'Done when', what, remedy: 'End it with a paragraph that begins `**Done when** `.' }]
}

function checkRubric({ rubric }: LessonBody): Fault[] {
  if (rubric.length > 0) return []
  const what = 'The project has no rubric, so nobody could mark their work before they hand it in.'
  const remedy = 'Add `## The rubric`: a line `**Criterion**` and below it a list `1.` to `4.`, for each criterion.'
  return [{ field: 'The rubric', what, remedy }]
}

function checkCount(kind: keyof typeof checksOf, body: LessonBody): Fault[] {
  const wanted = checksOf[kind]
  if (body.checks.length === wanted) return []
  const what = `There are ${body.checks.length} self-check questions, and a ${kind} has ${wanted}.`
  return [{ field: 'Self-check', what, remedy: `Write exactly ${wanted} under \`## Self-check\`.` }]
}

function checkLength({ words }: LessonBody): Fault[] {
  if (words >= wordsMin && words <= wordsMax) return []
  const what = `From the first section to the key terms there are ${words} words, without tables and code.`
  const remedy =
    words < wordsMin
      ? `Teach it in at least ${wordsMin}: an example with its numbers, the reason, the usual mistake.`
      : `Bring it to ${wordsMax} at most: one outcome only, and the rest in another lesson.`
  return [{ field: 'length', what, remedy }]
}
