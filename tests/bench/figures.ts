/** What was measured, beside what it may be. */

interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** Digits after the point. */
  readonly digits?: number
  readonly budget?: number
  /** Wall time: too high is said and not held against the run, for the machine may be busy. */
  readonly isIndicative?: boolean
}

export interface Figures {
  heading(text: string): void
  note(text: string): void
  add(figure: Figure): void
  /** What was over budget and counts. */
  readonly over: readonly string[]
}

const whatWidth = 66
const valueWidth = 14

/** Prints each figure as it comes. */
export function createFigures(print: (line: string) => void): Figures {
  const over: string[] = []
  return {
    over,
    heading: (text) => print(`\n${text}`),
    note: (text) => print(`  ${text}`),
    add(figure) {
      const { what, value, unit, digits = 2, budget, isIndicative = false } = figure
      // What could not be measured is no pass.
      const isWithin = budget === undefined || value <= budget
      if (!isWithin && !isIndicative) over.push(what)
      const amount = `${value.toFixed(digits)} ${unit}`.padStart(valueWidth)
      const verdict = budget === undefined ? '' : `budget ${budget} ${unit}`.padEnd(18) + (isWithin ? 'within' : 'over')
      print(`  ${what.padEnd(whatWidth)}${amount}   ${verdict}`.trimEnd())
    },
  }
}
