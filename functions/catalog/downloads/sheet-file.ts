/** `downloads/dl-*.yaml`: what a sheet asks for, what it computes, and one worked example of each tab. */
import * as v from 'valibot'

const words = v.pipe(v.string(), v.nonEmpty('It is empty.'))
const value = v.nullable(v.union([v.string(), v.number()]))
export type CellValue = v.InferOutput<typeof value>

const formula = v.pipe(v.string(), v.startsWith('=', 'A formula begins with `=`.'))

const columnSchema = v.strictObject({
  title: words,
  /** In characters. */
  width: v.pipe(v.number(), v.minValue(4, 'A column has at least 4 characters.')),
  /** Computed in every row. `[Bars]` is that column in the same row, `{tempo}` a field: see formulas.ts. */
  formula: v.optional(formula),
  /** A number format such as `0.00`; `@` keeps codes with leading zeros as they are typed. */
  format: v.optional(words),
})
export type Column = v.InferOutput<typeof columnSchema>

const fieldSchema = v.strictObject({
  /** By which formulas know the field. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'An id has small letters, digits and hyphens.')),
  label: words,
  /** As for a column; `[Bars]` is the whole column here. */
  formula: v.optional(formula),
  format: v.optional(words),
  /** What stands in the empty sheet already. */
  given: v.optional(value),
})
export type Field = v.InferOutput<typeof fieldSchema>

const tabSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[^[\]:*?/\\]{1,20}$/, 'A tab has up to 20 characters, without [ ] : * ? / \\.')),
  note: v.optional(words),
  fields: v.optional(v.array(fieldSchema), []),
  columns: v.optional(v.array(columnSchema), []),
  /** How many rows the empty table has. */
  rows: v.optional(v.pipe(v.number(), v.integer('It is not whole.')), 0),
  /** What the first rows of the empty table hold already. */
  given: v.optional(v.array(v.array(value)), []),
  /** Formulas below columns, by the column's title. */
  totals: v.optional(v.record(v.string(), formula), {}),
  example: v.strictObject({
    note: v.optional(words),
    fields: v.optional(v.record(v.string(), value), {}),
    /** Every row has a value or `null` for each column that is not computed. */
    rows: v.optional(v.array(v.array(value)), []),
  }),
})
export type Tab = v.InferOutput<typeof tabSchema>

export const sheetSchema = v.strictObject({
  title: words,
  version: v.pipe(v.number(), v.integer('It is not whole.')),
  date: v.pipe(v.string(), v.isoDate('A date is written as `2026-11-25`.')),
  /** Whether the policy for business and legal content stands on every tab. */
  business: v.optional(v.boolean(), false),
  tabs: v.pipe(v.array(tabSchema), v.minLength(1, 'A sheet has at least one tab.')),
})
export type Sheet = v.InferOutput<typeof sheetSchema>

/** Answers: what is wrong inside this tab, in one sentence; undefined when nothing is. */
export function tabFault({ name, fields, columns, given, totals, example }: Tab): string | undefined {
  const typed = columns.filter((column) => column.formula === undefined)
  const wrong = example.rows.findIndex((row) => row.length !== typed.length)
  if (wrong !== -1)
    return `Row ${wrong + 1} of the example of \`${name}\` has ${example.rows[wrong]?.length} values for ${typed.length} columns.`
  const long = given.findIndex((row) => row.length > typed.length)
  if (long !== -1) return `Row ${long + 1} given in \`${name}\` has more values than the ${typed.length} columns.`
  const strays = [
    ...Object.keys(totals).filter((title) => !columns.some((column) => column.title === title)),
    ...Object.keys(example.fields).filter((id) => !fields.some((field) => field.id === id && !field.formula)),
  ]
  if (strays.length > 0) return `\`${name}\` has no column or typed field called \`${strays.join('`, `')}\`.`
  if (columns.length > 0 && example.rows.length === 0) return `\`${name}\` has no worked example.`
  return undefined
}
