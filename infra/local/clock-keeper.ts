import { readFile } from 'node:fs/promises'
import type { Instant } from '../../functions/domain/instant.ts'
import type { Clock } from '../../functions/runtime/clock.ts'
import { writeAtomically } from './atomic-file.ts'
import { LocalProblem } from './problem.ts'

/** Keeps the time with the data, so that a run which was fast goes on where it stopped. */
export interface ClockKeeper {
  /** Pushes the clock to where the last run stopped; never back. Answers by how much. */
  restore(): Promise<number>
  save(): Promise<void>
}

/** Keeps `clock` in `file`. */
export function createClockKeeper(clock: Clock, file: string): ClockKeeper {
  let saving: Promise<void> = Promise.resolve()
  return {
    async restore() {
      const kept = await readKept(file)
      const aheadMs = Math.max(0, (kept ?? 0) - clock())
      clock.advance(aheadMs)
      return aheadMs
    },
    save() {
      // One after the other: two writers would share one draft file.
      saving = saving.then(() => writeAtomically(file, `${JSON.stringify({ now: clock() })}\n`))
      return saving
    },
  }
}

async function readKept(file: string): Promise<Instant | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const now = readNow(text)
  if (now !== undefined) return now
  throw new LocalProblem(
    `${file} holds no time, so this run cannot go on where the last one stopped. ` +
      'Delete that file to go on from today, or start anew with --fresh.',
  )
}

function readNow(text: string): Instant | undefined {
  try {
    const { now } = JSON.parse(text) as { now?: unknown }
    return typeof now === 'number' && Number.isFinite(now) && now > 0 ? now : undefined
  } catch {
    return undefined
  }
}
