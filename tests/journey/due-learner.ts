import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import type { Store } from '../../functions/journey/ports.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'

export const tomorrow = mondayMorning + dayMs
/** On the way, with a step received yesterday and the next one due tomorrow. */
export const onTheWay = { received: ['E01'], lastSentAt: mondayMorning - dayMs, dueAt: tomorrow } as const

export async function learnerOnTheWay() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store, onTheWay)
  return { journey, subject: { learner: entry.learner, path: entry.path } }
}

/** An enrolment that is due this very moment, as the tick finds it. */
export async function dueLearner(store: Store, overrides: Parameters<typeof enrolmentFactory>[0] = {}) {
  const enrolment = enrolmentFactory({ dueAt: mondayMorning, lane: 'due', ...overrides })
  await store.createEnrolment(enrolment)
  const { learner, path, dueAt = mondayMorning } = enrolment
  return { enrolment, entry: { learner, path, dueAt } }
}

/** What stands in the store now; throws when nothing does. */
export async function now(store: Store, key: Pick<Enrolment, 'learner' | 'path'>): Promise<Enrolment> {
  const enrolment = await store.findEnrolment(key, 'strong')
  if (enrolment === undefined) throw new Error(`${key.learner} is not in the store`)
  return enrolment
}
