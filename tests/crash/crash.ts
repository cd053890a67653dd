/** `npm run crash`: kills the sender until it is proved that nothing is lost and nothing is silent. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import type { CompiledPath } from '../../functions/catalog/compiled.ts'
import { bundling } from '../../infra/bundling.ts'
import type { CrashResult } from './crash-run.ts'
import { inParts } from './in-parts.ts'
import { type MutationName, mutation, mutations } from './mutations.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    unknown: { type: 'string', default: 'resend' },
    mutate: { type: 'string' },
  },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const unknown = values.unknown === 'hold' ? 'hold' : 'resend'
const mutate = values.mutate as MutationName | undefined
if (mutate !== undefined && !(mutate in mutations)) {
  console.error(`No such mutation: ${mutate}. There are: ${Object.keys(mutations).join(', ')}.`)
  process.exit(2)
}

// The handler's own log lines would bury the result.
const say = console.error
const folder = mkdtempSync(join(tmpdir(), 'talkback-crash-'))
const catalogFolder = join(folder, 'catalog')
const begunAt = performance.now()
/** Every step is sent the same way; a path of 76 would only make the end of a run long. */
const stepsInAll = 9
/** A long run says that it goes on. */
const tellEvery = 250
let outcome = 1
try {
  copyCatalog(catalogFolder)
  const bundle = join(folder, 'worker.js')
  await build({
    ...bundling('deliver', folder),
    entryPoints: { worker: 'tests/crash/worker.ts' },
    plugins: mutate === undefined ? [] : [mutation(mutate)],
  })
  const result = await inParts({ runs, seed, unknown, bundle, catalogFolder, onKill })
  print(result)
  outcome = isProof(result) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// Idle connections of the SDK would keep the process for a while.
process.exit(outcome)

/** The beginning of the compiled course as if it were all: a run ends when everybody has had everything. */
function copyCatalog(to: string): void {
  cpSync(fileURLToPath(new URL('../../build/catalog', import.meta.url)), to, { recursive: true })
  const file = join(to, 'path.json')
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledPath
  const { isGrowing: _, ...path } = compiled.path
  const finish = path.steps.filter((step) => step.kind === 'finish')
  const steps = [...path.steps.filter((step) => step.kind !== 'finish').slice(0, stepsInAll), ...finish]
  writeFileSync(file, JSON.stringify({ ...compiled, path: { ...path, steps } }))
}

function isProof(result: CrashResult): boolean {
  const noRepeats = result.duplicates.length === 0 && (unknown === 'resend' || result.unavoidable.length === 0)
  return result.lost.length === 0 && noRepeats && result.failures.length === 0
}

function onKill(kills: number): void {
  if (kills % tellEvery === 0) say(`${kills} kills, ${Math.round((performance.now() - begunAt) / 1000)} s`)
}

function print(result: CrashResult): void {
  say(`seed ${seed}, unknown: ${unknown}${mutate === undefined ? '' : `, mutated: ${mutate}`}`)
  say('kills')
  for (const [place, count] of Object.entries(result.kills)) say(`  ${String(count).padStart(6)}  ${place}`)
  const killed = Object.values(result.kills).reduce((sum, count) => sum + count, 0)
  say(`  ${String(killed).padStart(6)}  in all, in ${result.ticks} ticks, with ${result.faults} other faults of SES`)
  say(`steps due                    ${result.stepsDue}`)
  say(`steps delivered              ${result.delivered}`)
  say(`on the operator's list       ${result.stuck}`)
  say(`lost                         ${result.lost.length}   (must be 0)`)
  say(`duplicates, outcome known    ${result.duplicates.length}   (must be 0)`)
  say(
    `duplicates, no other way     ${result.unavoidable.length}   ${unknown === 'hold' ? '(must be 0)' : '(no answer written down and no event in time)'}`,
  )
  if (result.stepsCutOff > 0) say(`steps cut off by the table   ${result.stepsCutOff}`)
  if (result.failures.length > 0) say(`ticks that threw             ${result.failures.length}: ${result.failures[0]}`)
  say(`${Math.round((performance.now() - begunAt) / 1000)} s`)
  for (const example of [...result.lost, ...result.duplicates].slice(0, 5)) say(`  for example ${example}`)
}
