import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { noAnswer, paused, refused, strange } from '../support/fake-mailer.ts'
import { createJourneyOn, createTestJourney, mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

const tomorrow = mondayMorning + dayMs
const claimEnd = mondayMorning + 15 * minuteMs

describe('SES said yes', () => {
  it('the step is received, the next one is due, nothing is claimed any more', async () => {
    const journey = createTestJourney()
    const { enrolment, entry } = await dueLearner(journey.store)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const settled = { received: new Set(['E01']), lastSentAt: mondayMorning, dueAt: tomorrow, lane: 'due' }
    expect(outcome).toEqual({ kind: 'sent' })
    expect(await now(journey.store, entry)).toEqual({ ...enrolment, ...settled, attempt: 1 })
  })

  it('the mail names enrolment, step and attempt, so that events find back', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { attempt: 6, received: ['E01'] })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const tags = { learner: 'lrn_lou', path: 'engineer-to-producer', step: 'E02', attempt: '7' }
    expect(journey.mailer.sent.map((mail) => [mail.to, mail.tags])).toEqual([['ada@example.com', tags]])
  })

  it('the last step finishes the path', async () => {
    const journey = createTestJourney({ path: pathFactory({ steps: 'E01 FIN' }) })
    const { entry } = await dueLearner(journey.store, { received: ['E01'] })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const finished = await now(journey.store, entry)
    expect(finished).toMatchObject({ state: 'finished', received: new Set(['E01', 'FIN']) })
    expect(finished.dueAt).toBeUndefined()
  })

  it('a confirmation leaves the enrolment due for its own erasure', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store, { state: 'pending', asked: 'confirmation', lane: 'now' })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const pending = await now(journey.store, entry)
    expect(journey.mailer.sent[0]?.tags['step']).toBe('confirm')
    expect(pending).toMatchObject({ state: 'pending', dueAt: mondayMorning + 7 * dayMs, lane: 'due' })
    expect([pending.asked, pending.lastSentAt, pending.claim]).toEqual([undefined, undefined, undefined])
  })
})

describe('not sent for certain', () => {
  it.each(['rate', 'daily-quota', 'paused', 'unreachable', 'configuration'] as const)(
    'because of %s: the enrolment stands as before, nobody is marked, the tick is told',
    async (trouble) => {
      const journey = createTestJourney()
      const { enrolment, entry } = await dueLearner(journey.store)
      journey.mailer.answerNext({ kind: 'not-sent', trouble, detail: 'why' })

      const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

      expect(outcome).toEqual({ kind: 'braked', trouble })
      expect(await now(journey.store, entry)).toEqual({ ...enrolment, attempt: 1 })
    },
  )

  it('does not use up the tries of a real unknown outcome', async () => {
    const journey = createTestJourney({ unknownPolicy: 'hold' })
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(paused, paused, paused, paused)

    const kinds = []
    for (let tick = 0; tick < 5; tick++)
      kinds.push((await journey.deliverStep(entry, { mailer: journey.mailer.open() })).kind)

    expect(kinds).toEqual(['braked', 'braked', 'braked', 'braked', 'sent'])
  })
})

describe('SES said no to this address or content', () => {
  it('the enrolment waits for the operator, with the reason', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(refused)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    const stuck = await now(journey.store, entry)
    expect(outcome).toEqual({ kind: 'stuck', reason: 'refused' })
    expect(stuck).toMatchObject({ stuck: 'refused', lane: 'stuck', dueAt: mondayMorning, tries: 0 })
    expect([stuck.claim, stuck.received.size]).toEqual([undefined, 0])
  })
})

