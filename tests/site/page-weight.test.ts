/** What the first page of the course itself weighs on the wire. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compilePath } from '../../functions/catalog/compile.ts'
import { openDictionary } from '../../functions/catalog/dictionary.ts'
import { readSource } from '../../functions/catalog/read-source.ts'
import { writeCatalog } from '../../functions/catalog/write-catalog.ts'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { siteFixture } from '../support/site.ts'

const root = join(import.meta.dirname, '../..')
const kilobyte = 1_000

let folder: string
let site: ReturnType<typeof siteFixture>['site']
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-weight-'))
  const { source } = await readSource({
    contentFolder: join(root, 'content'),
    siteAssetsFolder: join(root, 'functions/site/assets'),
    madeFolder: join(root, 'build/made'),
  })
  const compiled = compilePath(source, { today: '2026-11-25', isWord: openDictionary() })
  if ('problems' in compiled) throw new Error('The content has problems: "npm run content" lists them.')
  writeCatalog(join(folder, 'catalog'), compiled, { file: 'inputs.sha256', text: '' })
  site = siteFixture({ deps: { catalog: openCatalog(join(folder, 'catalog')) } }).site
})
afterAll(() => rmSync(folder, { recursive: true }))

async function sizeOf(path: string, encoding: string): Promise<number> {
  const answer = await site.request(path, { headers: { 'accept-encoding': encoding } })
  expect(answer.status).toBe(200)
  return (await answer.arrayBuffer()).byteLength
}

/** The page and everything that it loads but figures. */
async function weightOf(path: string, encoding: string): Promise<number> {
  const text = await (await site.request(path)).text()
  const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThan(1)
  const sizes = await Promise.all([path, ...files].map((each) => sizeOf(each, encoding)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('on the wire', () => {
  it.each(['br', 'gzip'])('the first page weighs at most 50 KB in %s, style and script with it', async (encoding) => {
    expect(await weightOf('/', encoding)).toBeLessThan(50 * kilobyte)
  })

  it('the form weighs at most 10 KB, its hundreds of time zones with it', async () => {
    expect(await sizeOf('/sign-up', 'br')).toBeLessThan(10 * kilobyte)
  })
})
