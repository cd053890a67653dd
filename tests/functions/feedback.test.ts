import type { SQSEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { mondayMorning } from '../support/journey.ts'
import { bounceFactory, inEnvelope, sesEventFactory, sqsEventFactory } from '../support/lambda-events.ts'
import { type LambdaWorld, startLambdaWorld } from '../support/lambda-world.ts'

let world: LambdaWorld
let handler: (event: SQSEvent) => Promise<unknown>
beforeEach(async () => {
  world = await startLambdaWorld(mondayMorning)
  handler = (await import('../../functions/feedback.lambda.ts')).handler
})
afterEach(() => world.close())

const lou = enrolmentFactory({ dueAt: mondayMorning, lane: 'due' })

/** Lou, whose step was handed to SES without an answer. */
async function louClaimed() {
  await world.table.store.createEnrolment(lou)
  const until = mondayMorning + 15 * minuteMs
  const claimed = await world.table.store.claim(
    { ...lou, dueAt: mondayMorning },
    { by: 'w', now: mondayMorning, until },
  )
  if (claimed) await world.table.store.holdUntilExpiry(claimed)
}

describe('the function that hears what SES says', () => {
  it('settles a step of unknown outcome', async () => {
    await louClaimed()

    const answer = await handler(sqsEventFactory([inEnvelope(sesEventFactory())]))

    const settled = { received: new Set(['E01']), lastSentAt: mondayMorning, dueAt: mondayMorning + dayMs, attempt: 1 }
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(await world.table.store.findEnrolment(lou)).toEqual({ ...lou, ...settled })
    expect(await world.table.store.findDeliveries(lou)).toMatchObject([{ step: 'E01', facts: { sent: mondayMorning } }])
  })

  it('drops the poison of a batch and writes the rest', async () => {
    await louClaimed()

    const answer = await handler(sqsEventFactory(['{"poison', inEnvelope(bounceFactory('Permanent', 'General'))]))

    expect(answer).toEqual({ batchItemFailures: [] })
    expect(await world.table.store.findEnrolment(lou)).toMatchObject({
      state: 'undeliverable',
      received: new Set(['E01']),
    })
    expect(world.lines.map((line) => line['event'])).toEqual(['event-unknown', 'feedback'])
  })

  it('gives back what the table did not take', async () => {
    const answer = handler(sqsEventFactory([inEnvelope({}), inEnvelope(sesEventFactory())]))
    await world.table.close()

    expect(await answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
  })
})
