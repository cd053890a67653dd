import type { Enrolment } from '../../../functions/domain/enrolment.ts'
import { minuteMs } from '../../../functions/domain/instant.ts'
import type { Store } from '../../../functions/journey/ports.ts'
import { startEmbeddedTable } from '../../support/embedded-table.ts'
import { enrolmentFactory } from '../../support/enrolment.ts'
import { createMemoryStore } from '../../support/memory-store.ts'

/** A store under contract: asked anew in each test. */
export type StoreUnderTest = () => Store

export const stores = [
  { kind: 'DynamoDB', open: startEmbeddedTable },
  { kind: 'memory', open: async () => ({ store: createMemoryStore(), close: async () => {} }) },
]

export const seven = Date.parse('2027-03-01T06:00:00Z')
export const claimEnd = seven + 15 * minuteMs

/** An active enrolment that is due at seven. */
export const dueEnrolment = (overrides: Partial<Enrolment> = {}) =>
  enrolmentFactory({ dueAt: seven, lane: 'due', ...overrides })

export const entryOf = ({ learner, path, dueAt = seven }: Enrolment) => ({ learner, path, dueAt })

export const claimBy = (by: string, now = seven) => ({ by, now, until: now + 15 * minuteMs })

/** Creates it and claims it for this worker. */
export async function claimed(store: Store, enrolment = dueEnrolment(), by = 'ann'): Promise<Enrolment> {
  await store.createEnrolment(enrolment)
  const taken = await store.claim(entryOf(enrolment), claimBy(by))
  if (taken === undefined) throw new Error('The claim that this test begins with was refused')
  return taken
}

export const strong = (store: Store, enrolment: Enrolment) => store.findEnrolment(enrolment, 'strong')
