/** Everything that the author wrote in words, line by line, wherever it stands. */

import { everyToken, parseMarkdown, type Token } from './markdown.ts'
import type { Course } from './read-course.ts'
import { plainText } from './references.ts'
import type { LessonFields } from './schema.ts'

export interface WrittenLine {
  readonly file: string
  readonly line: number | undefined
  readonly text: string
}

const lessonTexts = [
  'outcome',
  'done_when',
  'subject',
  'preheader',
  'figure_alt',
  'jurisdiction',
] as const satisfies readonly (keyof LessonFields)[]

/** Answers: every line of the course in words: front matter, text, tables, glossary, examples, placement and mails, without code. */
export function writtenLines({ path, lessons, services, glossary, placement, examples }: Course): WrittenLine[] {
  return [
    ...pathLines(path),
    ...lessons.flatMap(({ file, fields, markdown, bodyOffset, lineOf }) => [
      ...lessonTexts.map((name) => ({ file, line: lineOf([name]), text: fields[name] ?? '' })),
      ...bodyLines(file, markdown.tokens, bodyOffset),
    ]),
    ...services.flatMap(({ file, fields, markdown, bodyOffset }) => [
      { file, line: undefined, text: `${fields.subject}\n${fields.preheader}` },
      ...bodyLines(file, markdown.tokens, bodyOffset),
    ]),
    ...glossary.terms.map(({ term, meaning, line }) => ({ file: glossary.file, line, text: `${term}: ${meaning}` })),
    ...[...examples.values()].flatMap(exampleLines),
    ...(placement ? placementLines(placement) : []),
  ]
}

function placementLines({ file, fields, lineOf }: NonNullable<Course['placement']>): WrittenLine[] {
  const { introduction, items, scoring, notes } = fields
  const at = (text: string, ...place: (string | number)[]) => ({ file, line: lineOf(place), text })
  return [
    at(introduction, 'introduction'),
    ...items.flatMap(({ question, options, reason }, index) => [
      at(question, 'items', index, 'question'),
      at(options.join('\n'), 'items', index, 'options'),
      at(reason, 'items', index, 'reason'),
    ]),
    ...scoring.rules.map(({ evidence = '' }, index) => at(evidence, 'scoring', 'rules', index, 'evidence')),
    ...notes.map((note, index) => at(note, 'notes', index)),
  ]
}

function pathLines({ file, fields, intro, introOffset, lineOf }: Course['path']): WrittenLine[] {
  const at = (text: string, ...place: (string | number)[]) => ({ file, line: lineOf(place), text })
  return [
    at(fields.title, 'title'),
    at(fields.promise, 'promise'),
    at(fields.finish.title, 'finish', 'title'),
    ...fields.stages.flatMap(({ name, promise, steps }, stage) => [
      at(name, 'stages', stage, 'name'),
      at(promise, 'stages', stage, 'promise'),
      ...steps.map(({ title }, step) => at(title, 'stages', stage, 'steps', step, 'title')),
    ]),
    ...bodyLines(file, parseMarkdown(intro).tokens, introOffset),
  ]
}

function exampleLines({ file, example, lineOf }: ExampleFileOfPath): WrittenLine[] {
  if (!example) return []
  const { title, text, parts, drill } = example
  const at = (text: string, ...place: (string | number)[]) => ({ file, line: lineOf(place), text })
  return [
    at(title, 'title'),
    at(text, 'text'),
    ...parts.map(({ name }, index) => at(name, 'parts', index, 'name')),
    ...(drill ? [at(drill.question, 'drill', 'question'), at(drill.reason, 'drill', 'reason')] : []),
    ...(drill?.options.map((option, index) => at(option, 'drill', 'options', index)) ?? []),
  ]
}

type ExampleFileOfPath = Course['examples'] extends ReadonlyMap<string, infer One> ? One : never

function bodyLines(file: string, tokens: readonly Token[], offset: number): WrittenLine[] {
  return [...everyToken(tokens)].flatMap(({ token, line }) => {
    if (token.type !== 'inline') return []
    const words = (token.children ?? []).filter(({ type }) => type !== 'code_inline')
    return [{ file, line: offset + line + 1, text: plainText(words) }]
  })
}
