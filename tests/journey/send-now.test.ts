import { expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { dueLearner, now } from './due-learner.ts'

const yesterday = mondayMorning - dayMs

it.each(['outcome-unknown', 'refused'] as const)(
  'who waits for the operator (%s) is sent nothing by asking for an earlier step again: only a release sends',
  async (stuck) => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, {
      received: ['E01'],
      lastSentAt: yesterday,
      dueAt: yesterday,
      stuck,
      lane: 'stuck',
    })

    await journey.steer.sendAgain(entry, 'E01', mondayMorning)
    for (const day of [0, 1, 2]) {
      journey.clock.moveTo(mondayMorning + day * dayMs)
      await journey.tick()
    }

    expect(journey.stepsSent()).toEqual([])
    expect(await now(journey.store, entry)).toMatchObject({ stuck, lane: 'stuck' })
  },
)
