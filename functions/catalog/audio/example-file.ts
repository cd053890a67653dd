/** One example's file, checked: what is played, what it is called, and the same in words. */
import * as v from 'valibot'
import { type LineOf, readYaml } from '../front-matter.ts'
import type { Problem } from '../problems.ts'
import { type Files, readText } from '../source.ts'
import { decibels, positive, words } from './fields.ts'
import type { Kind, Part } from './kind.ts'
import { kinds } from './kinds/kinds.ts'
import { tailSeconds } from './treatment.ts'

const drillSchema = v.pipe(
  v.strictObject({
    question: words,
    options: v.pipe(v.array(words), v.minLength(2, 'It has fewer than two.'), v.maxLength(6, 'It has more than six.')),
    /** One of the options. */
    answer: words,
    reason: words,
  }),
  v.forward(
    v.check(({ options, answer }) => options.includes(answer), 'It is none of the options.'),
    ['answer'],
  ),
)

/** What every example says, whatever its kind. */
const commonFields = {
  kind: v.string(),
  title: v.pipe(words, v.maxLength(60, 'It has more than 60 letters.')),
  /** The whole in words, for those who do not hear it. */
  text: words,
  pauseSeconds: v.optional(positive, 0.6),
  /** Instead of the loudness that all examples share. */
  rmsDb: v.optional(decibels),
  drill: v.optional(drillSchema),
}

export interface Example {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly text: string
  readonly parts: readonly Part[]
  readonly pauseSeconds: number
  readonly rmsDb?: number
  readonly drill?: v.InferOutput<typeof drillSchema>
  /** What the kind needs beside its parts. */
  readonly fields: object
}

export interface ExampleFile {
  readonly example: Example | undefined
  readonly lineOf: LineOf
  readonly problems: readonly Problem[]
}

const remedies: Readonly<Record<string, string>> = {
  text: 'Say in words what is heard, with its numbers, for those who do not hear it.',
  name: 'Say in words what is heard in this part.',
  title: 'Write a title of up to 60 letters on one line.',
  answer: 'Write exactly one of the options.',
}
const otherRemedy = 'Compare with another example of this kind, and with content/README.md.'

/** Answers: the example in this file, such as `…/audio/au-comb-1ms.yaml`, or what is wrong with it. */
export function readExample(files: Files, file: string): ExampleFile {
  const { text, problems: unreadable } = readText(files, file)
  if (unreadable.length > 0) return { example: undefined, lineOf: () => undefined, problems: unreadable }
  const first = readYaml(file, text, v.looseObject({ kind: v.string() }))
  const refused = (problems: readonly Problem[]) => ({ example: undefined, lineOf: first.lineOf, problems })
  if (!first.fields) return refused(first.problems.map(withRemedy))
  const kind = kinds[first.fields.kind]
  if (!kind) {
    const what = `There is no kind of example called \`${first.fields.kind}\`.`
    const remedy = `Use one of ${Object.keys(kinds).join(', ')}.`
    return refused([{ file, line: first.lineOf(['kind']), field: 'kind', what, remedy }])
  }
  const parts = v.pipe(v.array(v.strictObject(kind.partEntries)), v.minLength(1, 'It has no part.'))
  const schema = v.strictObject({ ...commonFields, ...kind.entries, parts })
  const { fields, lineOf, problems } = readYaml(file, text, schema)
  if (!fields) return refused(problems.map(withRemedy))
  const id = file.replace(/^.*\/|\.yaml$/g, '')
  // The entries of a kind are known only to it, so their type ends here.
  return {
    example: { ...(fields as unknown as Omit<Example, 'fields' | 'id'>), id, kind, fields },
    lineOf,
    problems: [],
  }
}

export interface Place {
  readonly part: Part
  readonly fromSeconds: number
  readonly seconds: number
}

/** Answers: when does each part sound? */
export function placesOf({ kind, parts, fields, pauseSeconds }: Example): Place[] {
  let fromSeconds = 0
  return parts.map((part) => {
    const place = { part, fromSeconds, seconds: kind.seconds(part, fields) + tailSeconds(part) }
    fromSeconds += place.seconds + pauseSeconds
    return place
  })
}

/** Answers: how long is the whole example? */
export function secondsOf(example: Example): number {
  const last = placesOf(example).at(-1)
  return last ? last.fromSeconds + last.seconds : 0
}

function withRemedy(problem: Problem): Problem {
  const field = problem.field.split('.').at(-1) ?? ''
  return { ...problem, remedy: remedies[field] ?? otherRemedy }
}
