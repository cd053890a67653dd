/** The child that is killed: the real deliver handler, told by its parent what time it is and when to tick. */
import { handler } from '../../functions/deliver.lambda.ts'
import { clock } from '../../functions/runtime/clock.ts'

const functionTimeoutMs = 55_000

export interface TickOrder {
  readonly now: number
}

process.on('message', async ({ now }: TickOrder) => {
  clock.advance(now - clock())
  const begunAt = performance.now()
  const getRemainingTimeInMillis = () => functionTimeoutMs - (performance.now() - begunAt)
  try {
    await handler({ lane: 0, lanes: 1 }, { getRemainingTimeInMillis })
    process.send?.({ done: true })
  } catch (error) {
    process.send?.({ failed: String(error) })
  }
})
process.send?.({ ready: true })
