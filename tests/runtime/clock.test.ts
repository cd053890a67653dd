import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../functions/runtime/clock.ts'

const now = Date.parse('2027-03-01T06:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it('is the system’s', () => {
    const clock = createClock()
    const first = clock()

    vi.advanceTimersByTime(1_500)

    expect([first, clock()]).toEqual([now, now + 1_500])
  })

  it('can be pushed ahead, and goes on from there', () => {
    const clock = createClock()

    clock.advance(60_000)
    vi.advanceTimersByTime(1_000)

    expect(clock()).toBe(now + 61_000)
  })

  it('never goes back', () => {
    const clock = createClock()

    clock.advance(-60_000)

    expect(clock()).toBe(now)
  })
})
