import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Maker, makeFiles } from '../../functions/catalog/made-files.ts'

let root: string
let made: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkback-made-'))
  made = []
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const maker: Maker = {
  name: 'copies',
  sources: /\.yaml$/,
  endings: ['.one', '.two'],
  codeFolder: join(import.meta.dirname, '../support'),
  async make(content, source) {
    made.push(source)
    const text = new TextDecoder().decode(content.get(source))
    if (text === 'bad') return { problems: [{ file: source, field: 'text', what: 'It is bad.', remedy: 'Mend it.' }] }
    return { bodies: [`${text}1`, `${text}2`] }
  },
}
const filesOf = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]))
const make = (texts: Readonly<Record<string, string>>) => makeFiles(filesOf(texts), maker, root)

test('what is made stands beside its source, one file for each ending', async () => {
  const { files } = await make({ 'a/b.yaml': 'x', 'a/c.txt': 'y' })

  expect([...files].map(([name, body]) => [name, new TextDecoder().decode(body)])).toEqual([
    ['a/b.one', 'x1'],
    ['a/b.two', 'x2'],
  ])
})

test('only what has changed is made again', async () => {
  await make({ 'a.yaml': 'x', 'b.yaml': 'y' })
  const { files } = await make({ 'a.yaml': 'x', 'b.yaml': 'z' })

  expect(made).toEqual(['a.yaml', 'b.yaml', 'b.yaml'])
  expect(new TextDecoder().decode(files.get('b.one'))).toBe('z1')
})

test('what no source asks for any more is not kept', async () => {
  await make({ 'a.yaml': 'x', 'b.yaml': 'y' })
  await make({ 'a.yaml': 'x' })

  expect(readdirSync(join(root, 'copies'))).toHaveLength(2)
})

test('what cannot be made is told, and the rest is made', async () => {
  const { files, problems } = await make({ 'a.yaml': 'bad', 'b.yaml': 'y' })

  expect(problems.map(({ file }) => file)).toEqual(['a.yaml'])
  expect([...files.keys()]).toEqual(['b.one', 'b.two'])
})

test('without sources nothing is written', async () => {
  await make({ 'a.txt': 'x' })

  expect(readdirSync(root)).toEqual([])
})
