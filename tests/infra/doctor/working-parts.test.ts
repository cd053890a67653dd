import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../../functions/domain/instant.ts'
import { neededEvents } from '../../../infra/doctor/checks/events.ts'
import { synthesise } from '../synthesised.ts'
import { alarmTopicArn, destination, examine, now, portsFactory, subscriptions, topicArn } from './healthy-world.ts'

describe('events', () => {
  it('are those that the stack asks SES for', () => {
    const [, made] = synthesise().ofType('AWS::SES::ConfigurationSetEventDestination')[0] ?? []
    const asked = made?.Properties['EventDestination'] as { MatchingEventTypes: string[] } | undefined
    // CloudFormation writes deliveryDelay where the API writes DELIVERY_DELAY.
    const names = asked?.MatchingEventTypes.map((event) => event.replace(/[A-Z]/g, '_$&').toUpperCase())

    expect(names?.toSorted()).toEqual([...neededEvents].toSorted())
  })

  it.each([
    ['nobody', [], 'tells nobody'],
    ['a destination that is off', [{ ...destination, isOn: false }], 'tells nobody'],
    ['something else than a topic', [{ ...destination, topicArn: undefined }], 'tells nobody'],
    ['a topic, of less', [{ ...destination, events: ['BOUNCE', 'COMPLAINT'] }], 'SEND, REJECT, DELIVERY_DELAY'],
  ])('are broken when SES tells %s', async (_, destinations, says) => {
    const findings = await examine(portsFactory({ ses: { eventDestinations: async () => destinations } }))

    expect(findings['events']).toMatchObject({ verdict: 'broken', says: expect.stringContaining(says) })
  })

  it.each([
    ['no subscription', []],
    ['another queue', [{ protocol: 'sqs', endpoint: 'arn:aws:sqs:eu-west-1:1:other', isConfirmed: true }]],
    ['a pending one', subscriptions[topicArn]?.map((known) => ({ ...known, isConfirmed: false })) ?? []],
  ])('are broken when the topic has %s', async (_, found) => {
    const findings = await examine(
      portsFactory({ sns: { subscriptions: async (arn) => (arn === topicArn ? found : []) } }),
    )

    expect(findings['events']).toMatchObject({ verdict: 'broken', says: expect.stringContaining('talkback-feedback') })
  })
})

describe('the alarm address', () => {
  it.each([
    ['nobody', [], 'gets no alarms'],
    ['somebody else', [{ protocol: 'email', endpoint: 'former@example.org', isConfirmed: true }], 'gets no alarms'],
    [
      'the operator, who has not confirmed',
      [{ protocol: 'email', endpoint: 'operator@example.org', isConfirmed: false }],
      'has not confirmed',
    ],
  ])('wants attention when the topic knows %s', async (_, found, says) => {
    const sns = {
      subscriptions: async (arn: string) => (arn === alarmTopicArn ? found : (subscriptions[topicArn] ?? [])),
    }

    expect((await examine(portsFactory({ sns })))['alarm address']).toMatchObject({
      verdict: 'attention',
      says: expect.stringContaining(says),
    })
  })
})

describe('what waits', () => {
  it('is broken with dead letters', async () => {
    const findings = await examine(portsFactory({ sqs: { messages: async () => 3 } }))

    expect(findings['dead letters']).toMatchObject({ verdict: 'broken', says: expect.stringContaining('3 events') })
  })

  it.each([
    [undefined, 'ok'],
    [14, 'ok'],
    [15, 'broken'],
    [600, 'broken'],
  ])('for %s minutes is %s', async (minutes, verdict) => {
    const oldestDue = async () => (minutes === undefined ? undefined : now - minutes * minuteMs)

    expect((await examine(portsFactory({ table: { oldestDue } })))['oldest due']).toMatchObject({ verdict })
  })
})

describe('what waits because the operator stopped sending', () => {
  it('is no fault', async () => {
    const table = { oldestDue: async () => now - 600 * minuteMs, isSendingStopped: async () => true }

    expect((await examine(portsFactory({ table })))['oldest due']).toMatchObject({ verdict: 'attention' })
  })
})

describe('the website', () => {
  it.each([403, 404, 500, 503])('that answers %i is broken', async (status) => {
    const findings = await examine(portsFactory({ web: { get: async () => status } }))

    expect(findings['website']).toMatchObject({ verdict: 'broken', says: expect.stringContaining(String(status)) })
  })

  it('that nobody can reach is broken, and says why', async () => {
    const get = async () => {
      throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND course.example.org') })
    }

    expect((await examine(portsFactory({ web: { get } })))['website']?.says).toContain('ENOTFOUND')
  })
})

describe('the unsubscribe button', () => {
  it.each([301, 303, 400, 403, 500])('that answers %i is broken', async (status) => {
    const findings = await examine(portsFactory({ web: { postForm: async () => status } }))

    expect(findings['unsubscribe']).toMatchObject({ verdict: 'broken', says: expect.stringContaining(String(status)) })
  })

  it('is not known when the keys are no keys, and their text is not told', async () => {
    const findings = await examine(portsFactory({ secrets: { read: async () => 'a spoilt secret' } }))

    expect(findings['unsubscribe']).toMatchObject({ verdict: 'not known', says: expect.stringContaining('RUNBOOK') })
    expect(findings['unsubscribe']?.says).not.toContain('spoilt')
  })
})
