/** Memory of a tick with many due, above what the function takes that has only started. */
import { dueNow, newLearners } from './learners.ts'
import { startTable } from './table.ts'
import { startDeliver, type World } from './world.ts'

/** design.md, section 9. */
const mostMb = 150

export async function measureMemory(world: World, { due }: { due: number }): Promise<void> {
  const { figures, compiled, now } = world
  const table = await startTable()
  await table.load(dueNow(newLearners({ count: due, seed: 6, path: compiled.path, now }), now))
  const started = await startDeliver(world, table)
  const own = await started.peakMb()
  await started.close()
  const deliver = await startDeliver(world, table)
  await deliver.tick(due)
  const peak = await deliver.peakMb()
  await deliver.close()
  await table.close()
  figures.heading(`Memory at most, with ${due.toLocaleString('en')} due in one tick`)
  figures.add({ what: 'only started', value: own, unit: 'MB', digits: 0 })
  figures.add({ what: 'after the tick', value: peak, unit: 'MB', digits: 0 })
  figures.add({ what: 'above the runtime’s own', value: peak - own, unit: 'MB', digits: 0, budget: mostMb })
}
