/** A crash run in several parts, each a world of its own in a process of its own: two at once, one for each core of a small machine. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PartAnswer, PartOrder } from './crash-part.ts'
import type { CrashResult } from './crash-run.ts'
import { type KillPlace, killPlaces } from './kill-plan.ts'

/** Always as many, so that a seed means the same on every machine. */
const parts = 2
const partFile = fileURLToPath(new URL('./crash-part.ts', import.meta.url))

/** Answers: what came of all the parts together? `onKill` hears of the kills in all of them. */
export async function inParts(wish: PartOrder & { readonly onKill: (kills: number) => void }): Promise<CrashResult> {
  const { onKill, ...options } = wish
  let kills = 0
  const orders = Array.from({ length: parts }, (_, part) => ({
    ...options,
    seed: options.seed * parts + part,
    runs: Math.floor((options.runs + part) / parts),
  }))
  const results = await Promise.all(orders.map((order) => runPart(order, () => onKill(++kills))))
  return results.reduce(together)
}

function runPart(order: PartOrder, heardOfKill: () => void): Promise<CrashResult> {
  const child = fork(partFile, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.on('message', (message: PartAnswer) => {
      if (message.kind === 'kill') return heardOfKill()
      if (message.kind === 'failed') reject(new Error(message.what))
      else resolve(message.result)
      child.kill()
    })
    child.once('exit', (code) => reject(new Error(`A part of the crash run ended with ${code}`)))
    child.send(order)
  })
}

function together(a: CrashResult, b: CrashResult): CrashResult {
  const kills = Object.fromEntries(killPlaces.map((place) => [place, a.kills[place] + b.kills[place]]))
  return {
    kills: kills as Record<KillPlace, number>,
    faults: a.faults + b.faults,
    ticks: a.ticks + b.ticks,
    failures: [...a.failures, ...b.failures],
    stepsCutOff: a.stepsCutOff + b.stepsCutOff,
    stepsDue: a.stepsDue + b.stepsDue,
    delivered: a.delivered + b.delivered,
    lost: [...a.lost, ...b.lost],
    duplicates: [...a.duplicates, ...b.duplicates],
    unavoidable: [...a.unavoidable, ...b.unavoidable],
    stuck: a.stuck + b.stuck,
  }
}
