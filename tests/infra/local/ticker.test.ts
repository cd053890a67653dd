import { afterEach, describe, expect, it } from 'vitest'
import { hourMs } from '../../../functions/domain/instant.ts'
import { createTicker, type Ticker } from '../../../infra/local/ticker.ts'
import { createWork } from '../../../infra/local/work.ts'

const tickers: Ticker[] = []
afterEach(async () => {
  for (const ticker of tickers.splice(0)) await ticker.stop()
})

/** A ticker whose waits end when the test says so. */
function start({ day, ticksLast = 0 }: { day: number | undefined; ticksLast?: number }) {
  let now = 1_000_000
  let running = 0
  const clock = Object.assign(() => now, {
    advance(milliseconds: number) {
      now += Math.max(0, milliseconds)
    },
  })
  const work = createWork()
  const seen = { ticks: [] as number[], waits: [] as number[], atOnce: 0, saves: 0 }
  let release = Promise.withResolvers<void>()
  let waiting = Promise.withResolvers<void>()
  const ticker = createTicker({
    day,
    clock,
    work,
    tick: async () => {
      running += 1
      seen.atOnce = Math.max(seen.atOnce, running)
      seen.ticks.push(clock())
      now += ticksLast
      await Promise.resolve()
      running -= 1
    },
    saveClock: async () => {
      seen.saves += 1
    },
    wait: (milliseconds) => {
      seen.waits.push(milliseconds)
      waiting.resolve()
      return release.promise
    },
  })
  tickers.push(ticker)
  return {
    seen,
    work,
    ticker,
    clock,
    idle: () => waiting.promise,
    async next() {
      await waiting.promise
      waiting = Promise.withResolvers()
      const wake = release
      release = Promise.withResolvers()
      wake.resolve()
      await waiting.promise
    },
  }
}

describe('fast time', () => {
  it('moves an hour between two ticks, whatever passed in them', async () => {
    const { seen, next } = start({ day: 24_000, ticksLast: 700 })
    await next()
    await next()
    expect(seen.ticks).toEqual([1_000_000, 1_000_000 + hourMs, 1_000_000 + 2 * hourMs])
    expect(seen.saves).toBe(3)
  })

  it('waits the 24th part of a day from tick to tick', async () => {
    const { seen, idle } = start({ day: 24_000 })
    await idle()
    expect(seen.waits[0]).toBeGreaterThan(900)
    expect(seen.waits[0]).toBeLessThanOrEqual(1_000)
  })

  it('stands while a handler is at work', async () => {
    const { seen, clock, work, next, idle } = start({ day: 24_000 })
    await idle()
    const request = Promise.withResolvers<void>()
    void work.run(() => request.promise)

    const stepped = next()
    // Once through the event loop: whatever was to happen without waiting has happened.
    await new Promise(setImmediate)
    expect(clock()).toBe(1_000_000)
    expect(seen.ticks).toHaveLength(1)

    request.resolve()
    await stepped
    expect(clock()).toBe(1_000_000 + hourMs)
  })
})

describe('ticks', () => {
  it('come every five seconds when time runs as it does, and leave it alone', async () => {
    const { seen, next } = start({ day: undefined })
    await next()
    expect(seen.waits[0]).toBeGreaterThan(4_900)
    expect(seen.waits[0]).toBeLessThanOrEqual(5_000)
    expect(seen.ticks).toEqual([1_000_000, 1_000_000])
  })

  it('are never two at once', async () => {
    const { seen, next } = start({ day: 5_000 })
    for (let count = 0; count < 5; count += 1) await next()
    expect(seen.ticks).toHaveLength(6)
    expect(seen.atOnce).toBe(1)
  })

  it('end when they are stopped, without the rest of the wait', async () => {
    const { seen, ticker, idle } = start({ day: 24_000 })
    await idle()
    await ticker.stop()
    expect(seen.ticks).toHaveLength(1)
  })
})
