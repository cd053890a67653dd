import { describe, expect, it } from 'vitest'
import { createTurns, sendPace } from '../../functions/journey/send-pace.ts'
import { standingClock } from '../support/journey.ts'

describe('a lane’s share of the quota', () => {
  it('is nine tenths of the rate, and the day’s room less a reserve', () => {
    const pace = sendPace({ ratePerSecond: 14, leftToday: 50_000 }, 1)

    expect(pace.intervalMs).toBeCloseTo(1_000 / 12.6)
    expect(pace).toMatchObject({ atOnce: 13, room: 47_500, roomForAsked: 50_000 })
  })

  it('of several lanes adds up to no more than the whole', () => {
    const quota = { ratePerSecond: 14, leftToday: 1_001 }
    const pace = sendPace(quota, 3)

    expect(3 * (1_000 / pace.intervalMs)).toBeLessThanOrEqual(14 * 0.9 + 1e-9)
    expect(3 * pace.roomForAsked).toBeLessThanOrEqual(quota.leftToday)
  })

  it('sends one at a time at the slowest, and not very many at the fastest', () => {
    expect(sendPace({ ratePerSecond: 0, leftToday: 10 }, 1)).toMatchObject({ atOnce: 1, intervalMs: 10_000 })
    expect(sendPace({ ratePerSecond: 10_000, leftToday: 10 }, 1).atOnce).toBe(50)
  })
})

describe('taking turns to send', () => {
  const watchedTurns = () => {
    const clock = standingClock(0)
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    return { clock, waits, myTurn: createTurns({ intervalMs: 100, clock, wait }) }
  }

  it('lets the first go at once and each later one wait for its turn', async () => {
    const { waits, myTurn } = watchedTurns()

    await Promise.all([myTurn(), myTurn(), myTurn()])

    expect(waits).toEqual([100, 200])
  })

  it('does not save up turns that nobody took', async () => {
    const { clock, waits, myTurn } = watchedTurns()

    await myTurn()
    clock.advance(1_000)
    await Promise.all([myTurn(), myTurn()])

    expect(waits).toEqual([100])
  })
})
