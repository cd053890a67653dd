/** The formulas that a curve may name in its data. */
import * as v from 'valibot'
import * as acoustics from '../formulas/acoustics.ts'
import { compressor } from '../formulas/dynamics.ts'
import * as filters from '../formulas/filters.ts'
import * as money from '../formulas/money.ts'
import { number, pair } from '../kind.ts'

const recoupment = v.strictObject({ costs: number, netArtistRate: number, points: number, advance: number })

export const formulaSchema = v.union([
  v.strictObject({ combFilter: v.strictObject({ delayMs: number, copyDb: number }) }),
  v.strictObject({ highPass: v.strictObject({ cutoffHz: number, order: number }) }),
  v.strictObject({ bell: v.strictObject({ centreHz: number, gainDb: number, q: number }) }),
  v.strictObject({ shelf: v.strictObject({ turnoverHz: number, gainDb: number, side: v.picklist(['low', 'high']) }) }),
  v.strictObject({
    compressor: v.strictObject({
      thresholdDb: number,
      ratio: v.union([number, v.literal('limit')]),
      kneeDb: v.optional(number, 0),
    }),
  }),
  v.strictObject({ directSound: v.strictObject({ db: number, atCm: number }) }),
  v.strictObject({ decay: v.strictObject({ rt60Ms: number, startMs: number, startDb: number }) }),
  v.strictObject({ retroactive: recoupment }),
  v.strictObject({ prospective: recoupment }),
  v.strictObject({ straight: v.strictObject({ from: pair, to: pair }) }),
])

export type Formula = v.InferOutput<typeof formulaSchema>

export interface Curve {
  readonly at: (x: number) => number
  /** Where it jumps: drawn as an upright there. */
  readonly jumps: readonly number[]
}

/** Answers: the function that this formula stands for. */
export function curveOf(formula: Formula): Curve {
  const smooth = (at: (x: number) => number): Curve => ({ at, jumps: [] })
  if ('combFilter' in formula) return smooth(acoustics.combFilter(formula.combFilter))
  if ('highPass' in formula) return smooth(filters.highPass(formula.highPass))
  if ('bell' in formula) return smooth(filters.bell(formula.bell))
  if ('shelf' in formula) return smooth(filters.shelf(formula.shelf))
  if ('compressor' in formula) {
    const { ratio, ...rest } = formula.compressor
    return smooth(compressor({ ...rest, ratio: ratio === 'limit' ? Number.POSITIVE_INFINITY : ratio }))
  }
  if ('directSound' in formula) return smooth(acoustics.directSound(formula.directSound))
  if ('decay' in formula) return smooth(acoustics.decay(formula.decay))
  if ('retroactive' in formula)
    return { at: money.retroactive(formula.retroactive), jumps: [money.gateOf(formula.retroactive)] }
  if ('prospective' in formula) return smooth(money.prospective(formula.prospective))
  const { from, to } = formula.straight
  return smooth((x) => from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]))
}
