/** One sheet's file → its workbook, or what is wrong with the file. */
import { readYaml } from '../front-matter.ts'
import type { Made } from '../made-files.ts'
import { type Files, readText } from '../source.ts'
import { UnknownName } from './formulas.ts'
import { layOutTab } from './lay-out-tab.ts'
import { sheetSchema, tabFault } from './sheet-file.ts'
import { writeWorkbook } from './write-workbook.ts'

const remedy = 'Compare with another sheet in this folder, and with content/README.md.'

/** Answers: the workbook of this file, such as `…/downloads/dl-input-list.yaml`: every tab empty, and again as an example. */
export async function buildSheet(files: Files, file: string): Promise<Made> {
  const { text, problems: unreadable } = readText(files, file)
  if (unreadable.length > 0) return { problems: unreadable }
  const { fields: sheet, lineOf, problems } = readYaml(file, text, sheetSchema)
  // Fields of sheets share names with those of lessons, whose remedies would mislead here.
  if (!sheet) return { problems: problems.map((problem) => ({ ...problem, remedy })) }
  const faults = sheet.tabs.flatMap((tab, index) => {
    const what = tabFault(tab)
    return what ? [{ file, line: lineOf(['tabs', index]), field: `tabs[${index}]`, what, remedy }] : []
  })
  if (faults.length > 0) return { problems: faults }
  try {
    const tabs = sheet.tabs.flatMap((tab) => [layOutTab(sheet, tab, 'empty'), layOutTab(sheet, tab, 'example')])
    return { bodies: [await writeWorkbook(tabs)] }
  } catch (error) {
    // A formula in the right shape can still name nothing, divide by nothing or not be one.
    const what = error instanceof Error ? error.message.replace(/\.?$/, '.') : String(error)
    const field = error instanceof UnknownName ? 'name in formula' : 'formula'
    return { problems: [{ file, field, what, remedy }] }
  }
}
