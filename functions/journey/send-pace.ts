/** How fast and how much a tick may send. SES drops what comes faster; it does not queue. */
import { type Instant, secondMs } from '../domain/instant.ts'
import type { Quota } from './ports.ts'

/** Below SES's rate, which it measures over moments of its own. */
const shareOfRate = 0.9
/** Of the day's room, kept for mail that a person waits for. */
const reserveShare = 0.05

export interface SendPace {
  readonly intervalMs: number
  /** Sends under way at once: enough to keep the rate while each takes up to a second. */
  readonly atOnce: number
  /** Room for the path's own mail. */
  readonly room: number
  /** Room for confirmations and what learners asked for. */
  readonly roomForAsked: number
}

const mostAtOnce = 50

/** Answers: what is one lane's share of this quota? */
export function sendPace(quota: Quota, lanes: number): SendPace {
  const ratePerSecond = Math.max(0.1, (quota.ratePerSecond * shareOfRate) / lanes)
  const roomForAsked = Math.floor(quota.leftToday / lanes)
  return {
    intervalMs: secondMs / ratePerSecond,
    atOnce: Math.min(mostAtOnce, Math.max(1, Math.ceil(ratePerSecond))),
    room: Math.floor(roomForAsked * (1 - reserveShare)),
    roomForAsked,
  }
}

/** Answers: how to wait for one's turn to send. Only sends take turns: a claim that fails costs no time. */
export function createTurns(parts: {
  intervalMs: number
  clock: () => Instant
  wait: (milliseconds: number) => Promise<void>
}): () => Promise<void> {
  const { intervalMs, clock, wait } = parts
  let nextTurnAt = clock()
  return async function myTurn() {
    const now = clock()
    const myTurnAt = Math.max(nextTurnAt, now)
    nextTurnAt = myTurnAt + intervalMs
    if (myTurnAt > now) await wait(myTurnAt - now)
  }
}
