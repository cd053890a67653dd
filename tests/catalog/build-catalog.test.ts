import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BuildOptions, buildCatalog, type Folders } from '../../functions/catalog/build-catalog.ts'
import { contentWith, files, swap } from '../support/content.ts'

let root: string
let folders: Folders

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkback-catalog-'))
  folders = {
    contentFolder: join(root, 'content'),
    siteAssetsFolder: join(root, 'assets'),
    outFolder: join(root, 'build/catalog'),
  }
  for (const [file, body] of contentWith().content) write(file, body)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, body: string | Uint8Array): void {
  const place = join(folders.contentFolder, file)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, body)
}
const build = (options: Partial<BuildOptions> = {}) => buildCatalog(folders, { today: '2026-05-05', ...options })
const content = (file: string) => readFileSync(join(folders.contentFolder, file), 'utf8')
const built = (file: string) => JSON.parse(readFileSync(join(folders.outFolder, file), 'utf8'))

test('a build writes the path, a mail for each step and name, a page for each step, and the assets', async () => {
  mkdirSync(folders.siteAssetsFolder)
  writeFileSync(join(folders.siteAssetsFolder, 'style.css'), 'a {\n  color: red;\n}\n')

  const result = await build()

  expect(result.kind).toBe('built')
  expect(built('path.json').path.id).toBe('small')
  expect(readdirSync(join(folders.outFolder, 'mails')).sort()).toEqual([
    'A01.json',
    'A03.json',
    'B01.json',
    'F01.json',
    'confirm.json',
    'new-address.json',
    'nudge.json',
    'old-address.json',
    'pausing.json',
    're-entry.json',
    'sign-in.json',
  ])
  expect(readdirSync(join(folders.outFolder, 'pages')).sort()).toEqual(['A01.json', 'A03.json', 'B01.json'])
  expect(built('facts.json')).toHaveLength(1)
  expect(built('glossary.json').terms).toHaveLength(2)
  const style = built('assets.json')['style.css']
  expect(style.contentType).toBe('text/css; charset=utf-8')
  expect(readFileSync(join(folders.outFolder, 'assets', style.file), 'utf8')).toBe('a{color:red}\n')
  expect(Object.keys(built('assets.json')).filter((name) => name.startsWith('certificates/'))).toContain(
    'certificates/path.png',
  )
  // What was made is kept beside it, and no half catalog.
  expect(readdirSync(join(root, 'build')).sort()).toEqual(['catalog', 'made'])
})

test('a build writes ids.lock beside path.md', async () => {
  rmSync(join(folders.contentFolder, files.lock))

  await build()

  expect(content(files.lock)).toContain('A02 lesson\n')
})

test('a refusal writes nothing: neither catalog nor lock', async () => {
  await build()
  const before = [content(files.lock), readdirSync(folders.outFolder), built('path.json')]
  write(
    files.path,
    swap(
      '- id: later',
      '- id: basics',
    )(content(files.path).replace('status: unwritten', 'kind: project, status: unwritten')),
  )

  const result = await build()

  expect(result.kind).toBe('refused')
  expect([content(files.lock), readdirSync(folders.outFolder), built('path.json')]).toEqual(before)
})

test('what has not changed is not built again, unless it is asked for', async () => {
  await build()

  expect(await build()).toEqual({ kind: 'unchanged' })
  expect((await build({ anyway: true })).kind).toBe('built')
  write(files.first, swap('Before we begin.', 'Before we start.')(content(files.first)))
  expect((await build()).kind).toBe('built')
})

test('a step taken out leaves no mail and no page behind', async () => {
  await build()
  rmSync(join(folders.contentFolder, files.review))
  write(files.path, swap('kind: review, newcomersOnly: true', 'kind: review, status: unwritten')(content(files.path)))

  await build()

  expect(readdirSync(join(folders.outFolder, 'mails'))).not.toContain('B01.json')
  expect(readdirSync(join(folders.outFolder, 'pages'))).toEqual(['A01.json', 'A03.json'])
})

test('hidden files, such as those of an editor, are passed over', async () => {
  write('small/basics/.first-lesson.md.swp', new Uint8Array([0xff]))
  write('small/figures/.DS_Store', 'x')

  expect((await build()).kind).toBe('built')
})
