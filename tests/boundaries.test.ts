import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = ['functions', 'infra'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => sourceFile(join(folder, file))),
)

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly code: string
  readonly imports: readonly string[]
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
  const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return { path, text, code, imports: imports.map((name) => resolved(path, name)) }
}

/** A relative import as a path from the root; a package by its name. */
function resolved(path: string, name: string): string {
  return name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)) : name
}

const inFolder = (folder: string) => sources.filter((source) => source.path.startsWith(`${folder}/`))
const offenders = (list: readonly SourceFile[], isAtFault: (source: SourceFile) => boolean) =>
  list.filter(isAtFault).map((source) => source.path)

describe('boundaries', () => {
  it('finds the sources it speaks of', () => {
    expect(sources.length).toBeGreaterThan(80)
    expect(inFolder('functions/domain').length).toBeGreaterThan(10)
  })

  it('domain/ imports only itself, and the language’s own Temporal in one file', () => {
    const isForeign = (source: SourceFile) =>
      source.imports.some(
        (name) =>
          !name.startsWith('functions/domain/') &&
          !(name === 'temporal-polyfill' && source.path === 'functions/domain/temporal.ts'),
      )
    expect(offenders(inFolder('functions/domain'), isForeign)).toEqual([])
  })

  it('journey/ imports only domain/, mail/, itself, types of the catalog and the schema library', () => {
    const allowed = /^(functions\/(domain|journey|mail)\/|functions\/catalog\/compiled\.ts$|valibot$)/
    const isForeign = (source: SourceFile) => source.imports.some((name) => !allowed.test(name))
    expect(offenders(inFolder('functions/journey'), isForeign)).toEqual([])
  })

  it('@aws-sdk is imported only in aws/, and by the few files through which the operator’s commands see the account', () => {
    const usesSdk = (source: SourceFile) => source.imports.some((name) => name.startsWith('@aws-sdk/'))
    const operators = [
      'infra/commands/aws-account.ts',
      'infra/doctor/aws-ports.ts',
      'infra/doctor/ses-port.ts',
      'infra/restore/open-tables.ts',
    ]
    const mayUseSdk = (path: string) => path.startsWith('functions/aws/') || operators.includes(path)
    const outside = sources.filter((source) => !mayUseSdk(source.path))
    expect(offenders(outside, usesSdk)).toEqual([])
  })

  it('aws-cdk-lib is imported only in infra/', () => {
    const usesCdk = (source: SourceFile) => source.imports.some((name) => name.startsWith('aws-cdk-lib'))
    expect(offenders(inFolder('functions'), usesCdk)).toEqual([])
  })

  it('functions/ imports nothing of infra/ or tests/', () => {
    const reachesOut = (source: SourceFile) => source.imports.some((name) => /^(infra|tests)\//.test(name))
    expect(offenders(inFolder('functions'), reachesOut)).toEqual([])
  })

  it('process.env is read in one file of functions/ and one of infra/', () => {
    const allowed = new Set(['functions/runtime/env.ts', 'infra/settings.ts', 'infra/local/environment.ts'])
    const readsEnvironment = (source: SourceFile) => source.code.includes('process.env')
    expect(offenders(sources, readsEnvironment).filter((path) => !allowed.has(path))).toEqual([])
  })

  it('only entry files, the clock and the local run read the time', () => {
    const readsTime = (source: SourceFile) => /new Date\(\)|Date\.now\(|Temporal\.Now/.test(source.code)
    const mayReadTime = (path: string) =>
      path.endsWith('.lambda.ts') || path === 'functions/runtime/clock.ts' || path.startsWith('infra/local/')
    expect(offenders(sources, readsTime).filter((path) => !mayReadTime(path))).toEqual([])
  })

  it('what runs in the cloud imports no compiler of content', () => {
    const runtimeFolders = ['domain', 'journey', 'aws', 'mail', 'site', 'runtime'].map((name) => `functions/${name}/`)
    const runtime = sources.filter((source) => runtimeFolders.some((folder) => source.path.startsWith(folder)))
    const compiles = (source: SourceFile) =>
      source.imports.some(
        (name) =>
          (name.startsWith('functions/catalog/') && basename(name) !== 'compiled.ts') ||
          /^(markdown-it|yaml|juice|html-to-text|libmime|mjml)/.test(name),
      )
    expect(offenders(runtime, compiles)).toEqual([])
  })

  it('no file is longer than 250 lines, and half of them have 70 or fewer', () => {
    const lengths = sources.map((source) => ({ path: source.path, lines: source.text.split('\n').length }))
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(70)
  })

  it('no folder or file is a drawer for odds and ends', () => {
    const isDrawer = (source: SourceFile) => /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.|-)/.test(source.path)
    expect(offenders(sources, isDrawer)).toEqual([])
  })

  it('nobody switches types or tests off', () => {
    const switchesOff = (source: SourceFile) => /@ts-ignore|@ts-nocheck|as any\b|: any\b/.test(source.text)
    expect(offenders(sources, switchesOff)).toEqual([])
  })
})
