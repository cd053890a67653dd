import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { dueLearner, learnerOnTheWay, now, onTheWay, tomorrow } from './due-learner.ts'

const gone = { learner: 'lrn_gone', path: 'engineer-to-producer' }

describe('leaving', () => {
  it('always succeeds, twice and for those who are gone', async () => {
    const { journey, subject } = await learnerOnTheWay()

    await journey.steer.leave(subject, mondayMorning)
    await journey.steer.leave(subject, tomorrow)
    await journey.steer.leave(gone, mondayMorning)

    expect(await now(journey.store, subject)).toMatchObject({
      state: 'left',
      dueAt: mondayMorning + 30 * dayMs,
      rev: 1,
    })
  })

  it.each(['pending', 'active', 'paused', 'finished', 'undeliverable'] as const)(
    'works for who is %s',
    async (state) => {
      const journey = createTestJourney()
      const { entry } = await dueLearner(journey.store, { ...onTheWay, state, asked: 'next' })

      await journey.steer.leave(entry, mondayMorning)

      expect(await now(journey.store, entry)).toMatchObject({ state: 'left' })
    },
  )

  it('ends all mail', async () => {
    const { journey, subject } = await learnerOnTheWay()
    await journey.steer.leave(subject, mondayMorning)

    for (let day = 0; day < 29; day++) {
      journey.clock.moveTo(mondayMorning + day * dayMs)
      await journey.tick()
    }

    expect(journey.mailer.sent).toEqual([])
  })
})
