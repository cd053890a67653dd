/** `npm run build`: the three bundles in `build/<name>/`, with their sizes and import times. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleBudgetsKb, bundling, type FunctionName, functionNames } from './bundling.ts'
import { exampleEnvironment } from './example-environment.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalog = join(root, 'build/catalog')
const importRuns = 5

const rows = []
for (const name of functionNames) rows.push(await bundle(name))
console.table(rows)
if (rows.some((row) => row.verdict === 'over budget')) process.exitCode = 1

async function bundle(name: FunctionName) {
  const folder = join(root, 'build', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await build(bundling(name, folder))
  // The root's package.json says "module"; the bundle is not one.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  cpSync(catalog, join(folder, 'catalog'), { recursive: true })
  const kilobytes = statSync(join(folder, 'index.js')).size / 1000
  const budget = bundleBudgetsKb[name]
  return {
    function: name,
    'size KB': Math.round(kilobytes),
    'budget KB': budget ?? '-',
    verdict: budget !== undefined && kilobytes > budget ? 'over budget' : 'ok',
    'import ms': importMs(folder),
  }
}

/** The median of a few fresh processes. */
function importMs(folder: string): number {
  const script = `const t = performance.now(); require(${JSON.stringify(folder)}); console.log(performance.now() - t)`
  const env = { PATH: process.execPath, ...exampleEnvironment(join(folder, 'catalog')) }
  const times = Array.from({ length: importRuns }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).trim()),
  )
  return Math.round(times.sort((a, b) => a - b)[Math.floor(importRuns / 2)] ?? 0)
}
