import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { mondayMorning } from '../support/journey.ts'
import { type LambdaWorld, startLambdaWorld } from '../support/lambda-world.ts'
import { fault } from '../support/ses-endpoint.ts'

let world: LambdaWorld
let tick: () => Promise<unknown>
beforeEach(async () => {
  world = await startLambdaWorld(mondayMorning)
  const { handler } = await import('../../functions/deliver.lambda.ts')
  tick = () => handler({ lane: 0, lanes: 1 }, { getRemainingTimeInMillis: () => 55_000 })
})
afterEach(() => world.close())

const lou = enrolmentFactory({ name: 'Lou', dueAt: mondayMorning, lane: 'due' })

describe('the function that delivers', () => {
  it('sends a due step from table to SES and writes down that it did', async () => {
    await world.table.store.createEnrolment(lou)

    const summary = await tick()

    const [form] = world.ses.sends
    const read = await PostalMime.parse(Buffer.from(form?.get('RawMessage.Data') ?? '', 'base64'))
    expect(summary).toMatchObject({ due: 1, sent: 1, braked: undefined })
    expect(form?.get('Destinations.member.1')).toBe('ada@example.com')
    expect(read.text).toContain('https://learn.example.org/lessons/E01-slug-E01?t=lesson.k1.lrn_lou.0.')
    expect(read.headers).toContainEqual(
      expect.objectContaining({
        key: 'list-id',
        value: '"Engineer to Producer" <engineer-to-producer.learn.example.org>',
      }),
    )
    const settled = { received: new Set(['E01']), lastSentAt: mondayMorning, dueAt: mondayMorning + dayMs, attempt: 1 }
    expect(await world.table.store.findEnrolment(lou)).toEqual({ ...lou, ...settled })
  })

  it('sends it once, though it ticks again and two ticks overlap', async () => {
    await world.table.store.createEnrolment(lou)

    await Promise.all([tick(), tick()])
    await tick()

    expect(world.ses.sends).toHaveLength(1)
  })

  it('asks SES once and keeps the claim when the answer is lost', async () => {
    await world.table.store.createEnrolment(lou)
    world.ses.answerSends({ kind: 'reset' })

    const summary = await tick()

    const held = { dueAt: mondayMorning + 15 * minuteMs, tries: 1, claim: { attempt: 1 } }
    expect(summary).toMatchObject({ unknown: 1 })
    expect(world.ses.sends).toHaveLength(1)
    expect(await world.table.store.findEnrolment(lou)).toMatchObject(held)
  })

  it('brakes and marks nobody when the account is paused', async () => {
    await world.table.store.createEnrolment(lou)
    world.ses.answerSends(fault('AccountSendingPausedException'))

    expect(await tick()).toMatchObject({ braked: 'paused', sent: 0 })
    expect(await world.table.store.findEnrolment(lou)).toEqual({ ...lou, attempt: 1 })
  })

  it('logs numbers, and neither address nor name nor token', async () => {
    await world.table.store.createEnrolment(lou)
    world.ses.answerSends(fault('MessageRejected', 'Address ada@example.com is bad'))

    await tick()

    expect(world.lines.map((line) => line['event'])).toEqual(['mail-refused', 'tick'])
    expect(JSON.stringify(world.lines)).not.toMatch(/@|Lou"|k1\./)
  })
})
