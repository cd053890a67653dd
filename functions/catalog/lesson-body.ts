/** The body of a lesson, taken apart into what pages and mails place by themselves. */
import { countWords, paragraphText, type Section, splitBlocks, splitSections } from './blocks.ts'
import type { GlossaryTerm } from './glossary-file.ts'
import { readKeyTerms } from './key-terms.ts'
import type { Environment, Markdown, Token } from './markdown.ts'
import { type Question, readRecall } from './recall.ts'
import { type Criterion, readRubric } from './rubric.ts'
import { type Check, readChecks } from './self-check.ts'

export interface BodyProblem {
  /** Counted from 0, within the body. */
  readonly line: number
  readonly field: string
  readonly what: string
  readonly remedy: string
}

export interface LessonBody {
  readonly environment: Environment
  /** What stands before the first heading. */
  readonly lead: readonly Token[]
  readonly recall: readonly Question[]
  /** Idea and example: everything between "from memory" and the exercise. */
  readonly idea: readonly Token[]
  /** The exercise and what stands between it and the self-check. */
  readonly exercise: readonly Token[]
  readonly checks: readonly Check[]
  /** Of a project: it is read where it stands, and marked on the page. */
  readonly rubric: readonly Criterion[]
  /** Key terms and what comes next. */
  readonly closing: readonly Token[]
  /** The glossary's terms that "Key terms" names. */
  readonly terms: readonly GlossaryTerm[]
  /** What is read as prose: paragraphs and lists from the lead to the exercise, without headings. */
  readonly prose: readonly Token[]
  /** How many sections are headed "Exercise". */
  readonly exercises: number
  /** Words to read from the first section to before "Key terms", without tables and code. */
  readonly words: number
}

const nextPattern = /^\*\*Next:/
const doneWhenPattern = /^\*\*Done when/

/** Answers: the parts of the body. What an author wrote is in exactly one of them, or is a problem. */
export function readBody(
  markdown: Markdown,
  glossary: readonly GlossaryTerm[],
): { body: LessonBody; problems: BodyProblem[] } {
  const { lead, sections } = splitSections(markdown.tokens)
  labelTables(markdown.tokens)
  const recallAt = sections.findIndex((section) => section.title === 'From memory first')
  const exerciseAt = sections.findIndex(isExercise)
  const checkAt = sections.findIndex((section) => section.title === 'Self-check')
  const termsAt = sections.findIndex((section) => section.title === 'Key terms')
  const closingAt =
    [checkAt, termsAt].filter((index) => index !== -1).sort((one, other) => one - other)[0] ?? sections.length
  const bodyEnd = exerciseAt === -1 || exerciseAt > closingAt ? closingAt : exerciseAt
  const plain = (from: number, to: number) =>
    sections.slice(from, to).filter((_, index) => index + from !== recallAt && index + from !== checkAt)

  const recall = readRecall(sections[recallAt])
  const selfCheck = splitNext(sections[checkAt])
  const checks = readChecks(selfCheck.section)
  const rubric = readRubric(sections.find((section) => section.title === 'The rubric'))
  const exercise = plain(bodyEnd, closingAt).flatMap(whole)
  markDoneWhen(exercise)
  const keyTerms = readKeyTerms(sections[termsAt], glossary)
  const upToTerms = sections.slice(0, termsAt === -1 ? sections.length : termsAt)
  const body = {
    environment: markdown.environment,
    lead,
    recall: recall.questions,
    idea: plain(0, bodyEnd).flatMap(whole),
    exercise,
    checks: checks.checks,
    rubric: rubric.criteria,
    closing: [...plain(closingAt, sections.length).flatMap(whole), ...selfCheck.next],
    terms: keyTerms.terms,
    prose: [...lead, ...withoutHeadings(plain(0, closingAt))],
    exercises: sections.filter(isExercise).length,
    words: countWords(upToTerms.flatMap(whole)),
  }
  return { body, problems: [...recall.problems, ...checks.problems, ...rubric.problems, ...keyTerms.problems] }
}

/** Answers: does the exercise say when it is done? */
export function saysDoneWhen(body: LessonBody): boolean {
  return splitBlocks(body.exercise).some((block) => doneWhenPattern.test(paragraphText(block)))
}

function isExercise({ title }: Section): boolean {
  return /^Exercise\b/.test(title)
}

function withoutHeadings(sections: readonly Section[]): Token[] {
  const tokens = sections.flatMap((section) => section.tokens)
  return tokens.filter((_, index) => tokens[index - 1]?.type !== 'heading_open')
}

function whole(section: Section): Token[] {
  return [...section.heading, ...section.tokens]
}

// Without key terms, the last paragraph belongs to the self-check by its place and to the closing by its meaning.
function splitNext(section: Section | undefined): { section: Section | undefined; next: Token[] } {
  if (!section) return { section, next: [] }
  const blocks = splitBlocks(section.tokens)
  const isNext = (block: Token[]) => nextPattern.test(paragraphText(block))
  const kept = blocks.filter((block) => !isNext(block)).flat()
  return { section: { ...section, tokens: kept }, next: blocks.filter(isNext).flat() }
}

function markDoneWhen(tokens: readonly Token[]): void {
  const block = splitBlocks(tokens).find((candidate) => doneWhenPattern.test(paragraphText(candidate)))
  block?.[0]?.attrSet('class', 'done-when')
}

function labelTables(tokens: readonly Token[]): void {
  let heading = ''
  let count = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') heading = tokens[index + 1]?.content ?? ''
    if (token.type !== 'table_open') continue
    count += 1
    token.meta = { label: heading ? `Table ${count}: ${heading}` : `Table ${count}` }
  }
}
