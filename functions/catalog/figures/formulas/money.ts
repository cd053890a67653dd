/** A producer's account, a budget, and shares (facts F83, F84, F89). */

export interface Recoupment {
  readonly costs: number
  /** Per cent of receipts at which costs are recovered: the artist's rate less the producer's. */
  readonly netArtistRate: number
  readonly points: number
  readonly advance: number
}

/** Answers: at which receipts are the recording costs recovered? */
export function gateOf({ costs, netArtistRate }: Recoupment): number {
  return (costs * 100) / netArtistRate
}

/** Nothing before the gate; then everything from the first sale counts, less the advance. */
export function retroactive(terms: Recoupment): (receipts: number) => number {
  const gate = gateOf(terms)
  return (receipts) => (receipts < gate ? 0 : Math.max(0, (terms.points / 100) * receipts - terms.advance))
}

/** Only what follows the gate counts, less the advance. */
export function prospective(terms: Recoupment): (receipts: number) => number {
  const gate = gateOf(terms)
  return (receipts) => Math.max(0, (terms.points / 100) * (receipts - gate) - terms.advance)
}

export interface BudgetLine {
  readonly budget: number
  readonly spent: number
  readonly committed: number
  readonly remaining: number
}

/** Answers: what the line will have cost, and what is left of its budget then; below zero is over. */
export function costToComplete(line: BudgetLine): { readonly total: number; readonly variance: number } {
  const total = line.spent + line.committed + line.remaining
  return { total, variance: line.budget - total }
}
