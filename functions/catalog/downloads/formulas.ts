/** Formulas as authors write them, by names, → formulas of a spreadsheet, by addresses. */

/** Where a table and its fields stand on their tab. Rows count from 1. */
export interface Places {
  /** Column letters by title. */
  readonly columns: ReadonlyMap<string, string>
  readonly firstRow: number
  readonly lastRow: number
  /** Absolute addresses by id. */
  readonly fields: ReadonlyMap<string, string>
}

/** A formula names what its tab does not have. */
export class UnknownName extends Error {
  override readonly name = 'UnknownName'
  constructor(reference: string, formula: string) {
    const named = `The formula \`${formula}\` names ${reference}`
    super(`${named}, which its tab does not have, or whose name holds \`:\`, \`<\` or \`^\`.`)
  }
}

/**
 * Answers: the formula without its `=`. In a row `[Bars]` is one cell, `[Bars<]` the cell above it and `[Bars^]` all
 * cells above it, the heading among them; `[Bars:]`, and `[Bars]` outside the rows, is the whole column.
 */
export function addressFormula(formula: string, places: Places, row?: number): string {
  const addressed = formula
    .slice(1)
    .replace(/\[([^\]:<^]+)([:<^]?)\]/g, (reference, title: string, mark: string) => {
      const letter = places.columns.get(title)
      if (letter === undefined) throw new UnknownName(reference, formula)
      if (row === undefined || mark === ':') return `${letter}${places.firstRow}:${letter}${places.lastRow}`
      if (mark === '^') return `${letter}$${places.firstRow - 1}:${letter}${row - 1}`
      return `${letter}${mark === '<' ? row - 1 : row}`
    })
    .replace(/\{([^}]+)\}/g, (reference, id: string) => {
      const address = places.fields.get(id)
      if (address === undefined) throw new UnknownName(reference, formula)
      return address
    })
  const left = /[[{][^\]}]*[\]}]?/.exec(addressed)?.[0]
  if (left !== undefined) throw new UnknownName(left, formula)
  return addressed
}

/** Answers: `A` for 0, `AA` for 26. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}
