import { describe, expect, it } from 'vitest'
import { shardsOf } from '../../functions/aws/keys.ts'
import { createStuckList } from '../../functions/journey/stuck-list.ts'
import { runOperator } from '../../infra/operator-commands.ts'
import { dueLearner } from '../journey/due-learner.ts'
import { refused } from '../support/fake-mailer.ts'
import { createTestJourney } from '../support/journey.ts'

/** A journey with one learner whose step SES refused, and the operator at its table. */
async function stuckJourney() {
  const journey = createTestJourney()
  const { entry } = await dueLearner(journey.store)
  journey.mailer.answerNext(refused)
  await journey.tick()
  const stuckList = createStuckList({ ...journey, stuckShards: shardsOf('stuck') })
  const operate = (...words: string[]) => runOperator({ ...journey, stuckList, now: journey.clock() }, words)
  return { journey, learner: entry.learner, operate }
}

describe('the operator', () => {
  it('sees who waits, since when, with which step and why, and no address', async () => {
    const { operate, learner } = await stuckJourney()

    const { ok, text } = await operate('stuck')

    expect(ok).toBe(true)
    expect(text).toContain(`${learner}  E01  since 2027-03-01 06:00 UTC  SES refused this mail or address`)
    expect(text).not.toContain('@')
  })

  it('lets one go on, who is then on the list no more', async () => {
    const { operate, learner } = await stuckJourney()

    expect(await operate('release', learner, 'send')).toMatchObject({ ok: true })
    expect(await operate('stuck')).toEqual({ ok: true, text: 'Nobody waits for you.' })
  })

  it('stops all sending and resumes it', async () => {
    const { journey, operate } = await stuckJourney()

    await operate('stop')
    expect(await journey.store.isSendingStopped()).toBe(true)
    await operate('resume')
    expect(await journey.store.isSendingStopped()).toBe(false)
  })

  it.each([
    [['release']],
    [['release', 'lrn_lou']],
    [['release', 'lrn_lou', 'perhaps']],
    [['release', 'lrn_nobody', 'send']],
    [['dance']],
  ])('is told what is wrong with %j and what to do, and nothing is changed', async (words) => {
    const { journey, operate } = await stuckJourney()
    const before = journey.store.dump().enrolments

    const { ok, text } = await operate(...words)

    expect(ok).toBe(false)
    expect(text).toMatch(/stuck|release/)
    expect(journey.store.dump().enrolments).toEqual(before)
  })
})
