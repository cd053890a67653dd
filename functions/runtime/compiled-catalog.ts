/** Compiled content, read from the folder beside the function when it is used and kept for the next time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CompiledFact,
  CompiledGlossary,
  CompiledMail,
  CompiledPage,
  CompiledPath,
  CompiledPlacement,
} from '../catalog/compiled.ts'
import type { StepId } from '../domain/path.ts'
import type { Catalog } from '../journey/ports.ts'
import type { Asset, SiteCatalog } from '../site/ports.ts'

interface AssetEntry {
  readonly file: string
  readonly contentType: string
}

/** Throws at once when the folder holds no compiled path. */
export function openCatalog(folder: string): Catalog & SiteCatalog {
  const compiled = readJson<CompiledPath>('path.json')
  const mails = new Map<string, CompiledMail>()
  const pages = new Map<StepId, CompiledPage>()
  const assets = new Map(Object.entries(readJson<Record<string, AssetEntry>>('assets.json')))
  const bodies = new Map<string, Asset>()
  const lists = new Map<string, unknown>()

  function readJson<T>(file: string): T {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
    } catch (error) {
      throw new Error(`The compiled course has no readable ${file} in ${folder}. Run "npm run content".`, {
        cause: error,
      })
    }
  }

  function remembered<T>(memory: Map<string, T>, key: string, read: () => T): T {
    const known = memory.get(key)
    if (known !== undefined) return known
    const fresh = read()
    memory.set(key, fresh)
    return fresh
  }

  const readAsset = ({ file, contentType }: AssetEntry): Asset =>
    remembered(bodies, file, () => ({
      url: `/assets/${file}`,
      contentType,
      body: new Uint8Array(readFileSync(join(folder, 'assets', file))),
    }))

  return {
    compiled,
    path: compiled.path,
    mail: (name) => remembered(mails, name, () => readJson<CompiledMail>(`mails/${name}.json`)),
    page(id) {
      const step = compiled.path.steps.find((candidate) => candidate.id === id && candidate.kind !== 'finish')
      return step && remembered(pages, step.id, () => readJson<CompiledPage>(`pages/${step.id}.json`))
    },
    facts: () => remembered(lists, 'facts', () => readJson('facts.json')) as readonly CompiledFact[],
    glossary: () => remembered(lists, 'glossary', () => readJson('glossary.json')) as CompiledGlossary,
    placement: () => remembered(lists, 'placement', () => readJson('placement.json')) as CompiledPlacement | null,
    asset(name) {
      const entry = assets.get(name)
      return entry && readAsset(entry)
    },
    assetAt(file) {
      const entry = [...assets.values()].find((candidate) => candidate.file === file)
      return entry && readAsset(entry)
    },
  }
}
