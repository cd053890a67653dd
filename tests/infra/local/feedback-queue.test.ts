import type { SQSEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createFeedbackQueue } from '../../../infra/local/feedback-queue.ts'
import type { FeedbackHandler } from '../../../infra/local/handlers.ts'
import type { MailRecord } from '../../../infra/local/inbox/mail-index.ts'
import type { MailStore } from '../../../infra/local/inbox/mail-store.ts'
import { createWork } from '../../../infra/local/work.ts'

const mail = (id: string): MailRecord => ({
  id,
  sentAt: Date.UTC(2026, 10, 23, 7, 12),
  from: 'lessons@talkback.example',
  to: 'ann@example.org',
  subject: 'Roles',
  tags: { step: 'E01', attempt: '2' },
})

function start(feedback: FeedbackHandler) {
  const events: SQSEvent[] = []
  const seen = { handled: [] as string[], told: [] as string[], dead: [] as string[], faults: [] as unknown[] }
  const work = createWork()
  const queue = createFeedbackQueue({
    feedback: async () => (event, context) => {
      events.push(event)
      return feedback(event, context)
    },
    mails: { markTold: async (id: string) => void seen.told.push(id) } as MailStore,
    work,
    configurationSet: 'talkback',
    onHandled: async ({ id }) => void seen.handled.push(id),
    onFault: (error) => seen.faults.push(error),
    onDeadLetter: ({ id }) => seen.dead.push(id),
  })
  return { queue, events, seen, work }
}

const allWell: FeedbackHandler = async () => ({ batchItemFailures: [] })

describe('a mail that SES took', () => {
  it('is told to the feedback function in the shape of SNS in SQS', async () => {
    const { queue, events, seen } = start(allWell)

    queue.push(mail('m1'))
    await queue.drained()

    const envelope = JSON.parse(events[0]?.Records[0]?.body ?? '')
    expect(envelope.Type).toBe('Notification')
    expect(JSON.parse(envelope.Message)).toMatchObject({
      eventType: 'Send',
      mail: {
        timestamp: '2026-11-23T07:12:00.000Z',
        messageId: 'm1',
        source: 'lessons@talkback.example',
        destination: ['ann@example.org'],
        tags: { 'ses:configuration-set': ['talkback'], step: ['E01'], attempt: ['2'] },
      },
    })
    expect(seen).toMatchObject({ handled: ['m1'], told: ['m1'], dead: [] })
  })

  it('is told of after the handler that sent it has ended', async () => {
    const { queue, events, work } = start(allWell)
    const tick = Promise.withResolvers<void>()
    const running = work.run(() => tick.promise)
    queue.push(mail('m1'))
    await Promise.resolve()
    expect(events).toEqual([])

    tick.resolve()
    await Promise.all([running, queue.drained()])
    expect(events).toHaveLength(1)
  })

  it('is told in batches of ten at most, in order', async () => {
    const { queue, events, seen, work } = start(allWell)
    const ids = Array.from({ length: 12 }, (_, index) => `m${index}`)
    await work.run(async () => ids.map((id) => queue.push(mail(id))))
    await queue.drained()
    expect(events.map((event) => event.Records.length)).toEqual([10, 2])
    expect(seen.handled).toEqual(ids)
  })
})

describe('an event that fails', () => {
  it('comes again, and the others of its batch do not', async () => {
    let calls = 0
    const { queue, events, seen, work } = start(async () => ({
      batchItemFailures: calls++ === 0 ? [{ itemIdentifier: 'm1' }] : [],
    }))
    await work.run(async () => ['m1', 'm2'].map((id) => queue.push(mail(id))))
    await queue.drained()
    expect(events.map((event) => event.Records.map((record) => record.messageId))).toEqual([['m1', 'm2'], ['m1']])
    expect(seen.handled).toEqual(['m2', 'm1'])
  })

  it('is given up after five receives, also when the function throws, and the queue goes on', async () => {
    const { queue, events, seen } = start(async () => {
      throw new Error('broken')
    })
    queue.push(mail('m1'))
    await queue.drained()
    expect(events).toHaveLength(5)
    expect(seen).toMatchObject({ dead: ['m1'], told: ['m1'] })
    expect(seen.faults).toHaveLength(5)
  })
})
