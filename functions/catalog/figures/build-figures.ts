/** Every `figures/*.yaml` → SVG for pages, PNG for mails, kept in a folder so that only what has changed is drawn. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problems.ts'
import { readFolder } from '../read-folder.ts'
import type { Files } from '../source.ts'

const endings = ['.svg', '.png', '-dark.png'] as const

export interface BuiltFigures {
  /** By path relative to `content/`, beside the data they were drawn from. */
  readonly files: Files
  readonly problems: readonly Problem[]
}

/** Answers: the drawings of all figures in `content`, from the cache where data and drawing code are as they were. */
export async function buildFigures(content: Files, cacheFolder: string): Promise<BuiltFigures> {
  const sources = [...content.keys()].filter((path) => /\/figures\/[^/]+\.yaml$/.test(path))
  if (sources.length === 0) return { files: new Map(), problems: [] }
  mkdirSync(cacheFolder, { recursive: true })
  const code = codeFingerprint()
  const built = await Promise.all(sources.map((source) => buildFigure(content, source, { cacheFolder, code })))
  forget(cacheFolder, new Set(built.flatMap(({ kept }) => kept)))
  return { files: new Map(built.flatMap(({ files }) => files)), problems: built.flatMap(({ problems }) => problems) }
}

interface Built {
  readonly files: readonly (readonly [string, Uint8Array])[]
  readonly kept: readonly string[]
  readonly problems: readonly Problem[]
}

async function buildFigure(
  content: Files,
  source: string,
  cache: { cacheFolder: string; code: string },
): Promise<Built> {
  const key = createHash('sha256')
    .update(`${cache.code}\0${source}\0`)
    .update(content.get(source) ?? '')
    .digest('hex')
  const kept = endings.map((ending) => `${key.slice(0, 24)}${ending}`)
  const paths = kept.map((name) => join(cache.cacheFolder, name))
  if (!paths.every((path) => existsSync(path))) {
    // Loaded only when there is something to draw: unchanged figures need neither the kinds nor the renderer.
    const [{ drawFigure }, { rasterise }] = await Promise.all([import('./draw-figure.ts'), import('./raster.ts')])
    const drawn = drawFigure(content, source)
    if ('problems' in drawn) return { files: [], kept: [], problems: drawn.problems }
    const { svg } = drawn.figure
    const bodies = [svg('both'), await rasterise(svg('light')), await rasterise(svg('dark'))]
    for (const [index, path] of paths.entries()) writeWhole(path, bodies[index] ?? '')
  }
  const stem = source.replace(/\.yaml$/, '')
  return {
    files: endings.map((ending, index) => [`${stem}${ending}`, readFileSync(paths[index] ?? '')]),
    kept,
    problems: [],
  }
}

/** Two runs may draw the same figure at once; neither may read the other's half. */
function writeWhole(path: string, body: string | Uint8Array): void {
  const fresh = `${path}.new-${process.pid}`
  writeFileSync(fresh, body)
  renameSync(fresh, path)
}

function forget(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (!kept.has(name) && !name.includes('.new-')) rmSync(join(folder, name), { force: true })
}

function codeFingerprint(): string {
  const hash = createHash('sha256')
  for (const [name, body] of readFolder(import.meta.dirname)) hash.update(`${name}\0`).update(body)
  return hash.digest('hex')
}
