/** `npm run build`: the three bundles in `build/<name>/`, with their sizes and import times. */
import { execFileSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunction } from './bundle-function.ts'
import { bundleBudgetsKb, type FunctionName, functionNames } from './bundling.ts'
import { exampleEnvironment } from './example-environment.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const importRuns = 5

const rows = functionNames.map(bundle)
console.table(rows)
if (rows.some((row) => row.verdict === 'over budget')) process.exitCode = 1

function bundle(name: FunctionName) {
  const folder = join(root, 'build', name)
  rmSync(folder, { recursive: true, force: true })
  bundleFunction(name, folder)
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
