import type { Instant } from '../../functions/domain/instant.ts'

/** The time of a rehearsal: begins on a given day, goes on as ours does, and is pushed ahead where nothing happens. */
export interface RehearsalClock {
  (): Instant
  advance(milliseconds: number): void
  /** Pushed ahead to this instant; never back. */
  advanceTo(instant: Instant): void
}

export function createRehearsalClock(start: Instant): RehearsalClock {
  const began = performance.now()
  let pushedMs = 0
  const clock = () => Math.floor(start + pushedMs + performance.now() - began)
  const advance = (milliseconds: number) => {
    pushedMs += Math.max(0, milliseconds)
  }
  return Object.assign(clock, { advance, advanceTo: (instant: Instant) => advance(instant - clock()) })
}
