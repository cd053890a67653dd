/** One tab of a sheet → cells in rows, empty or with its worked example. */
import { addressFormula, columnLetter, type Places } from './formulas.ts'
import { longDate, policy } from './policy.ts'
import type { CellValue, Column, Field, Sheet, Tab } from './sheet-file.ts'

export type CellKind = 'title' | 'version' | 'note' | 'policy' | 'label' | 'head' | 'typed' | 'computed' | 'total'

export interface Cell {
  readonly kind: CellKind
  readonly value: CellValue
  /** Without its `=`. */
  readonly formula?: string
  readonly format?: string | undefined
  /** How many columns it covers. */
  readonly span?: number
}

export interface LaidOutTab {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (Cell | undefined)[])[]
  /** How many rows stay in view when the table is long: none below fields, which would fill a small screen. */
  readonly headRows: number
}

/** Widths of a tab that has fields and no table. */
const plainWidths = [34, 30, 30]
const labelWidthLeast = 30
const valueWidthLeast = 26
const headingRoom = 4

/** Answers: the tab as it is laid out, from the first row to the totals. */
export function layOutTab(sheet: Sheet, tab: Tab, which: 'empty' | 'example'): LaidOutTab {
  const isExample = which === 'example'
  const widths = tab.columns.length > 0 ? tab.columns.map(widthOf) : plainWidths
  const rows: (Cell | undefined)[][] = headRows(sheet, tab, isExample).map((cell) => [{ ...cell, span: widths.length }])
  const labelSpan = spanOf(widths, labelWidthLeast, widths.length - 1)
  const valueSpan = spanOf(widths.slice(labelSpan), valueWidthLeast, widths.length - labelSpan)
  const fieldsAt = rows.length + 2
  const afterFields = tab.fields.length > 0 ? fieldsAt + tab.fields.length : rows.length + 1
  const filled = isExample ? tab.example.rows : emptyRows(tab)
  const places: Places = {
    columns: new Map(tab.columns.map(({ title }, index) => [title, columnLetter(index)])),
    firstRow: afterFields + 2,
    lastRow: afterFields + 1 + filled.length,
    fields: new Map(tab.fields.map(({ id }, index) => [id, `$${columnLetter(labelSpan)}$${fieldsAt + index}`])),
  }
  if (tab.fields.length > 0) rows.push([])
  for (const field of tab.fields) {
    const label: Cell = { kind: 'label', value: field.label, span: labelSpan }
    const cell = { ...fieldCell(field, tab, isExample, places), span: valueSpan }
    rows.push([label, ...covered(labelSpan), cell])
  }
  if (tab.columns.length === 0) return { name: tabName(tab, isExample), widths, rows, headRows: 0 }
  rows.push(
    [],
    tab.columns.map(({ title }) => ({ kind: 'head', value: title })),
  )
  for (const values of filled) rows.push(tableRow(tab.columns, values, places, rows.length + 1))
  if (Object.keys(tab.totals).length > 0) rows.push(totalRow(tab, places))
  return { name: tabName(tab, isExample), widths, rows, headRows: tab.fields.length > 0 ? 0 : places.firstRow - 1 }
}

/** A heading may wrap between words, not inside one. */
function widthOf({ title, width }: Column): number {
  return Math.max(width, ...title.split(/\s/).map((word) => word.length + headingRoom))
}

function tabName({ name }: Tab, isExample: boolean): string {
  return isExample ? `Example, ${name}` : name
}

function headRows(sheet: Sheet, tab: Tab, isExample: boolean): Cell[] {
  const title = sheet.tabs.length > 1 && tab.name !== sheet.title ? `${sheet.title}: ${tab.name}` : sheet.title
  const note = isExample ? tab.example.note : tab.note
  return [
    { kind: 'title', value: isExample ? `${title} (worked example)` : title },
    { kind: 'version', value: `Version ${sheet.version}, ${longDate(sheet.date)}` },
    ...(sheet.business ? [{ kind: 'policy', value: policy } as const] : []),
    ...(note ? [{ kind: 'note', value: note } as const] : []),
  ]
}

/** Answers: how many columns are needed for this width. */
function spanOf(widths: readonly number[], least: number, most: number): number {
  let sum = 0
  const needed = widths.findIndex((width) => {
    sum += width
    return sum >= least
  })
  return Math.max(1, Math.min(needed === -1 ? most : needed + 1, most))
}

function covered(span: number): undefined[] {
  return Array.from({ length: span - 1 }, () => undefined)
}

function fieldCell({ id, formula, format, given }: Field, tab: Tab, isExample: boolean, places: Places): Cell {
  if (formula) return { kind: 'computed', value: null, formula: addressFormula(formula, places), format }
  return { kind: 'typed', value: (isExample ? tab.example.fields[id] : undefined) ?? given ?? null, format }
}

function emptyRows({ rows, given }: Tab): readonly (readonly CellValue[])[] {
  return Array.from({ length: Math.max(rows, given.length) }, (_, index) => given[index] ?? [])
}

function tableRow(columns: readonly Column[], values: readonly CellValue[], places: Places, row: number): Cell[] {
  const left = [...values]
  return columns.map(({ formula, format }) =>
    formula
      ? { kind: 'computed', value: null, formula: addressFormula(formula, places, row), format }
      : { kind: 'typed', value: left.shift() ?? null, format },
  )
}

function totalRow({ columns, totals }: Tab, places: Places): Cell[] {
  return columns.map(({ title, format }, index) => {
    const formula = totals[title]
    if (formula) return { kind: 'total', value: null, formula: addressFormula(formula, places), format }
    return { kind: 'total', value: index === 0 ? 'Total' : null }
  })
}
