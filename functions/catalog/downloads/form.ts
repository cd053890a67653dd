/** One form's file → its PDF, or what is wrong with the file. */
import type { Made } from '../made-files.ts'
import type { Files } from '../source.ts'
import { readForm } from './form-file.ts'
import { writePdf } from './write-pdf.ts'

/** Answers: the PDF of this file, such as `…/downloads/dl-boundary-note.md`. */
export async function buildForm(files: Files, file: string): Promise<Made> {
  const read = readForm(files, file)
  return 'problems' in read ? read : { bodies: [await writePdf(read.form)] }
}
