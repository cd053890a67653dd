/** One step's file: head and body, checked by itself. */
import { checkMarkdown } from './check-markdown.ts'
import { checkParts } from './check-parts.ts'
import { checkSubject } from './check-subject.ts'
import { type LineOf, readHead } from './front-matter.ts'
import { type LessonBody, readBody } from './lesson-body.ts'
import type { Known } from './links.ts'
import { everyToken, type Markdown, parseMarkdown } from './markdown.ts'
import { outcomeFault } from './outcome.ts'
import type { PlanStep } from './path-file.ts'
import { markPlaceholders } from './placeholders.ts'
import type { Problem } from './problems.ts'
import { type Reference, referenceOf } from './references.ts'
import { type LessonFields, lessonSchema } from './schema.ts'
import { type Files, readText } from './source.ts'
import { subjectOf } from './wording.ts'

interface Citation extends Reference {
  readonly line: number
}

export interface Lesson {
  readonly file: string
  readonly fields: LessonFields
  readonly body: LessonBody
  readonly markdown: Markdown
  readonly bodyOffset: number
  /** Every list with a form of its own could be read. */
  readonly isReadable: boolean
  readonly citations: readonly Citation[]
  readonly lineOf: LineOf
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
  const { body, problems: bodyProblems } = readBody(markdown, known.terms)
  const isReadable = !bodyProblems.some(({ field }) => field !== 'Key terms')
  const problems = [
    ...head.problems,
    ...marked.problems,
    ...checkMarkdown(markdown, known, where),
    ...bodyProblems.map(({ line, ...problem }) => ({ file, line: head.bodyOffset + line + 1, ...problem })),
    ...(head.problems.some((problem) => problem.field === 'front matter')
      ? []
      : checkParts(file, known.steps && (step?.kind ?? 'lesson'), body, isReadable)),
  ]
  const { fields, bodyOffset, lineOf } = head
  if (!fields) return { lesson: undefined, problems }
  problems.push(...checkFigure(file, fields, lineOf), ...checkOutcome(file, fields, lineOf))
  if (step) problems.push(...checkSubject(subjectOf(step, fields), { file, line: lineOf(['subject']) }))
  const citations = citationsIn(markdown, bodyOffset)
  return { lesson: { file, fields, body, markdown, bodyOffset, isReadable, citations, lineOf }, problems }
}

function citationsIn(markdown: Markdown, offset: number): Citation[] {
  return [...everyToken(markdown.tokens)].flatMap(({ token, line }) => {
    const reference = token.type === 'reference_open' ? referenceOf(token) : undefined
    return reference ? [{ ...reference, line: offset + line + 1 }] : []
  })
}

function checkOutcome(file: string, { outcome }: LessonFields, lineOf: LineOf): Problem[] {
  const fault = outcomeFault(outcome)
  return fault ? [{ file, line: lineOf(['outcome']), field: 'outcome', ...fault }] : []
}

function checkFigure(file: string, fields: LessonFields, lineOf: LineOf): Problem[] {
  if (!fields.figure || fields.figure_alt) return []
  const what = `The figure ${fields.figure} has no alt text.`
  const remedy = 'Write `figure_alt:` with the numbers of the figure in it.'
  return [{ file, line: lineOf(['figure']), field: 'figure_alt', what, remedy }]
}
