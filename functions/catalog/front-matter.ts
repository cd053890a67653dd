/** YAML, at the head of a file or by itself: checked against its shape, every problem with its line. */
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import type { Problem } from './problems.ts'
import { fieldRemedies } from './schema.ts'

export type LineOf = (path: readonly (string | number)[]) => number | undefined

export interface Head<Fields> {
  /** Undefined when the shape is wrong. */
  readonly fields: Fields | undefined
  readonly body: string
  /** How many lines of the file stand before the body. */
  readonly bodyOffset: number
  readonly lineOf: LineOf
  readonly problems: readonly Problem[]
}

const pattern = /^---\n([\s\S]*?\n)?---(?:\n|$)/

/** Answers: the fields between the two `---` lines, in the shape asked for, and the Markdown below them. */
export function readHead<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
): Head<v.InferOutput<Schema>> {
  const match = pattern.exec(text)
  if (!match) {
    const what = 'The file does not begin with front matter between two lines of `---`.'
    const remedy = 'Put the fields at the top, between two lines that hold only `---`.'
    const problems = [{ file, line: 1, field: 'front matter', what, remedy }]
    return { fields: undefined, body: text, bodyOffset: 0, lineOf: () => undefined, problems }
  }
  const head = readYaml(file, match[1] ?? '', schema, { offset: 1, name: 'front matter' })
  return { ...head, body: text.slice(match[0].length), bodyOffset: match[0].split('\n').length - 1 }
}

/** Answers: the fields in the shape asked for, undefined when it is wrong, and what is wrong with it. */
export function readYaml<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
  /** How many lines of the file stand before this text, and what problems of all of it are reported as. */
  { offset, name }: { offset: number; name: string } = { offset: 0, name: 'YAML' },
): { fields: v.InferOutput<Schema> | undefined; lineOf: LineOf; problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (position: number) => lines.linePos(position).line + offset
  const lineOf: LineOf = (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
    return node?.range ? lineAt(node.range[0]) : undefined
  }
  if (document.errors.length > 0) {
    const remedy = 'Mend the YAML: quote texts that hold a colon, and indent with spaces.'
    const problems = document.errors.map((error) => {
      const what = `The YAML does not parse: ${error.message.replace(/\.?$/, '.')}`
      return { file, line: lineAt(error.pos[0]), field: name, what, remedy }
    })
    return { fields: undefined, lineOf, problems }
  }
  const result = v.safeParse(schema, document.toJS() ?? {})
  if (result.success) return { fields: result.output, lineOf, problems: [] }
  return { fields: undefined, lineOf, problems: result.issues.map((issue) => shapeProblem(file, name, issue, lineOf)) }
}

function shapeProblem(file: string, name: string, issue: v.BaseIssue<unknown>, lineOf: LineOf): Problem {
  const keys = (issue.path ?? []).map((item) => item.key as string | number)
  const field = keys
    .reduce<string>((whole, key) => whole + (typeof key === 'number' ? `[${key}]` : `.${key}`), '')
    .replace(/^\./, '')
  const line = lineOf(keys) ?? lineOf(keys.slice(0, -1))
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const what = `There is no field of the name \`${keys.at(-1)}\`.`
    return { file, line, field, what, remedy: 'Correct its spelling, or delete the line.' }
  }
  const key = keys.findLast((one) => typeof one === 'string') as string | undefined
  const remedy = fieldRemedies[key ?? ''] ?? 'Compare with content/README.md.'
  return { file, line, field: field || name, what: whatHappened(issue), remedy }
}

function whatHappened(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'It is missing.'
  if (issue.kind === 'validation') return issue.message
  return `It is ${issue.received}, which does not fit.`
}
