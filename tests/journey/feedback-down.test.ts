/** SES's silence proves nothing while its events are not read: nothing is sent again until they are. */
import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../functions/domain/instant.ts'
import { noAnswer } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { dueLearner, now } from './due-learner.ts'

const claimEnd = mondayMorning + 15 * minuteMs

/** A step without an answer, whose patience is over, while nobody reads what SES says. */
async function afterSilence() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store)
  journey.mailer.answerNext(noAnswer)
  await journey.tick()
  journey.clock.moveTo(claimEnd)
  journey.feedback.isUp = false
  return { journey, subject: entry }
}

describe('a step of unknown outcome, while feedback is down', () => {
  it('is not sent again, keeps its tries, and is looked at again soon', async () => {
    const { journey, subject } = await afterSilence()

    const summary = await journey.tick()

    const waiting = await now(journey.store, subject)
    expect(summary).toMatchObject({ sent: 0, released: 1 })
    expect(journey.mailer.sent).toHaveLength(1)
    expect(waiting).toMatchObject({ dueAt: claimEnd + 5 * minuteMs, lane: 'due', tries: 1 })
    expect([waiting.claim, waiting.stuck]).toEqual([undefined, undefined])
  })

  it('is never given up, however long it lasts', async () => {
    const { journey, subject } = await afterSilence()

    for (let look = 0; look < 20; look++) {
      journey.clock.moveTo(claimEnd + look * 5 * minuteMs)
      await journey.tick()
    }

    expect(journey.mailer.sent).toHaveLength(1)
    expect(await now(journey.store, subject)).toMatchObject({ tries: 1 })
  })

  it('is settled by its event when feedback is read again, and sent no second time', async () => {
    const { journey, subject } = await afterSilence()
    await journey.tick()
    journey.feedback.isUp = true
    for (const mail of journey.mailer.sent) await journey.absorbEvent(journey.event(mail))

    journey.clock.moveTo(claimEnd + 5 * minuteMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01'])
    expect((await now(journey.store, subject)).received).toEqual(new Set(['E01']))
  })

  it('is sent again when feedback is read and had nothing to say', async () => {
    const { journey } = await afterSilence()
    await journey.tick()

    journey.feedback.isUp = true
    journey.clock.moveTo(claimEnd + 5 * minuteMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01', 'E01'])
  })
})

describe('a step that was proven late', () => {
  it('leaves no tries behind that would count against the next step', async () => {
    const journey = createTestJourney({ unknownPolicy: 'hold' })
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(noAnswer)
    await journey.tick()
    // The learner moves to another hour while nobody knows, so the claim that finds it expired has nothing to send.
    const [mail] = journey.mailer.sent
    journey.clock.moveTo(claimEnd)
    await journey.store.claim({ ...entry, dueAt: claimEnd }, { by: 'w', now: claimEnd, until: claimEnd + minuteMs })
    const claimed = await now(journey.store, entry)
    await journey.store.settle(claimed, { dueAt: claimEnd + minuteMs, lane: 'due' }, 'released')

    if (mail) await journey.absorbEvent(journey.event(mail))

    expect(await now(journey.store, entry)).toMatchObject({ received: new Set(['E01']), tries: 0 })
  })
})
