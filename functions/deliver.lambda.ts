/** Each minute: due enrolments → emails. */
import { setTimeout as wait } from 'node:timers/promises'
import { shardsOf } from './aws/keys.ts'
import { createRunTick } from './journey/run-tick.ts'
import type { TickSummary } from './journey/tick-summary.ts'
import { clock } from './runtime/clock.ts'
import { deliverSettings, readSettings } from './runtime/env.ts'
import { createSending } from './runtime/sending.ts'

export interface TickEvent {
  readonly lane: number
  readonly lanes: number
}

const sending = createSending(readSettings(deliverSettings), clock)
const runTick = createRunTick({
  ...sending,
  shards: { now: shardsOf('now'), due: shardsOf('due') },
  clock,
  wait,
})

export const handler = async (
  event: TickEvent,
  context: { getRemainingTimeInMillis(): number },
): Promise<TickSummary> => {
  await sending.keys.open()
  return runTick({ ...event, remainingMs: () => context.getRemainingTimeInMillis() })
}
