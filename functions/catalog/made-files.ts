/** Files that are made from others of the content, and kept in a folder so that only what has changed is made again. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problems.ts'
import { readFolder } from './read-folder.ts'
import type { Files } from './source.ts'

export interface Maker {
  /** The name of its folder among what is kept. */
  readonly name: string
  /** Which files of the content it makes others from. */
  readonly sources: RegExp
  /** What takes the place of a source's own ending: one for each file made. */
  readonly endings: readonly string[]
  /** The code whose change makes everything anew. */
  readonly codeFolder: string
  /** Answers: the bodies in the order of the endings. */
  readonly make: (content: Files, source: string) => Promise<Made>
}

export type Made = { readonly bodies: readonly (string | Uint8Array)[] } | { readonly problems: readonly Problem[] }

export interface MadeFiles {
  /** By path relative to `content/`, beside what they were made from. */
  readonly files: Files
  readonly problems: readonly Problem[]
}

/** Answers: everything that this maker makes from `content`, from what is kept where source and code are as they were. */
export async function makeFiles(content: Files, maker: Maker, keptFolder: string): Promise<MadeFiles> {
  const sources = [...content.keys()].filter((path) => maker.sources.test(path))
  if (sources.length === 0) return { files: new Map(), problems: [] }
  const folder = join(keptFolder, maker.name)
  mkdirSync(folder, { recursive: true })
  const code = codeFingerprint(maker.codeFolder)
  const made = await Promise.all(sources.map((source) => makeFrom(content, source, { maker, folder, code })))
  forget(folder, new Set(made.flatMap(({ kept }) => kept)))
  return { files: new Map(made.flatMap(({ files }) => files)), problems: made.flatMap(({ problems }) => problems) }
}

interface MadeFromOne {
  readonly files: readonly (readonly [string, Uint8Array])[]
  readonly kept: readonly string[]
  readonly problems: readonly Problem[]
}

async function makeFrom(
  content: Files,
  source: string,
  { maker, folder, code }: { maker: Maker; folder: string; code: string },
): Promise<MadeFromOne> {
  const key = createHash('sha256')
    .update(`${code}\0${source}\0`)
    .update(content.get(source) ?? '')
    .digest('hex')
  const kept = maker.endings.map((ending) => `${key.slice(0, 24)}${ending}`)
  const paths = kept.map((name) => join(folder, name))
  if (!paths.every((path) => existsSync(path))) {
    const made = await maker.make(content, source)
    if ('problems' in made) return { files: [], kept: [], problems: made.problems }
    for (const [index, path] of paths.entries()) writeWhole(path, made.bodies[index] ?? '')
  }
  const stem = source.replace(/\.[^./]+$/, '')
  return {
    files: maker.endings.map((ending, index) => [`${stem}${ending}`, readFileSync(paths[index] ?? '')]),
    kept,
    problems: [],
  }
}

/** Two runs may make the same file at once; neither may read the other's half. */
function writeWhole(path: string, body: string | Uint8Array): void {
  const fresh = `${path}.new-${process.pid}`
  writeFileSync(fresh, body)
  renameSync(fresh, path)
}

function forget(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (!kept.has(name) && !name.includes('.new-')) rmSync(join(folder, name), { force: true })
}

function codeFingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const [name, body] of readFolder(folder)) hash.update(`${name}\0`).update(body)
  return hash.digest('hex')
}
