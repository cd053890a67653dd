import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFeedbackProbe } from '../../functions/aws/feedback-probe.ts'
import { keptLog, standingClock } from '../support/journey.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const close of closing.splice(0)) await close()
})

/** A stand-in for SQS that answers the same counts for every queue; `undefined`: it denies access. */
async function startQueues(counts: Readonly<Record<string, string>> | undefined) {
  let asked = 0
  const server = createServer((request, response) => {
    request.resume()
    asked += 1
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    if (counts !== undefined) return void response.end(JSON.stringify({ Attributes: counts }))
    response.statusCode = 400
    response.end(JSON.stringify({ __type: 'com.amazonaws.sqs#AccessDenied', message: 'no' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', url)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  return { queueUrls: [`${url}/000000000000/feedback`, `${url}/000000000000/dead`], asked: () => asked }
}

const empty = {
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
  ApproximateNumberOfMessagesDelayed: '0',
}

describe('feedback', () => {
  it('is up when the queue and its dead letters are empty', async () => {
    const { queueUrls } = await startQueues(empty)
    const feedbackIsUp = createFeedbackProbe({ queueUrls, clock: standingClock(0), log: keptLog() })

    expect(await feedbackIsUp()).toBe(true)
  })

  it.each(Object.keys(empty))('is not up while %s is above nought', async (name) => {
    const { queueUrls } = await startQueues({ ...empty, [name]: '1' })
    const feedbackIsUp = createFeedbackProbe({ queueUrls, clock: standingClock(0), log: keptLog() })

    expect(await feedbackIsUp()).toBe(false)
  })

  it('is not taken for up when the queue does not say, and the log tells', async () => {
    const { queueUrls } = await startQueues(undefined)
    const log = keptLog()
    const feedbackIsUp = createFeedbackProbe({ queueUrls, clock: standingClock(0), log })

    expect(await feedbackIsUp()).toBe(false)
    expect(log.lines).toMatchObject([{ level: 'error', event: 'feedback-queue-unreadable' }])
  })

  it('is asked once for a whole tick, and anew for a later one', async () => {
    const { queueUrls, asked } = await startQueues(empty)
    const clock = standingClock(0)
    const feedbackIsUp = createFeedbackProbe({ queueUrls, clock, log: keptLog() })

    await Promise.all([feedbackIsUp(), feedbackIsUp(), feedbackIsUp()])
    expect(asked()).toBe(2)
    clock.advance(60_000)
    await feedbackIsUp()
    expect(asked()).toBe(4)
  })

  it('is up where no queue is named: events are handled in the same process', async () => {
    const feedbackIsUp = createFeedbackProbe({ queueUrls: [], clock: standingClock(0), log: keptLog() })

    expect(await feedbackIsUp()).toBe(true)
  })
})
