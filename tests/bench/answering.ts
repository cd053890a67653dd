/** The child's side of a measurement: does what it is told over IPC, one order at a time. */

/** Says that it is ready, with what the parent has to know, and answers orders until the parent is gone. */
export function answering<Order>(ready: object, work: (order: Order) => unknown): void {
  process.on('message', async (order) => {
    try {
      process.send?.({ done: await work(order as Order) })
    } catch (error) {
      process.send?.({ failed: error instanceof Error ? error.stack : String(error) })
    }
  })
  process.once('disconnect', () => process.exit())
  process.send?.({ done: ready })
}
