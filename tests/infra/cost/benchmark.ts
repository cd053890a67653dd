/** The benchmark's own measurements of units, run small: a unit is counted, not timed, so few lessons tell as much as many. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayMs, hourMs } from '../../../functions/domain/instant.ts'
import { openCatalog } from '../../../functions/runtime/compiled-catalog.ts'
import { buildBundles } from '../../bench/bundles.ts'
import { startStandIn } from '../../bench/child.ts'
import { measureLessonUnits } from '../../bench/lesson-units.ts'
import type { SesReady } from '../../bench/ses-child.ts'
import { measureTicks } from '../../bench/ticks.ts'
import type { World } from '../../bench/world.ts'

export const enrolled = 100

/** Answers: every figure of the two measurements, by the words it is reported with. */
export async function benchmarkUnits(): Promise<Readonly<Record<string, number>>> {
  const measured: Record<string, number> = {}
  const folder = mkdtempSync(join(tmpdir(), 'talkback-cost-'))
  try {
    const bundles = await buildBundles(folder)
    const { compiled } = openCatalog(bundles.catalogFolder)
    const now = (Math.floor(Date.now() / dayMs) + 1) * dayMs + 12 * hourMs
    const ses = await startStandIn<SesReady>('./ses-child.ts')
    const figures = {
      heading() {},
      note() {},
      over: [],
      add: ({ what, value }: { what: string; value: number }) => {
        measured[what] ??= value
      },
    }
    const world: World = { bundles, compiled, ses, now, figures }
    await measureLessonUnits(world)
    await measureTicks(world, { sizes: [enrolled], rounds: 1 })
    await ses.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
  return measured
}
