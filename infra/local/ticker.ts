import { hourMs, secondMs } from '../../functions/domain/instant.ts'
import type { Clock } from '../../functions/runtime/clock.ts'
import type { Work } from './work.ts'

/** Real time between two ticks when time runs as it does. The cloud's is a minute; nobody wants to wait that here. */
const tickEveryMs = 5 * secondMs
const hoursPerDay = 24

export interface Ticker {
  /** Resolves when the tick that may be running has ended; no other follows. */
  stop(): Promise<void>
}

export interface TickerDeps {
  /** How long a day lasts, in milliseconds; undefined: time runs as it does. */
  readonly day: number | undefined
  readonly clock: Clock
  readonly work: Work
  readonly tick: () => Promise<void>
  readonly saveClock: () => Promise<void>
  readonly wait: (milliseconds: number) => Promise<void>
}

/**
 * Ticks one after the other, never two at once. With a fast day, time moves between ticks, an hour at a step, and within
 * a tick at its own speed: a claim lasts 15 minutes, so in a tick that ran fast every claim would expire before its send.
 */
export function createTicker({ day, clock, work, tick, saveClock, wait }: TickerDeps): Ticker {
  const everyMs = day === undefined ? tickEveryMs : day / hoursPerDay
  let stopped = false
  let wake = () => {}
  const stopping = new Promise<void>((resolve) => {
    wake = resolve
  })

  async function run() {
    let steppedAt = clock()
    while (!stopped) {
      const begun = performance.now()
      await tick()
      await saveClock()
      // A tick that took longer than its interval is followed at once by the next one, and what it missed by nothing.
      await Promise.race([wait(Math.max(0, everyMs - (performance.now() - begun))), stopping])
      if (day !== undefined && !stopped) steppedAt = await work.whenQuiet(() => stepHour(steppedAt))
    }
  }

  function stepHour(steppedAt: number): number {
    clock.advance(steppedAt + hourMs - clock())
    return clock()
  }

  const running = run()
  return {
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}
