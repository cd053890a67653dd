/** Measured: the real deliver handler, told what time it is and when to tick. */
import { handler } from '../../functions/deliver.lambda.ts'
import type { TickSummary } from '../../functions/journey/tick-summary.ts'
import { clock } from '../../functions/runtime/clock.ts'
import { answering } from './answering.ts'
import { peakMemoryMb } from './peak-memory.ts'
import { type Spent, spent } from './spent.ts'

export type DeliverOrder = { readonly kind: 'tick'; readonly now: number } | { readonly kind: 'peak' }
export type TickSpent = Spent<TickSummary>

/** No tick here ends for want of time: it is its work that is measured. */
const getRemainingTimeInMillis = () => 3_600_000

answering<DeliverOrder>({}, (order) => {
  if (order.kind === 'peak') return peakMemoryMb()
  clock.advance(order.now - clock())
  return spent(() => handler({ lane: 0, lanes: 1 }, { getRemainingTimeInMillis }))
})
