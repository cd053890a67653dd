import { rename, writeFile } from 'node:fs/promises'

/** Writes a file so that a crash leaves either the old or the new one, never half of it. */
export async function writeAtomically(file: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${file}.new`
  await writeFile(draft, text, { mode, flush: true })
  await rename(draft, file)
}
