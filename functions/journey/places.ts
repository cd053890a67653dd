/** Places for work that runs at the same time: who finds none waits, and at the end one waits until all are empty. */

export interface Places {
  taken(): number
  /** Comes back when there is a place. For one caller at a time. */
  free(): Promise<void>
  /** Comes back when nothing is under way any more. */
  empty(): Promise<void>
  take(): void
  leave(): void
}

export function createPlaces(most: number): Places {
  let taken = 0
  let waiting: { readonly below: number; readonly goOn: () => void } | undefined

  const until = (below: number) =>
    taken < below
      ? Promise.resolve()
      : new Promise<void>((goOn) => {
          waiting = { below, goOn }
        })

  return {
    taken: () => taken,
    free: () => until(most),
    empty: () => until(1),
    take() {
      taken++
    },
    leave() {
      taken--
      if (waiting === undefined || taken >= waiting.below) return
      const { goOn } = waiting
      waiting = undefined
      goOn()
    },
  }
}
