/** What a tick costs by how many are enrolled: it must not matter, only what is due may. */
import { dueNow, dueTomorrow, newLearners } from './learners.ts'
import { median, medianRatio } from './median.ts'
import { type Cost, startRecorder } from './recorder.ts'
import { type BenchTable, startTable } from './table.ts'
import { startDeliver, type World } from './world.ts'

const due = 100
/** Equal work, but for the noise between two processes measured one after the other. */
const mostTimes = 1.25
/** Units have no noise. */
const mostTimesUnits = 1

interface Side {
  readonly enrolled: number
  readonly units: { readonly idle: number; readonly due: number }
  tick(due: number): Promise<void>
  readonly cpuMs: Record<'idle' | 'due', number[]>
  readonly wallMs: Record<'idle' | 'due', number[]>
  close(): Promise<void>
}

export async function measureTicks(world: World, options: { sizes: readonly number[]; rounds: number }): Promise<void> {
  const sides: Side[] = []
  for (const enrolled of options.sizes) sides.push(await startSide(world, enrolled))
  const [smallest] = sides
  if (smallest === undefined) return
  for (let round = 0; round < options.rounds; round++) {
    const inTurn = round % 2 === 0 ? sides : sides.toReversed()
    for (const side of inTurn) await side.tick(due)
    for (const side of [...inTurn, ...inTurn]) await side.tick(0)
  }
  for (const side of sides) await side.close()
  for (const kind of ['idle', 'due'] as const) report(world, kind, sides, smallest)
}

async function startSide(world: World, enrolled: number): Promise<Side> {
  const { now, compiled } = world
  const table = await startTable()
  const learners = newLearners({ count: enrolled, seed: 5, path: compiled.path, now })
  await table.load(dueTomorrow(learners, now))
  const dueLearners = dueNow(learners.slice(0, due), now)
  const units = await unitsOf(world, table, () => table.load(dueLearners))
  const deliver = await startDeliver(world, table)
  const cpuMs: Side['cpuMs'] = { idle: [], due: [] }
  const wallMs: Side['wallMs'] = { idle: [], due: [] }
  const tick = async (count: number) => {
    if (count > 0) await table.load(dueLearners)
    const spent = await deliver.tick(count)
    const kind = count > 0 ? 'due' : 'idle'
    cpuMs[kind].push(spent.cpuMs)
    wallMs[kind].push(spent.wallMs)
  }
  // Warm, as a function is that ticks each minute.
  for (const count of [due, 0, due, 0, 0]) await tick(count)
  for (const list of [cpuMs, wallMs]) Object.assign(list, { idle: [], due: [] })
  const close = async () => {
    await deliver.close()
    await table.close()
  }
  return { enrolled, units, tick, cpuMs, wallMs, close }
}

/** Read and write units of a tick with none and with many due, in that order. */
async function unitsOf(world: World, table: BenchTable, makeDue: () => Promise<void>): Promise<Side['units']> {
  const recorder = await startRecorder(table)
  const deliver = await startDeliver(world, { ...table, endpoint: recorder.url })
  const sum = (costs: readonly Cost[]) => costs.reduce((total, cost) => total + cost.writeUnits + cost.readUnits, 0)
  await deliver.tick(0)
  const idle = sum(recorder.costs())
  await makeDue()
  await deliver.tick(due)
  const units = { idle, due: sum(recorder.costs()) }
  await deliver.close()
  await recorder.close()
  return units
}

function report({ figures }: World, kind: 'idle' | 'due', sides: readonly Side[], smallest: Side): void {
  figures.heading(kind === 'idle' ? 'A tick with nothing due' : `A tick with ${due} due`)
  for (const side of sides) {
    const of = `${side.enrolled.toLocaleString('en')} enrolled`
    figures.add({ what: `${of}, read and write units`, value: side.units[kind], unit: 'units', digits: 1 })
    figures.add({ what: `${of}, CPU`, value: median(side.cpuMs[kind]), unit: 'ms', digits: 1 })
    figures.add({ what: `${of}, wall`, value: median(side.wallMs[kind]), unit: 'ms', digits: 1 })
    if (side === smallest) continue
    const than = `${of} ÷ ${smallest.enrolled.toLocaleString('en')}`
    const units = side.units[kind] / smallest.units[kind]
    const cpu = medianRatio(side.cpuMs[kind], smallest.cpuMs[kind])
    const wall = medianRatio(side.wallMs[kind], smallest.wallMs[kind])
    figures.add({ what: `${than}, units`, value: units, unit: '×', digits: 3, budget: mostTimesUnits })
    figures.add({ what: `${than}, CPU`, value: cpu, unit: '×', budget: mostTimes })
    // The embedded table's own time is in it, on the same two cores.
    figures.add({ what: `${than}, wall`, value: wall, unit: '×' })
  }
}
