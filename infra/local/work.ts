/**
 * Knows whether a handler is at work. Time may only be pushed when none is: inside a handler time has to run at its own
 * speed, or its claims (15 minutes) and its own deadline would expire under its hands.
 */
export interface Work {
  /** Runs a handler. */
  run<T>(handler: () => Promise<T>): Promise<T>
  /** Acts at the next moment when no handler is at work; at once if none is. Those who ask first act first. */
  whenQuiet<T>(act: () => T): Promise<Awaited<T>>
}

/** Starts with nobody at work. */
export function createWork(): Work {
  let running = 0
  const waiting: (() => void)[] = []

  function wakeWaiting() {
    // One that acts may start a handler; then the rest go on waiting.
    while (running === 0) {
      const next = waiting.shift()
      if (!next) return
      next()
    }
  }

  return {
    async run(handler) {
      running += 1
      try {
        return await handler()
      } finally {
        running -= 1
        wakeWaiting()
      }
    },
    whenQuiet<T>(act: () => T) {
      return new Promise<Awaited<T>>((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(act() as Awaited<T>)
          } catch (error) {
            reject(error)
          }
        })
        wakeWaiting()
      })
    },
  }
}
