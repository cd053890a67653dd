/** Compiled content → `build/catalog`, whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Compiled } from './compile.ts'

/** Writes to a folder beside it and renames, so that a reader never meets half a catalog. */
export function writeCatalog(outFolder: string, catalog: Compiled, stamp: { file: string; text: string }): void {
  const fresh = `${outFolder}.new-${process.pid}`
  const stale = `${outFolder}.old-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(fresh, name)), { recursive: true })
    writeFileSync(join(fresh, name), content)
  }
  for (const [name, content] of catalogFiles(catalog)) write(name, content)
  write(stamp.file, stamp.text)
  try {
    renameSync(outFolder, stale)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  renameSync(fresh, outFolder)
  rmSync(stale, { recursive: true, force: true })
}

function* catalogFiles(catalog: Compiled): Generator<[string, string | Uint8Array]> {
  const { compiled, mails, pages, facts, glossary, placement, assets } = catalog
  yield ['path.json', JSON.stringify(compiled)]
  yield ['facts.json', JSON.stringify(facts)]
  yield ['glossary.json', JSON.stringify(glossary)]
  yield ['placement.json', JSON.stringify(placement)]
  for (const [id, mail] of mails) yield [`mails/${id}.json`, JSON.stringify(mail)]
  for (const [id, page] of pages) yield [`pages/${id}.json`, JSON.stringify(page)]
  for (const { file, body } of assets.values()) yield [`assets/${file}`, body]
  const index = [...assets].map(([name, { file, contentType }]) => [name, { file, contentType }] as const)
  yield ['assets.json', JSON.stringify(Object.fromEntries(index))]
}
