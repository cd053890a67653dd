/** CPU to import the function, against a bundle of the two SDK clients alone: fresh processes, turn and turn about. */
import { execFileSync } from 'node:child_process'
import type { BundleName } from './bundles.ts'
import { median, medianRatio } from './median.ts'
import { environmentOf, type World } from './world.ts'

/** design.md, section 9. */
const mostTimesClients = 1.3

export function measureImport(world: World, { rounds }: { rounds: number }): void {
  const { figures } = world
  const env = environmentOf(world)
  const importMs = (name: BundleName): number => {
    const file = JSON.stringify(world.bundles.file(name))
    const script = `const before = process.cpuUsage(); require(${file}); console.log(process.cpuUsage(before))`
    const text = execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })
    const [user = Number.NaN, system = Number.NaN] = [...text.matchAll(/\d+/g)].map(Number)
    return (user + system) / 1_000
  }
  // The file cache is warm after the first.
  importMs('clients')
  importMs('function')
  const own: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) own.push(importMs('function'))
    others.push(importMs('clients'))
    if (round % 2 === 1) own.push(importMs('function'))
  }
  figures.heading(`Import of the function (median of ${rounds} fresh processes each)`)
  figures.add({ what: 'deliver, CPU', value: median(own), unit: 'ms', digits: 1 })
  figures.add({ what: 'the two SDK clients alone, CPU', value: median(others), unit: 'ms', digits: 1 })
  const ratio = medianRatio(own, others)
  figures.add({ what: 'import, deliver ÷ clients', value: ratio, unit: '×', budget: mostTimesClients })
}
