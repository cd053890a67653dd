/** Of measurements on a machine that drifts only the middle is worth something, and of ratios only those of neighbours. */

/** Answers: the middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** Answers: how many times the other's is one's own, in the middle of the pairs measured one after the other? */
export function medianRatio(own: readonly number[], others: readonly number[]): number {
  return median(own.map((value, index) => value / (others[index] ?? Number.NaN)))
}
