import type { Store } from '../../functions/journey/ports.ts'

/** Writes of a store: everything that is not a question. */
const isWrite = (name: string) => !/^(find|is|whatIsDue)/.test(name)

/**
 * A store whose process dies around its nth write: `before` it reaches the table, or `after` it, when nobody hears the
 * answer. Everything later fails too. `written` says how often it was asked to write.
 */
export function dyingStore(store: Store, nth: number, when: 'before' | 'after' = 'after') {
  const calls: string[] = []
  const guarded = Object.entries(store).map(([name, call]) => {
    if (!isWrite(name)) return [name, call]
    const die = () => Promise.reject(new Error(`Died ${when} write ${nth}`))
    const dying = async (...wish: unknown[]) => {
      calls.push(name)
      if (calls.length > nth || (calls.length === nth && when === 'before')) return die()
      const answer: unknown = await (call as (...wish: unknown[]) => Promise<unknown>)(...wish)
      return calls.length === nth ? die() : answer
    }
    return [name, dying]
  })
  return { store: Object.fromEntries(guarded) as Store, calls: calls as readonly string[] }
}

/** A store that lives, and the names of its writes in order. */
export const watchedStore = (store: Store) => dyingStore(store, Number.POSITIVE_INFINITY)
