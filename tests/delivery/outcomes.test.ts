/** What becomes of a step, fault by fault, through the real SDK over HTTP: README, "How a step is sent". */
import { afterEach, describe, expect, it } from 'vitest'
import { minuteMs } from '../../functions/domain/instant.ts'
import { dueLearner, now } from '../journey/due-learner.ts'
import { mondayMorning } from '../support/journey.ts'
import type { FaultName } from '../support/ses/faults.ts'
import { sendEvent, startDelivery } from './through-ses.ts'

let running: Awaited<ReturnType<typeof startDelivery>> | undefined
afterEach(async () => {
  await running?.close()
  running = undefined
})

/** One tick over one due learner, whose first send meets this fault. */
async function tickWith(fault: FaultName | undefined, unknownPolicy: 'resend' | 'hold' = 'resend') {
  let first = true
  running = await startDelivery(
    {
      faultFor: () => {
        const met = first ? fault : undefined
        first = false
        return met
      },
    },
    unknownPolicy,
  )
  const { entry } = await dueLearner(running.store)
  const summary = await running.journey.tick()
  return { ...running, summary, entry, enrolment: await now(running.store, entry) }
}

describe('a step', () => {
  it('that SES takes is settled: received, the next one due, nothing claimed', async () => {
    const { enrolment, ses } = await tickWith(undefined)

    expect(ses.accepted).toHaveLength(1)
    expect(enrolment).toMatchObject({ received: new Set(['E01']), lastSentAt: mondayMorning, tries: 0 })
    expect(enrolment.claim).toBeUndefined()
  })

  it.each(['rate', 'daily-quota', 'paused-account', 'paused-set', 'not-verified'] as const)(
    'that SES does not take for the account’s reasons (%s) stays due, nobody is marked, and the tick brakes',
    async (fault) => {
      const { enrolment, summary, ses, journey, entry } = await tickWith(fault)

      expect(enrolment).toMatchObject({ dueAt: mondayMorning, tries: 0, received: new Set() })
      expect([enrolment.claim, enrolment.stuck]).toEqual([undefined, undefined])
      expect(summary.braked).toBeDefined()

      await journey.tick()
      expect(ses.accepted).toHaveLength(1)
      expect((await now(journey.store, entry)).received).toEqual(new Set(['E01']))
    },
  )

  it('that SES refuses for itself waits for the operator, with the reason', async () => {
    const { enrolment, ses } = await tickWith('rejected')

    expect(ses.accepted).toEqual([])
    expect(enrolment).toMatchObject({ stuck: 'refused', lane: 'stuck' })
  })

  it('that meets a fault nobody has seen waits for the operator', async () => {
    const { enrolment } = await tickWith('unheard-of')

    expect(enrolment).toMatchObject({ stuck: 'unknown-fault', lane: 'stuck' })
  })
})

describe('a step without an answer', () => {
  const silences = ['500-before', '500-after', 'reset-before', 'reset-after'] as const

  it.each(silences)('(%s) is asked for once, and its claim stays until it ends', async (fault) => {
    const { enrolment, ses, journey, summary } = await tickWith(fault)

    expect(ses.requests()).toBe(1)
    expect(summary).toMatchObject({ unknown: 1, sent: 0 })
    expect(enrolment.dueAt).toBe(enrolment.claim?.until)

    journey.clock.advance(14 * minuteMs)
    await journey.tick()
    expect(ses.requests()).toBe(1)
  })

  it.each(['500-after', 'reset-after'] as const)(
    '(%s) that was taken is settled by SES’s event and not sent again',
    async (fault) => {
      const { ses, journey, entry } = await tickWith(fault)
      const [mail] = ses.accepted

      await journey.absorbEvent(sendEvent(journey, mail))
      journey.clock.advance(60 * minuteMs)
      await journey.tick()

      expect(ses.accepted).toHaveLength(1)
      expect(await now(journey.store, entry)).toMatchObject({ received: new Set(['E01']), tries: 0 })
    },
  )

  it.each(['500-before', 'reset-before'] as const)(
    '(%s) that was not taken is sent after the patience',
    async (fault) => {
      const { ses, journey, entry } = await tickWith(fault)

      journey.clock.advance(15 * minuteMs)
      await journey.tick()

      expect(ses.accepted).toHaveLength(1)
      expect((await now(journey.store, entry)).received).toEqual(new Set(['E01']))
    },
  )

  it('is never sent again where the operator chose to hold', async () => {
    const { ses, journey, entry } = await tickWith('reset-after', 'hold')

    journey.clock.advance(15 * minuteMs)
    await journey.tick()

    expect(ses.requests()).toBe(1)
    expect(await now(journey.store, entry)).toMatchObject({ stuck: 'outcome-unknown', lane: 'stuck' })
  })

  it('waits while feedback is down, however long, and is settled when the event comes', async () => {
    const { ses, journey, entry } = await tickWith('reset-after')
    journey.feedback.isUp = false

    for (let minutes = 0; minutes < 40; minutes += 5) {
      journey.clock.advance(5 * minuteMs)
      await journey.tick()
    }
    expect(ses.requests()).toBe(1)
    expect(journey.log.lines.filter((line) => line.event === 'resend-waits-for-feedback').length).toBeGreaterThan(2)

    await journey.absorbEvent(sendEvent(journey, ses.accepted[0]))
    journey.feedback.isUp = true
    journey.clock.advance(10 * minuteMs)
    await journey.tick()
    expect(ses.requests()).toBe(1)
    expect((await now(journey.store, entry)).received).toEqual(new Set(['E01']))
  })

  it('that waits for feedback still counts as unknown: afterwards it is sent at most twice more', async () => {
    const { ses, journey, entry } = await tickWith('reset-before')
    journey.feedback.isUp = false
    journey.clock.advance(20 * minuteMs)
    await journey.tick()
    journey.feedback.isUp = true

    journey.clock.advance(10 * minuteMs)
    await journey.tick()

    expect(ses.accepted).toHaveLength(1)
    expect(await now(journey.store, entry)).toMatchObject({ received: new Set(['E01']), tries: 0 })
  })
})
