/** Who waits for the operator is on a list, with a reason and a way on. */
import { describe, expect, it } from 'vitest'
import { shardsOf } from '../../functions/aws/keys.ts'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { createStuckList } from '../../functions/journey/stuck-list.ts'
import { dueLearner, now } from '../journey/due-learner.ts'
import { noAnswer, refused } from '../support/fake-mailer.ts'
import { createTestJourney } from '../support/journey.ts'

/** A learner whose outcome nobody knows, where the operator chose to hold. */
async function heldLearner() {
  const journey = createTestJourney({ unknownPolicy: 'hold' })
  const { entry } = await dueLearner(journey.store)
  journey.mailer.answerNext(noAnswer)
  await journey.tick()
  journey.clock.advance(15 * minuteMs)
  await journey.tick()
  const list = createStuckList({ ...journey, stuckShards: shardsOf('stuck') })
  return { journey, entry, list }
}

describe('the stuck list', () => {
  it('holds who was held, with the reason', async () => {
    const { journey, list, entry } = await heldLearner()

    expect(await list.list(journey.clock())).toMatchObject([{ learner: entry.learner, stuck: 'outcome-unknown' }])
  })

  it('is empty when all is well', async () => {
    const journey = createTestJourney()
    await dueLearner(journey.store)
    await journey.tick()

    const list = createStuckList({ ...journey, stuckShards: shardsOf('stuck') })
    expect(await list.list(journey.clock())).toEqual([])
  })

  it('lets a learner go on with the step in doubt', async () => {
    const { journey, list, entry } = await heldLearner()

    expect(await list.release(entry, 'send', journey.clock())).toBe(true)
    journey.clock.advance(dayMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
    expect(await list.list(journey.clock())).toEqual([])
  })

  it('lets a learner go on with the next step, as if the one in doubt had come', async () => {
    const { journey, list, entry } = await heldLearner()

    expect(await list.release(entry, 'skip', journey.clock())).toBe(true)
    journey.clock.advance(dayMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01', 'E02'])
  })

  it('releases nobody who is not on it', async () => {
    const { list, entry, journey } = await heldLearner()
    await list.release(entry, 'send', journey.clock())

    expect(await list.release(entry, 'send', journey.clock())).toBe(false)
    expect(await list.release({ ...entry, learner: 'lrn_nobody' }, 'send', journey.clock())).toBe(false)
  })

  it('keeps who changes their pace or pauses until a day meanwhile', async () => {
    const { journey, list, entry } = await heldLearner()

    await journey.steer.changePace(entry, { days: [5], time: '20:00', zone: 'UTC' }, journey.clock())
    expect(await list.list(journey.clock())).toHaveLength(1)
    await journey.steer.pause(entry, '2027-04-01', journey.clock())
    expect(await list.list(journey.clock())).toHaveLength(1)
    journey.clock.advance(dayMs)
    await journey.tick()
    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('loses who leaves', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(refused)
    await journey.tick()
    const list = createStuckList({ ...journey, stuckShards: shardsOf('stuck') })
    expect(await list.list(journey.clock())).toMatchObject([{ stuck: 'refused' }])

    await journey.steer.leave(entry, journey.clock())

    expect(await list.list(journey.clock())).toEqual([])
    expect((await now(journey.store, entry)).stuck).toBeUndefined()
  })
})