describe('an unknown fault', () => {
  it('puts this one on the operator’s list and tells the tick its name', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(strange)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'stuck', reason: 'unknown-fault', fault: 'Strange' })
    expect(await now(journey.store, entry)).toMatchObject({ stuck: 'unknown-fault', lane: 'stuck' })
  })

  it('is also a mail that cannot be made: nothing was sent, and it does not look like an outcome unknown', async () => {
    const path = pathFactory()
    const mail = () => {
      throw new TypeError('No such mail')
    }
    const journey = createTestJourney({ path, catalog: { path, mail, page: () => undefined } })
    const { entry } = await dueLearner(journey.store)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'stuck', reason: 'unknown-fault', fault: 'TypeError' })
    expect(await now(journey.store, entry)).toMatchObject({ stuck: 'unknown-fault', lane: 'stuck', tries: 0 })
    expect(journey.mailer.sent).toEqual([])
  })
})

describe('no answer', () => {
  it('the claim stays, and the enrolment shows itself when it ends', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(noAnswer)

    const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'unknown' })
    const held = { dueAt: claimEnd, lane: 'due', tries: 1, claim: { attempt: 1, until: claimEnd } }
    expect(await now(journey.store, entry)).toMatchObject(held)
  })

  it('is sent afresh at most three times, then the operator is asked', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerAlways(() => noAnswer)

    const kinds: string[] = []
    for (let tried = 0; tried < 4; tried++) {
      const { dueAt = 0 } = await now(journey.store, entry)
      journey.clock.moveTo(dueAt)
      kinds.push((await journey.deliverStep({ ...entry, dueAt }, { mailer: journey.mailer.open() })).kind)
    }

    expect(kinds).toEqual(['unknown', 'unknown', 'unknown', 'stuck'])
    expect(journey.mailer.sent).toHaveLength(3)
    expect(await now(journey.store, entry)).toMatchObject({ stuck: 'outcome-unknown', lane: 'stuck', tries: 0 })
  })

  it('is never sent afresh where the operator chose to hold', async () => {
    const journey = createTestJourney({ unknownPolicy: 'hold' })
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(noAnswer)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    journey.clock.moveTo(claimEnd)

    const outcome = await journey.deliverStep({ ...entry, dueAt: claimEnd }, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'stuck', reason: 'outcome-unknown' })
    expect(journey.mailer.sent).toHaveLength(1)
  })

  it('is decided afresh: out of hours it waits for the learner’s next day', async () => {
    const journey = createTestJourney({ at: mondayMorning + 170 * minuteMs })
    const { entry } = await dueLearner(journey.store)
    journey.mailer.answerNext(noAnswer)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    const { dueAt = 0 } = await now(journey.store, entry)
    journey.clock.moveTo(dueAt)

    const outcome = await journey.deliverStep({ ...entry, dueAt }, { mailer: journey.mailer.open() })

    expect(outcome).toEqual({ kind: 'released' })
    expect(journey.mailer.sent).toHaveLength(1)
    expect(await now(journey.store, entry)).toMatchObject({ dueAt: tomorrow, tries: 1 })
  })

  it('of a worker that died is the same: taken up when its claim ends, and not before', async () => {
    const journey = createTestJourney()
    const { entry } = await dueLearner(journey.store)
    await journey.store.claim(entry, { by: 'dead', now: mondayMorning, until: claimEnd })

    journey.clock.moveTo(claimEnd - 1)
    const early = await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    journey.clock.moveTo(claimEnd)
    const later = await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect([early.kind, later.kind]).toEqual(['not-mine', 'sent'])
    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('of the table after SES said yes is the same: the claim stays, and SES’s event settles it', async () => {
    const memory = createMemoryStore()
    const settle = async () => Promise.reject(new Error('The table does not answer'))
    const journey = createJourneyOn({ store: { ...memory, settle } })
    const { entry } = await dueLearner(memory)

    await expect(journey.deliverStep(entry, { mailer: journey.mailer.open() })).rejects.toThrow(
      'The table does not answer',
    )
    const claimed = await now(memory, entry)
    for (const mail of journey.mailer.sent) await journey.absorbEvent(journey.event(mail))

    expect(claimed.claim).toMatchObject({ until: claimEnd })
    const settled = await now(memory, entry)
    expect(settled).toMatchObject({ received: new Set(['E01']), dueAt: tomorrow, tries: 0 })
    expect(settled.claim).toBeUndefined()
  })
})
