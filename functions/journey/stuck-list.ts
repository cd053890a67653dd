/** Enrolments that wait for the operator, and the way to let one go on. */
import type { Enrolment, EnrolmentKey } from '../domain/enrolment.ts'
import { dayMs, type Instant } from '../domain/instant.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { release } from '../domain/release.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { dueEntries } from './due-entries.ts'
import type { Store } from './ports.ts'

const aheadDays = 400

export function createStuckList(parts: { store: Store; path: Path; stuckShards: readonly string[] }) {
  const { store, path, stuckShards } = parts

  /** Which step did SES take and then reject? Undefined when it was the confirmation, or nothing was. */
  const lastRejected = async (key: EnrolmentKey): Promise<StepId | undefined> => {
    const deliveries = await store.findDeliveries(key)
    const step = deliveries.findLast(({ facts }) => facts.rejected !== undefined)?.step
    return step !== undefined && findStep(path, step) !== undefined ? step : undefined
  }

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
      const rejected = await lastRejected(key)
      await changeEnrolment(store, key, (enrolment) => {
        isOnList = enrolment.stuck !== undefined
        const inDoubt = enrolment.stuck === 'rejected' ? rejected : undefined
        return isOnList ? release(path, enrolment, choice, now, inDoubt) : undefined
      })
      return isOnList
    },
  }
}
