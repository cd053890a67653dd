/** Content on disk → catalog on disk. The command and the local run both come here. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CompileOptions } from './compile.ts'
import { type Problem, sortProblems } from './problems.ts'
import { readFolder } from './read-folder.ts'
import { readSource } from './read-source.ts'
import type { Report } from './report.ts'
import type { Files } from './source.ts'
import { writeCatalog } from './write-catalog.ts'

export interface Folders {
  readonly contentFolder: string
  readonly siteAssetsFolder: string
  readonly outFolder: string
}

export type BuildResult =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'built'; readonly report: Report }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

export interface BuildOptions extends Omit<CompileOptions, 'isWord'> {
  /** Builds even when neither content nor compiler has changed. */
  readonly anyway?: boolean
}

const stampName = 'inputs.sha256'

/** Answers: was the catalog built, was it up to date, or what is wrong? A refusal writes nothing. */
export async function buildCatalog(folders: Folders, options: BuildOptions): Promise<BuildResult> {
  const outFolder = resolve(folders.outFolder)
  const stampFile = join(outFolder, stampName)
  const stampNow = () =>
    fingerprint([readFolder(folders.contentFolder), readFolder(folders.siteAssetsFolder), compilerFiles()])
  if (!options.anyway && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow())
    return { kind: 'unchanged' }
  // Loaded only when there is work: parsers and dictionary take longer than an unchanged catalog takes to recognise.
  const [{ compilePath }, { openDictionary }] = await Promise.all([import('./compile.ts'), import('./dictionary.ts')])
  const { source, problems } = await readSource({ ...folders, madeFolder: join(outFolder, '../made') })
  const result = compilePath(source, { ...options, isWord: openDictionary() })
  if ('problems' in result) return { kind: 'refused', problems: sortProblems([...problems, ...result.problems]) }
  if (problems.length > 0) return { kind: 'refused', problems }
  writeFileSync(join(folders.contentFolder, result.lock.file), result.lock.text)
  writeCatalog(outFolder, result, { file: stampName, text: stampNow() })
  return { kind: 'built', report: result.report }
}

function compilerFiles(): Files {
  const own = import.meta.dirname
  return new Map([
    ...readFolder(own),
    ...['mail', 'site/certificates', 'site/style'].flatMap((folder) =>
      [...readFolder(join(own, '..', folder))].map(([name, body]) => [`../${folder}/${name}`, body] as const),
    ),
  ])
}

function fingerprint(groups: readonly Files[]): string {
  const hash = createHash('sha256')
  for (const files of groups) for (const [name, body] of files) hash.update(`${name}\0${body.length}\0`).update(body)
  return hash.digest('hex')
}
