/** `npm run bench`: what sending and the pages cost, each figure beside its budget, all measured in this run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { buildBundles } from './bundles.ts'
import { startStandIn } from './child.ts'
import { measureComposing } from './composing.ts'
import { createFigures } from './figures.ts'
import { measureImport } from './import-cost.ts'
import { measureLessonCpu } from './lesson-cpu.ts'
import { measureLessonUnits } from './lesson-units.ts'
import { measureMemory } from './memory.ts'
import { measurePageUnits } from './page-units.ts'
import { comparePeers } from './peers.ts'
import type { SesReady } from './ses-child.ts'
import { measureTicks } from './ticks.ts'
import type { World } from './world.ts'

const { values } = parseArgs({
  options: {
    // What an account with SES's usual 14 a second sends in one tick.
    lessons: { type: 'string', default: '600' },
    rounds: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const lessons = atLeastOne('--lessons', values.lessons)
const rounds = atLeastOne('--rounds', values.rounds)
const sizes = [1_000, 10_000, ...(values.large ? [100_000] : [])]
const due = values.large ? 10_000 : 2_000

/** In the order in which they run; `--only` takes some of their names. */
const measurements = {
  units: measureLessonUnits,
  pages: measurePageUnits,
  import: (world: World) => measureImport(world, { rounds: 2 * rounds - 1 }),
  compose: measureComposing,
  cpu: (world: World) => measureLessonCpu(world, { lessons, rounds }),
  ticks: (world: World) => measureTicks(world, { sizes, rounds }),
  memory: (world: World) => measureMemory(world, { due }),
  peers: (world: World) => comparePeers(world, { rounds: Math.min(rounds, 3) }),
} as const
const wanted = namesIn(values.only)

const say = console.log
const figures = createFigures(say)
const folder = mkdtempSync(join(tmpdir(), 'talkback-bench-'))
const begunAt = performance.now()
try {
  const bundles = await buildBundles(folder)
  const { compiled } = openCatalog(bundles.catalogFolder)
  const now = (Math.floor(Date.now() / dayMs) + 1) * dayMs + 12 * hourMs
  const world: World = { bundles, compiled, ses: await startStandIn<SesReady>('./ses-child.ts'), now, figures }
  say(`Node ${process.version}, ${lessons} lessons, ${rounds} rounds. Ratios and units are the verdict; times drift.`)
  for (const name of wanted) await measurements[name](world)
  await world.ses.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
say(`\n${Math.round((performance.now() - begunAt) / 1_000)} s`)
say(figures.over.length === 0 ? 'All within budget.' : `Over budget: ${figures.over.join('; ')}.`)
// Idle connections of the SDK would keep the process for a while.
process.exit(figures.over.length === 0 ? 0 : 1)

/** Without a choice all of them, the peers only when they are asked for. */
function namesIn(only: string | undefined): readonly (keyof typeof measurements)[] {
  const all = Object.keys(measurements) as (keyof typeof measurements)[]
  if (only === undefined) return all.filter((name) => name !== 'peers' || values.peers)
  const names = only.split(',')
  const unheardOf = names.filter((name) => !all.some((known) => known === name))
  if (unheardOf.length === 0) return all.filter((name) => names.includes(name))
  console.error(`--only takes ${all.join(', ')}; not ${unheardOf.join(', ')}.`)
  process.exit(2)
}

function atLeastOne(option: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  console.error(`${option} takes a whole number from 1 up, not "${text}".`)
  process.exit(2)
}
