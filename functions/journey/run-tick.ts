/** The run that starts each minute: asks for the quota, reads what is due, sends it at SES's pace. */
import { type Instant, secondMs } from '../domain/instant.ts'
import type { DeliverStep } from './deliver-step.ts'
import { dueEntries, shardsOfLane } from './due-entries.ts'
import { createPlaces } from './places.ts'
import type { DueEntry, Log, Mailer, OpenMailer, Quota, Store } from './ports.ts'
import { createTurns, sendPace } from './send-pace.ts'
import { countOutcome, emptySummary, measuresOf, type TickSummary } from './tick-summary.ts'
import { withoutAddresses } from './without-addresses.ts'

/** No claim so near the end of the function: a frozen worker must not send after its claim ran out. */
const lastClaimSeconds = 15
/** Before SES was ever asked: what a sandbox allows. */
const cautiousQuota: Quota = { ratePerSecond: 1, leftToday: 200 }

export interface RunTickParts {
  readonly store: Store
  readonly openMailer: () => OpenMailer
  readonly deliverStep: DeliverStep
  readonly shards: { readonly now: readonly string[]; readonly due: readonly string[] }
  readonly clock: () => Instant
  readonly wait: (milliseconds: number) => Promise<void>
  readonly log: Log
}

export interface Tick {
  readonly lane: number
  readonly lanes: number
  /** How long the function still has. */
  readonly remainingMs: () => number
}

/** Runs one tick of one lane and answers what it did. Returns only when no request is open any more. */
export type RunTick = (tick: Tick) => Promise<TickSummary>

export function createRunTick(parts: RunTickParts): RunTick {
  const { store, openMailer, deliverStep, shards, clock, wait, log } = parts
  let lastQuota = cautiousQuota

  return async function runTick(tick) {
    const mailer = openMailer()
    try {
      const quota = await mailer.quota()
      lastQuota = quota ?? lastQuota
      const summary = await send(tick, mailer, lastQuota)
      const { erased, notMine, braked } = summary
      const facts = { erased, notMine, braked, quotaKnown: quota !== undefined, lane: tick.lane }
      log.measure('tick', clock(), measuresOf(summary), facts)
      return summary
    } finally {
      mailer.close()
    }
  }

  async function send(tick: Tick, mailer: Mailer, quota: Quota): Promise<TickSummary> {
    const now = clock()
    const pace = sendPace(quota, tick.lanes)
    const summary = emptySummary(quota)
    const faults = new Map<string, number>()
    const underWay = createPlaces(pace.atOnce)
    const sending = { mailer, myTurn: createTurns({ intervalMs: pace.intervalMs, clock, wait }) }

    const begin = async (entry: DueEntry) => {
      try {
        countOutcome(summary, await deliverStep(entry, sending), faults)
      } catch (error) {
        log.error('step-failed', { learner: entry.learner, error: withoutAddresses(String(error)) })
      } finally {
        // No longer under way at the very moment it is counted: a send counted twice would fill the room too early.
        underWay.leave()
      }
    }

    if (await store.isSendingStopped()) summary.braked = 'stopped'

    const isBraked = (room: number) => {
      if (summary.sent + underWay.taken() >= room) summary.braked ??= 'daily-room'
      return summary.braked !== undefined
    }

    const readAndSend = async (lane: readonly string[], room: number) => {
      for await (const entry of dueEntries(store, lane, now)) {
        summary.due++
        summary.oldestDueAgeSeconds = Math.max(summary.oldestDueAgeSeconds, (now - entry.dueAt) / secondMs)
        await underWay.free()
        if (tick.remainingMs() < lastClaimSeconds * secondMs) {
          summary.braked ??= 'time'
          return
        }
        // A tick that brakes goes on counting: what is due and not sent is what the alarms watch.
        if (isBraked(room)) continue
        underWay.take()
        void begin(entry)
      }
    }

    try {
      await readAndSend(shardsOfLane(shards.now, tick.lane, tick.lanes, now), pace.roomForAsked)
      await readAndSend(shardsOfLane(shards.due, tick.lane, tick.lanes, now), pace.room)
    } finally {
      // Also when the table fails half-way: a worker frozen with a request open could send after its claim.
      await underWay.empty()
    }
    return summary
  }
}
