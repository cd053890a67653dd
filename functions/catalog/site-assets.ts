/** The files of the pages: what stands in their folder, the style sheet as one file of its parts. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { readFolder } from './read-folder.ts'
import type { Files } from './source.ts'

/** Answers: every file of this folder by path relative to it. A style sheet holds what it imports, without a space too many. */
export async function readSiteAssets(folder: string): Promise<Files> {
  const files = [...readFolder(folder)].map(async ([name, body]) => {
    return [name, name.endsWith('.css') ? await joinedStyle(join(folder, name)) : body] as const
  })
  return new Map(await Promise.all(files))
}

async function joinedStyle(file: string): Promise<Uint8Array> {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify: true, write: false })
  const [joined] = outputFiles
  if (!joined) throw new Error(`esbuild made nothing of ${file}.`)
  return joined.contents
}
