import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

describe('looking at one’s path', () => {
  it('shows where one is, what comes when, and what one has done', async () => {
    const journey = createTestJourney({ path: pathFactory({ steps: 'E01 E02 E03 FIN' }) })
    const tomorrow = mondayMorning + dayMs
    const { entry } = await dueLearner(journey.store, {
      received: ['E01'],
      lastSentAt: mondayMorning,
      dueAt: tomorrow,
    })
    await journey.study.markDone(entry, 'E01', mondayMorning)

    const view = await journey.viewPath(entry, mondayMorning)

    expect(view).toEqual({
      enrolment: await now(journey.store, entry),
      ahead: ['E02', 'E03', 'FIN'].map((step, index) => ({ step, dueAt: tomorrow + index * dayMs })),
      work: [{ step: 'E01', answers: {}, doneAt: mondayMorning }],
      mayAskForNext: false,
    })
  })

  it('offers the next step when none was sent today', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)

    expect(await journey.viewPath(entry, mondayMorning)).toMatchObject({ mayAskForNext: true })
  })

  it('shows nothing to who is gone or being erased', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { state: 'erasing' })

    expect(await journey.viewPath(entry, mondayMorning)).toBeUndefined()
    expect(await journey.viewPath({ ...entry, learner: 'lrn_gone' }, mondayMorning)).toBeUndefined()
  })
})
