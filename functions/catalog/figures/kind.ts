/** A kind of figure: the shape of its data, and how that is drawn. */
import * as v from 'valibot'
import { type Drawing, type Stage, stages } from './frame.ts'

/** What every figure says, whatever its kind. */
const commonFields = {
  kind: v.string(),
  /** Up to 40 letters: it stands on one tape label. */
  title: v.pipe(v.string(), v.nonEmpty('It is empty.'), v.maxLength(40, 'It has more than 40 letters.')),
  stage: v.picklist(stages),
}

interface FigureFields {
  readonly kind: string
  readonly title: string
  readonly stage: Stage
}

export interface Kind {
  readonly schema: v.GenericSchema<unknown, FigureFields>
  readonly draw: (data: FigureFields) => Drawing
}

/** Answers: a kind whose drawing gets exactly what its schema has let through. */
export function defineKind<Entries extends v.ObjectEntries>(
  entries: Entries,
  draw: (data: v.InferOutput<v.StrictObjectSchema<Entries, undefined>>) => Drawing,
): Kind {
  const schema = v.strictObject({ ...commonFields, ...entries })
  return { schema: schema as never, draw: draw as never }
}

export const words = v.pipe(v.string(), v.nonEmpty('It is empty.'))
export const number = v.number()
/** A pair such as `[500, -24]`. */
export const pair = v.tuple([v.number(), v.number()])

/** A minus sign as the lessons write it, a comma at thousands, and as many decimals as asked for. */
export function figure(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const isZero = Number(value.toFixed(decimals)) === 0
  return `${value < 0 && !isZero ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** The same, with a plus before what is above zero. */
export function signed(value: number, decimals = 0): string {
  return Number(value.toFixed(decimals)) > 0 ? `+${figure(value, decimals)}` : figure(value, decimals)
}
