import { describe, expect, it } from 'vitest'
import { shardsOf } from '../../functions/aws/keys.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { createStuckList } from '../../functions/journey/stuck-list.ts'
import { refused } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { dueLearner, now } from './due-learner.ts'

const tomorrow = mondayMorning + dayMs

/** Lou, whose step SES refused. */
async function stuckLearner() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store)
  journey.mailer.answerNext(refused)
  await journey.deliverStep(entry, { mailer: journey.mailer.open() })
  return { journey, subject: entry, stuckList: createStuckList({ ...journey, stuckShards: shardsOf('stuck') }) }
}

describe('the operator’s list', () => {
  it('names who waits, since when and why, oldest first', async () => {
    const { journey, stuckList } = await stuckLearner()
    await dueLearner(journey.store, {
      learner: 'lrn_old',
      lane: 'stuck',
      stuck: 'rejected',
      dueAt: mondayMorning - dayMs,
    })

    const list = await stuckList.list(mondayMorning)

    expect(list.map(({ learner, stuck, dueAt }) => [learner, stuck, dueAt])).toEqual([
      ['lrn_old', 'rejected', mondayMorning - dayMs],
      ['lrn_lou', 'refused', mondayMorning],
    ])
  })

  it('does not name who is on the way', async () => {
    const { journey, stuckList } = await stuckLearner()
    await dueLearner(journey.store, { learner: 'lrn_well' })

    expect((await stuckList.list(mondayMorning)).map((enrolment) => enrolment.learner)).toEqual(['lrn_lou'])
  })

  it('still names who paused until a day', async () => {
    const { journey, subject, stuckList } = await stuckLearner()

    await journey.steer.pause(subject, '2027-03-20', mondayMorning)

    expect(await stuckList.list(mondayMorning)).toMatchObject([{ learner: 'lrn_lou', stuck: 'refused' }])
  })

  it('still names who asks for a step once more, and sends them nothing', async () => {
    const { journey, subject, stuckList } = await stuckLearner()
    await journey.store.change(await now(journey.store, subject), { received: ['E01'] })

    await journey.steer.sendAgain(subject, 'E01', mondayMorning)

    expect(await stuckList.list(mondayMorning)).toMatchObject([{ learner: 'lrn_lou', stuck: 'refused', asked: 'E01' }])
    expect(journey.mailer.sent).toHaveLength(1)
  })

  it('keeps who was claimed all the same', async () => {
    const { journey, subject, stuckList } = await stuckLearner()

    await journey.deliverStep(subject, { mailer: journey.mailer.open() })

    expect(await stuckList.list(mondayMorning)).toMatchObject([{ learner: 'lrn_lou', stuck: 'refused' }])
    expect(journey.mailer.sent).toHaveLength(1)
  })

  it('is never sent to by a tick', async () => {
    const { journey } = await stuckLearner()

    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(journey.mailer.sent).toHaveLength(1)
  })
})

describe('letting one go on', () => {
  it('sends the step once more, at the learner’s next own time', async () => {
    const { journey, subject, stuckList } = await stuckLearner()

    const released = await stuckList.release(subject, 'send', mondayMorning + 1)
    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(released).toBe(true)
    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
    expect(await stuckList.list(tomorrow)).toEqual([])
  })

  it('or goes on behind it', async () => {
    const { journey, subject, stuckList } = await stuckLearner()

    await stuckList.release(subject, 'skip', mondayMorning + 1)
    journey.clock.moveTo(tomorrow)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01', 'E02'])
    expect(await now(journey.store, subject)).toMatchObject({ received: new Set(['E01', 'E02']) })
  })

  it('is refused for who is not on it', async () => {
    const { journey, stuckList } = await stuckLearner()
    const { entry } = await dueLearner(journey.store, { learner: 'lrn_well' })

    expect(await stuckList.release(entry, 'skip', mondayMorning)).toBe(false)
    expect(await stuckList.release({ ...entry, learner: 'lrn_gone' }, 'send', mondayMorning)).toBe(false)
    expect(await now(journey.store, entry)).toMatchObject({ received: new Set(), rev: 0 })
  })
})

describe('a step that SES took and then rejected', () => {
  async function rejectedLearner() {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    const [mail] = journey.mailer.sent
    if (mail === undefined) throw new Error('Nothing was sent')
    await journey.absorbEvent(journey.event(mail))
    await journey.absorbEvent(journey.event(mail, { fact: 'rejected' }))
    return { journey, subject: entry, stuckList: createStuckList({ ...journey, stuckShards: shardsOf('stuck') }) }
  }

  it.each([
    ['send', ['E01', 'E01', 'E02']],
    ['skip', ['E01', 'E02', 'P01']],
  ] as const)('is released to %s', async (choice, steps) => {
    const { journey, subject, stuckList } = await rejectedLearner()
    expect(await stuckList.list(mondayMorning)).toMatchObject([{ stuck: 'rejected' }])

    await stuckList.release(subject, choice, mondayMorning + 1)
    for (const day of [0, 1, 2]) {
      journey.clock.moveTo(mondayMorning + day * dayMs)
      await journey.tick()
    }

    expect(journey.stepsSent()).toEqual(steps)
  })
})
