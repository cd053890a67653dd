/** The compiler's only look at the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Files } from './source.ts'

/** Answers: every file below this folder, by path relative to it. Hidden files are passed over; no folder, no files. */
export function readFolder(folder: string): Files {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.sort().map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]))
}
