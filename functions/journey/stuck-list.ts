/** Enrolments that wait for the operator, and the way to let one go on. */
import type { Enrolment, EnrolmentKey } from '../domain/enrolment.ts'
import { dayMs, type Instant } from '../domain/instant.ts'
import { release } from '../domain/moves.ts'
import type { Path } from '../domain/path.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { dueEntries } from './due-entries.ts'
import type { Store } from './ports.ts'

const aheadDays = 400

export function createStuckList(parts: { store: Store; path: Path; stuckShards: readonly string[] }) {
  const { store, path, stuckShards } = parts
  return {
    /** Who waits, since when and why? Oldest first. */
    async list(now: Instant): Promise<readonly Enrolment[]> {
      const found: Enrolment[] = []
      // A pause may have moved the due time ahead: they wait all the same.
      for await (const entry of dueEntries(store, stuckShards, now + aheadDays * dayMs)) {
        const enrolment = await store.findEnrolment(entry)
        if (enrolment?.stuck !== undefined) found.push(enrolment)
      }
      return found.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
    },

    /**
     * Lets an enrolment go on. `send`: the step that was in doubt is sent (again). `skip`: it counts as received.
     * False when there is no such enrolment on the list.
     */
    async release(key: EnrolmentKey, choice: 'send' | 'skip', now: Instant): Promise<boolean> {
      let isOnList = false
      await changeEnrolment(store, key, (enrolment) => {
        isOnList = enrolment.stuck !== undefined
        return isOnList ? release(path, enrolment, choice, now) : undefined
      })
      return isOnList
    },
  }
}
