/** What formulas come to, so that previews and readers that do not calculate show numbers too. */
import calculate, { type CalculatedCell } from 'xlsx-calc'
import { columnLetter } from './formulas.ts'
import type { LaidOutTab } from './lay-out-tab.ts'

/** Answers: for each tab the results by address, such as `D12`. */
export function computeTabs(tabs: readonly LaidOutTab[]): ReadonlyMap<string, number | string>[] {
  return tabs.map((tab) => {
    const cells = cellsOf(tab)
    calculate({ Sheets: { [tab.name]: cells } })
    const computed = Object.entries(cells).filter(([, cell]) => cell.f !== undefined)
    return new Map(computed.map(([address, cell]) => [address, resultOf(cell, address, tab.name)]))
  })
}

function cellsOf({ rows }: LaidOutTab): Record<string, CalculatedCell> {
  const cells: Record<string, CalculatedCell> = {}
  for (const [row, entries] of rows.entries())
    for (const [column, cell] of entries.entries()) {
      const address = `${columnLetter(column)}${row + 1}`
      if (cell?.formula !== undefined) cells[address] = { f: cell.formula }
      else if (cell && cell.value !== null) cells[address] = valueCell(cell.value)
    }
  return cells
}

function valueCell(value: string | number): CalculatedCell {
  return { v: value, t: typeof value === 'number' ? 'n' : 's' }
}

function resultOf({ v, t, f }: CalculatedCell, address: string, tab: string): number | string {
  if (typeof v === 'string' && t !== 'e') return v
  if (typeof v === 'number' && Number.isFinite(v)) return v
  throw new Error(`The formula \`=${f}\` in ${address} of \`${tab}\` comes to ${String(v)}.`)
}
