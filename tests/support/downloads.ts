/** The downloads that ship, built anew and read by readers that had no part in building them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import { extractText } from 'unpdf'
import { buildForm } from '../../functions/catalog/downloads/form.ts'
import { buildSheet } from '../../functions/catalog/downloads/sheet.ts'
import type { Made } from '../../functions/catalog/made-files.ts'

const contentFolder = join(import.meta.dirname, '../../content')
export const downloadsFolder = 'engineer-to-producer/downloads'

/** Answers: the bytes of this download, such as `dl-split-sheet.yaml`. */
export async function buildDownload(name: string): Promise<Uint8Array> {
  const file = `${downloadsFolder}/${name}`
  const files = new Map([[file, readFileSync(join(contentFolder, file))]])
  return bodyOf(await (name.endsWith('.yaml') ? buildSheet(files, file) : buildForm(files, file)))
}

export function bodyOf(made: Made): Uint8Array {
  if ('problems' in made) throw new Error(JSON.stringify(made.problems, null, 2))
  const [body] = made.bodies
  if (body === undefined || typeof body === 'string') throw new Error('A download has one body of bytes.')
  return body
}

export interface ReadSheet {
  readonly tabs: ReadonlyMap<string, ReadTab>
}

export interface ReadTab {
  readonly cells: WorkSheet
  readonly rows: readonly (readonly unknown[])[]
  readonly text: string
}

export function readWorkbook(body: Uint8Array): ReadSheet {
  const workbook = read(body, { cellFormula: true })
  const tabs = workbook.SheetNames.map((name) => {
    const cells = workbook.Sheets[name] ?? {}
    const rows = utils.sheet_to_json<unknown[]>(cells, { header: 1, defval: null, rawNumbers: true })
    return [name, { cells, rows, text: rows.flat().filter(Boolean).join('\n') }] as const
  })
  return { tabs: new Map(tabs) }
}

/** Answers: the value beside this label, that is, the first one after it in its row. */
export function valueBeside(tab: ReadTab | undefined, label: string): unknown {
  const row = tab?.rows.find((cells) => cells.includes(label))
  return row?.slice(row.indexOf(label) + 1).find((value) => value !== null)
}

/** Answers: what stands under this heading, from the first row of the table on. */
export function columnOf(tab: ReadTab | undefined, heading: string): unknown[] {
  const rows = tab?.rows ?? []
  const head = rows.findIndex((row) => row.includes(heading) && row.filter((cell) => cell !== null).length > 2)
  const column = rows[head]?.indexOf(heading) ?? -1
  return rows.slice(head + 1).map((row) => row[column])
}

export async function readPdf(body: Uint8Array): Promise<{ pages: number; text: string }> {
  const { totalPages, text } = await extractText(Uint8Array.from(body), { mergePages: true })
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') }
}
