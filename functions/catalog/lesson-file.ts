/** One step's file: head and body, checked by itself. */
import { checkMarkdown } from './check-markdown.ts'
import { checkSubject } from './check-subject.ts'
import { readHead } from './front-matter.ts'
import { type LessonBody, readBody, saysDoneWhen } from './lesson-body.ts'
import type { Known } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import type { PlanStep } from './path-file.ts'
import { markPlaceholders } from './placeholders.ts'
import type { Problem } from './problems.ts'
import { type LessonFields, lessonSchema } from './schema.ts'
import { type Files, readText } from './source.ts'
import { subjectOf } from './wording.ts'

export interface Lesson {
  readonly file: string
  readonly fields: LessonFields
  readonly body: LessonBody
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined
}

/** Answers: the lesson in this file, and everything wrong with it that can be seen without other lessons. */
export function readLesson(
  files: Files,
  file: string,
  step: PlanStep | undefined,
  known: Known,
): { lesson: Lesson | undefined; problems: Problem[] } {
  const { text, problems: unreadable } = readText(files, file)
  if (unreadable.length > 0) return { lesson: undefined, problems: unreadable }
  const head = readHead(file, text, lessonSchema)
  const where = { file, offset: head.bodyOffset }
  const marked = markPlaceholders(head.body, 'lesson', where)
  const markdown = parseMarkdown(marked.text)
  const { body, problems: bodyProblems } = readBody(markdown)
  const problems = [
    ...head.problems,
    ...marked.problems,
    ...checkMarkdown(markdown, known, where),
    ...bodyProblems.map(({ line, ...problem }) => ({ file, line: head.bodyOffset + line + 1, ...problem })),
    ...(head.problems.some((problem) => problem.field === 'front matter')
      ? []
      : checkParts(file, step, body, bodyProblems.length > 0)),
  ]
  const { fields, lineOf } = head
  if (!fields) return { lesson: undefined, problems }
  problems.push(...checkFigure(file, fields, lineOf))
  if (step) problems.push(...checkSubject(subjectOf(step, fields), { file, line: lineOf(['subject']) }))
  return { lesson: { file, fields, body, lineOf }, problems }
}

// A project is a brief and a review a set of mixed questions: only a lesson has the whole form.
function checkParts(file: string, step: PlanStep | undefined, body: LessonBody, unreadable: boolean): Problem[] {
  const kind = step?.kind ?? 'lesson'
  const problems: Problem[] = []
  if (kind !== 'project' && body.exercise.length === 0) {
    const what = 'There is no section `## Exercise` before the self-check.'
    problems.push({
      file,
      field: 'Exercise',
      what,
      remedy: 'Add `## Exercise: …` with one task and a `**Done when** …` line.',
    })
  } else if (kind !== 'project' && !saysDoneWhen(body)) {
    const what = 'The exercise does not say when it is done.'
    problems.push({ file, field: 'Done when', what, remedy: 'End it with a paragraph that begins `**Done when** `.' })
  }
  if (kind === 'lesson' && body.checks.length !== 3 && !unreadable) {
    const what = `There are ${body.checks.length} self-check questions instead of three.`
    problems.push({ file, field: 'Self-check', what, remedy: 'Write exactly three under `## Self-check`.' })
  }
  return problems
}

function checkFigure(file: string, fields: LessonFields, lineOf: Lesson['lineOf']): Problem[] {
  if (!fields.figure || fields.figure_alt) return []
  const what = `The figure ${fields.figure} has no alt text.`
  return [
    {
      file,
      line: lineOf(['figure']),
      field: 'figure_alt',
      what,
      remedy: 'Write `figure_alt:` with the numbers of the figure in it.',
    },
  ]
}
