import type { Instant } from '../domain/instant.ts'

export interface Clock {
  (): Instant
  /** Push time forward: for rehearsals on one machine. Time never goes back. */
  advance(milliseconds: number): void
}

/** The system's clock, which a rehearsal may push ahead. */
export function createClock(): Clock {
  let aheadMs = 0
  const clock = () => Date.now() + aheadMs
  return Object.assign(clock, {
    advance(milliseconds: number) {
      aheadMs += Math.max(0, milliseconds)
    },
  })
}

/** The one clock of this process. Only entry files take it; everything else is given `now`. */
export const clock = createClock()
