/** Rules for "From memory first": two questions, each about a lesson that came before. */
import type { Lesson } from './lesson-file.ts'
import type { PathFile } from './path-file.ts'
import type { Problem } from './problems.ts'

const questionCount = 2
const field = 'From memory first'

/** Answers: which questions are missing, or do not say which earlier lesson they come from? The first step is excused. */
export function checkRecall(path: PathFile, lesson: Lesson): Problem[] {
  const { file, body, bodyOffset } = lesson
  const own = path.plan.findIndex((step) => step.file === file)
  if (own < 1 || path.plan[own]?.kind !== 'lesson' || !lesson.isReadable) return []
  const problems = body.recall.flatMap(({ from, line }, index) => {
    const fault = sourceFault(path, own, from)
    if (!fault) return []
    const problem = { file, line: bodyOffset + line + 1, field, what: `Question ${index + 1} ${fault}.` }
    return [{ ...problem, remedy: 'End it with the id of an earlier lesson in brackets: `… change? (E09)`.' }]
  })
  if (body.recall.length === questionCount) return problems
  const what = `There are ${body.recall.length} questions from memory, and a lesson has ${questionCount}.`
  const remedy = 'Write two: one from the last lesson, one from five to eight lessons earlier.'
  return [{ file, field, what, remedy }, ...problems]
}

function sourceFault(path: PathFile, own: number, from: string | undefined): string | undefined {
  if (from === undefined) return 'does not say which lesson it comes from'
  const place = path.plan.findIndex((step) => step.id === from)
  if (place === -1) return `comes from ${from}, which is no step of path.md`
  return place < own ? undefined : `comes from ${from}, which is not earlier than this step`
}
