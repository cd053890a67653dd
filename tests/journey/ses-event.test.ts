import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSesEvent } from '../../functions/journey/ses-event.ts'
import { bounceFactory, complaintFactory, inEnvelope, sesEventFactory } from '../support/lambda-events.ts'

const acceptedAt = Date.parse('2027-03-01T06:00:00Z')
const common = {
  learner: 'lrn_lou',
  path: 'engineer-to-producer',
  step: 'E01',
  attempt: 1,
  address: 'ada@example.com',
  acceptedAt,
}

const delay = { delayType: 'MailboxFull', timestamp: '2027-03-01T06:05:00.000Z', delayedRecipients: [] }

describe('an event of SES', () => {
  it.each([
    ['Send', sesEventFactory(), 'sent', acceptedAt],
    ['Complaint', complaintFactory(), 'complained', acceptedAt + 2_000],
    [
      'Reject',
      sesEventFactory({ eventType: 'Reject', detail: { reject: { reason: 'Bad content' } } }),
      'rejected',
      acceptedAt,
    ],
    [
      'DeliveryDelay',
      sesEventFactory({ eventType: 'DeliveryDelay', detail: { deliveryDelay: delay } }),
      'delayed',
      acceptedAt + 300_000,
    ],
  ])('%s says whom, which step and attempt, to which address, and when', (_type, event, fact, at) => {
    expect(readSesEvent(inEnvelope(event))).toEqual({ kind: 'event', event: { ...common, fact, at } })
  })

  it('is read with the topic’s envelope and without', () => {
    expect(readSesEvent(JSON.stringify(sesEventFactory()))).toEqual(readSesEvent(inEnvelope(sesEventFactory())))
  })

  it.each([
    'General',
    'NoEmail',
    'Suppressed',
    'OnAccountSuppressionList',
    'OnTenantSuppressionList',
    'EmailValidationSuppressed',
    'New',
  ])('Permanent/%s condemns the address', (subtype) => {
    const read = readSesEvent(inEnvelope(bounceFactory('Permanent', subtype)))

    expect(read).toMatchObject({ event: { fact: 'hard-bounced', at: acceptedAt + 1_000 } })
  })

  it.each([
    ['Undetermined', 'Undetermined'],
    ['Transient', 'General'],
    ['Transient', 'MailboxFull'],
    ['Transient', 'MessageTooLarge'],
    ['Transient', 'CustomTimeoutExceeded'],
    ['Transient', 'ContentRejected'],
    ['Transient', 'AttachmentRejected'],
    ['Transient', 'SomethingNew'],
    ['SomethingNew', 'SomethingNew'],
  ])('%s/%s is soft: the unknown condemns nobody', (type, subtype) => {
    expect(readSesEvent(inEnvelope(bounceFactory(type, subtype)))).toMatchObject({ event: { fact: 'soft-bounced' } })
  })

  it.each(['Delivery', 'Open', 'Click', 'Rendering Failure', 'Subscription', 'SomethingNew'])(
    'of type %s is not ours to act on, and is told by its type',
    (eventType) => {
      const read = readSesEvent(inEnvelope(sesEventFactory({ eventType })))

      expect(read).toEqual({ kind: 'unknown', what: `eventType: ${eventType}` })
    },
  )
})

describe('what is no event of ours', () => {
  const { mail, ...rest } = sesEventFactory()
  const { tags, ...untagged } = mail
  const withMail = (changes: object) => inEnvelope({ ...rest, mail: { ...mail, ...changes } })

  it.each([
    ['text', 'not JSON at all'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an envelope around text', inEnvelope('text')],
    ['an envelope around no JSON', JSON.stringify({ Type: 'Notification', Message: '{"cut' })],
    ['an identity notification', inEnvelope({ notificationType: 'Bounce', mail })],
    ['a subscription confirmation', JSON.stringify({ Type: 'SubscriptionConfirmation', Message: 'You have chosen' })],
    ['an event without a mail', inEnvelope({ eventType: 'Send' })],
    ['an event without tags', inEnvelope({ ...rest, mail: untagged })],
    ['an event with somebody else’s tags', withMail({ tags: { campaign: ['spring'] } })],
    ['an event without an attempt', withMail({ tags: { ...tags, attempt: [] } })],
    ['an attempt that is no number', withMail({ tags: { ...tags, attempt: ['first'] } })],
    ['an attempt below zero', withMail({ tags: { ...tags, attempt: ['-1'] } })],
    ['half an attempt', withMail({ tags: { ...tags, attempt: ['1.5'] } })],
    ['an event to nobody', withMail({ destination: [] })],
    ['an event at no time', withMail({ timestamp: 'yesterday' })],
    ['a bounce at no time', inEnvelope({ ...rest, mail, bounce: { bounceType: 'Permanent', timestamp: '' } })],
  ])('%s is told apart, and why', (_what, body) => {
    expect(readSesEvent(body)).toEqual({ kind: 'unknown', what: expect.stringMatching(/\S/) })
  })

  it.each([
    ['in place of a list', withMail({ destination: 'ada@example.com' })],
    ['in place of a date', withMail({ timestamp: 'ada@example.com' })],
    ['in place of an attempt', withMail({ tags: { ...tags, attempt: ['ada@example.com'] } })],
    ['in place of a message', inEnvelope('ada@example.com')],
    ['in place of a type', inEnvelope({ ...rest, mail, eventType: 'ada@example.com' })],
  ])('is told without the address that stands %s: it goes to the log', (_where, body) => {
    expect(JSON.stringify(readSesEvent(body))).not.toContain('@')
  })

  it('never breaks the reader, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(inEnvelope)), (body) => {
        expect(readSesEvent(body).kind).toBe('unknown')
      }),
    )
  })
})
