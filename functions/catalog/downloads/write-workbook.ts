/** Laid-out tabs → the bytes of an `.xlsx`, the same for the same tabs. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { computeTabs } from './compute.ts'
import type { Cell, CellKind, LaidOutTab } from './lay-out-tab.ts'

/** ZIP keeps local time without a zone, and cannot go further back. */
const zipDate = new Date(1980, 0, 1)
const lineHeight = 15
const titleHeight = 24
const blankRowHeight = 20

const border = { borderColor: '#8a8178', borderStyle: 'thin' } as const
const looks: Readonly<Record<CellKind, object>> = {
  title: { fontSize: 16, fontWeight: 'bold' },
  version: { textColor: '#5c554d' },
  note: { alignVertical: 'top' },
  policy: { fontStyle: 'italic', alignVertical: 'top', backgroundColor: '#f3efe6', ...border },
  label: { fontWeight: 'bold', alignVertical: 'top', ...border },
  head: { fontWeight: 'bold', backgroundColor: '#e4ddd0', alignVertical: 'center', ...border },
  typed: { alignVertical: 'top', ...border },
  computed: { alignVertical: 'top', backgroundColor: '#f3efe6', ...border },
  total: { fontWeight: 'bold', backgroundColor: '#e4ddd0', ...border },
}

/** Answers: the workbook of these tabs, with live formulas and their present results. */
export async function writeWorkbook(tabs: readonly LaidOutTab[]): Promise<Uint8Array> {
  const results = computeTabs(tabs)
  const written = await writeExcelFile(
    tabs.map((tab) => ({
      data: dataOf(tab),
      sheet: tab.name,
      columns: tab.widths.map((width) => ({ width })),
      ...(tab.headRows > 0 && { stickyRowsCount: tab.headRows }),
      showGridLines: false,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
  const parts = unzipSync(written)
  for (const [index, values] of results.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`
    const xml = addResults(strFromU8(partNamed(parts, name)), values)
    parts[name] = strToU8(fitToPage(xml, (tabs[index]?.widths.length ?? 0) > 4))
  }
  return zipSync(parts, { mtime: zipDate, level: 9 })
}

function partNamed(parts: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const part = parts[name]
  if (!part) throw new Error(`The workbook has no part \`${name}\`: the library names its parts otherwise now.`)
  return part
}

function dataOf(tab: LaidOutTab): SheetData {
  return tab.rows.map((row) => {
    const height = heightOf(row, tab.widths)
    return row.map((cell) => cell && { ...cellObject(cell), ...(height && { height }) })
  })
}

function cellObject({ kind, value, formula, format, span = 1 }: Cell): CellObject {
  const look = { ...looks[kind], wrap: true, ...(span > 1 && { columnSpan: span }) }
  const shown = format === undefined ? look : { ...look, format }
  if (formula !== undefined) return { ...shown, type: 'Formula', value: formula } as CellObject
  if (typeof value === 'number') return { ...shown, type: Number, value } as CellObject
  // A number format would be refused on words, and only `@` means something there.
  const text = format === '@' || value === null ? shown : look
  return { ...text, type: value === null && format !== '@' ? Number : String, value } as CellObject
}

/** Spreadsheets find the height of wrapped words by themselves, but not where cells are joined; blank rows need room for a pen. */
function heightOf(row: readonly (Cell | undefined)[], widths: readonly number[]): number | undefined {
  if (row.length === 0) return undefined
  if (row.some((cell) => cell?.kind === 'title')) return titleHeight
  const lines = row.map((cell, column) => {
    const text = cell?.value
    if (typeof text !== 'string') return 1
    const width = widths.slice(column, column + (cell?.span ?? 1)).reduce((sum, one) => sum + one, 0)
    return Math.ceil((text.length * 1.1) / width)
  })
  const height = Math.max(...lines) * lineHeight
  return row.some((cell) => cell?.kind === 'typed') ? Math.max(height, blankRowHeight) : height
}

function addResults(xml: string, results: ReadonlyMap<string, number | string>): string {
  const unused = new Set(results.keys())
  const filled = xml.replace(/<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g, (whole, address, rest, formula) => {
    const result = results.get(address)
    unused.delete(address)
    if (result === undefined) return whole
    const type = typeof result === 'string' ? ' t="str"' : ''
    return `<c r="${address}"${rest}${type}><f>${formula}</f><v>${escapeXml(String(result))}</v></c>`
  })
  if (unused.size > 0) throw new Error(`No formula was found at ${[...unused].join(', ')}.`)
  return filled
}

/** A4, one page wide, as many pages long as it needs. */
function fitToPage(xml: string, isWide: boolean): string {
  const setup = `<pageSetup paperSize="9"${isWide ? ' orientation="landscape"' : ''} fitToWidth="1" fitToHeight="0"/>`
  return xml
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace('</worksheet>', `${setup}</worksheet>`)
    .replace(/<worksheet[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
