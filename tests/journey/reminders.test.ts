/** Nudges, questions and pauses as they leave: mails of the path with tags of their own. */
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../../functions/domain/instant.ts'
import { accepted, noAnswer, refused } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

const path = pathFactory({
  steps: 'E01 P01 | B01 B02 FIN',
  gate: { graceDays: 14, afterwards: 'wait', nudgeDays: [3, 10] },
})
const atGate = { received: ['E01', 'P01'], lastSentAt: mondayMorning - 3 * dayMs, seenAt: mondayMorning - 3 * dayMs }
const silentFor = (days: number) => ({ lastSentAt: mondayMorning - dayMs, seenAt: mondayMorning - days * dayMs })

async function delivered(wish: Parameters<typeof dueLearner>[1]) {
  const journey = createTestJourney({ path })
  const { entry } = await dueLearner(journey.store, wish)
  const outcome = await journey.deliverStep(entry, { mailer: journey.mailer.open() })
  const [mail] = journey.mailer.sent
  return { journey, entry, outcome, mail, text: mail && (await PostalMime.parse(mail.raw)).text }
}

describe('a reminder', () => {
  it('of a project says which, how long it takes and where it is, and the next one is due on its day', async () => {
    const { journey, entry, outcome, mail, text } = await delivered(atGate)

    expect(outcome).toEqual({ kind: 'sent' })
    expect(mail?.tags).toMatchObject({ step: 'nudge', attempt: '1' })
    expect(text).toContain('step: P01, Title of P01')
    expect(text).toContain('minutes: 30')
    expect(text).toContain('/lessons/P01-slug-P01?t=lesson.')
    expect(await now(journey.store, entry)).toMatchObject({
      dueAt: mondayMorning + 7 * dayMs,
      lastSentAt: mondayMorning,
    })
  })

  it('can be left with one click, as a step can', async () => {
    const { mail } = await delivered(atGate)

    expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  it('asks who is silent whether to go on, with a link that is for this alone', async () => {
    const { journey, entry, mail, text = '' } = await delivered(silentFor(7))

    const token = /go-on\/(\S+)/.exec(text)?.[1] ?? ''
    expect(mail?.tags['step']).toBe('re-entry')
    expect(journey.links.read?.(token, ['go-on'], mondayMorning)).toMatchObject({ learner: entry.learner })
    expect(await now(journey.store, entry)).toMatchObject({ state: 'active', asks: 1, dueAt: mondayMorning + dayMs })
  })

  it('that says the path pauses leaves it paused, and one press goes on with the step it named', async () => {
    const { journey, entry, mail, text } = await delivered({ ...silentFor(30), asks: 1 })
    expect(mail?.tags['step']).toBe('pausing')
    expect(text).toContain('step: E01')
    expect(await now(journey.store, entry)).toMatchObject({ state: 'paused', asks: 2 })

    await journey.steer.resume(entry, mondayMorning + hourMs)
    journey.clock.moveTo(mondayMorning + dayMs + minuteMs)
    await journey.tick()

    expect(journey.stepsSent()).toEqual(['E01'])
  })

  it('repeats the learner’s own plan', async () => {
    const journey = createTestJourney({ path })
    const subject = await journey.signUp(signUpFormFactory(), originFactory())
    const learner = await journey.store.findLearner(subject.learner)
    if (learner !== undefined)
      await journey.store.updateLearner({ ...learner, plan: 'When it is Tuesday, I read.' }, learner.consent)
    await journey.confirm(subject, mondayMorning)
    journey.clock.moveTo(mondayMorning + 2 * dayMs)
    await journey.study.markDone(subject, 'E01', mondayMorning)
    for (let day = 1; day <= 6; day++) {
      journey.clock.moveTo(mondayMorning + day * dayMs + hourMs - 1)
      await journey.tick()
    }

    const nudge = journey.mailer.sent.find(({ tags }) => tags['step'] === 'nudge')
    expect((await PostalMime.parse(nudge?.raw ?? '')).text).toContain('Your own plan: When it is Tuesday, I read.')
  })

  it('whose outcome is unknown is settled by its event, and is that day’s only mail', async () => {
    const journey = createTestJourney({ path })
    const { entry } = await dueLearner(journey.store, { ...silentFor(30), asks: 1 })
    journey.mailer.answerNext(noAnswer)
    await journey.deliverStep(entry, { mailer: journey.mailer.open() })
    const [mail] = journey.mailer.sent

    if (mail !== undefined) await journey.absorbEvent(journey.event(mail))

    const settled = await now(journey.store, entry)
    expect(settled).toMatchObject({ state: 'paused', asks: 2, tries: 0, lastSentAt: mondayMorning })
    expect([settled.claim, settled.dueAt]).toEqual([undefined, undefined])
    expect(await journey.store.findDeliveries(entry)).toMatchObject([
      { step: 'pausing', facts: { sent: mondayMorning } },
    ])
  })

  it('that is answered while it is under way pauses nobody', async () => {
    const journey = createTestJourney({ path })
    const { entry } = await dueLearner(journey.store, { ...silentFor(30), asks: 1 })
    journey.mailer.answerAlways(async () => {
      await journey.study.recordAnswer(entry, { check: 'E01.1', verdict: 'knew' }, mondayMorning)
      return accepted
    })

    await journey.deliverStep(entry, { mailer: journey.mailer.open() })

    expect(await now(journey.store, entry)).toMatchObject({ state: 'active', dueAt: mondayMorning + dayMs })
  })

  it('that SES refuses waits for the operator', async () => {
    const journey = createTestJourney({ path })
    const { entry } = await dueLearner(journey.store, atGate)
    journey.mailer.answerNext(refused)

    expect(await journey.deliverStep(entry, { mailer: journey.mailer.open() })).toMatchObject({ kind: 'stuck' })
  })
})

describe('going on without a project', () => {
  it('opens the gate at once, also where the path waits', async () => {
    const journey = createTestJourney({ path })
    const { entry } = await dueLearner(journey.store, atGate)

    await journey.steer.goOnWithout(entry, 'P01', mondayMorning)

    expect(await now(journey.store, entry)).toMatchObject({ cleared: new Set(['P01']), dueAt: mondayMorning })
  })

  it.each(['E01', 'X99'])('is not for %s, which is no project of theirs', async (step) => {
    const journey = createTestJourney({ path })
    const { entry } = await dueLearner(journey.store, atGate)

    await expect(journey.steer.goOnWithout(entry, step, mondayMorning)).rejects.toMatchObject({
      code: 'move-not-allowed',
    })
  })
})
