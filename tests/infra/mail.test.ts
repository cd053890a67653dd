import { describe, expect, it } from 'vitest'
import { synthesise } from './synthesised.ts'

const stack = synthesise()

describe('the configuration set', () => {
  it('demands TLS, counts reputation, and pays for no validation', () => {
    stack.template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: 'talkback',
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { ValidationOptions: { ConditionThreshold: { ConditionThresholdEnabled: 'DISABLED' } } },
    })
  })

  it('tells of everything but delivery, which costs more than it tells', () => {
    stack.template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'bounce', 'complaint', 'reject', 'deliveryDelay'],
      },
    })
  })
})

describe('events on their way', () => {
  it('wait six times as long as the function may take, and die after five tries', () => {
    const timeout = Number(stack.function('talkback-feedback').Properties['Timeout'])
    const [, queue] = stack.ofType('AWS::SQS::Queue').find(([id]) => id.startsWith('FeedbackQueue')) ?? []

    expect(queue?.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * timeout)
    expect(queue?.Properties['RedrivePolicy']).toMatchObject({ maxReceiveCount: 5 })
  })

  it('that are dead are kept for longer than the living', () => {
    const days = Object.fromEntries(
      stack.ofType('AWS::SQS::Queue').map(([id, queue]) => [id, Number(queue.Properties['MessageRetentionPeriod'])]),
    )

    expect(days['FeedbackDeadLetters7082FC46']).toBe(14 * 86_400)
    expect(days['FeedbackQueue213B2195']).toBeLessThan(14 * 86_400)
  })

  it('come back one by one when the table does not take them', () => {
    stack.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    })
  })

  it('go to the dead letters too when the queue does not take them', () => {
    stack.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      RawMessageDelivery: true,
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['FeedbackDeadLetters7082FC46', 'Arn'] } },
    })
    const policy = JSON.stringify(stack.resources['FeedbackDeadLettersPolicyB4204C3F']?.Properties)
    expect(policy).toContain('"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"}')
  })
})

describe('the identity', () => {
  it('of a domain whose zone is elsewhere prints the six records that it needs', () => {
    const records = Object.keys(stack.outputs).filter((name) => name.startsWith('Dns'))

    expect(records).toEqual(['DnsDkim1', 'DnsDkim2', 'DnsDkim3', 'DnsMailFrom', 'DnsSpf', 'DnsDmarc'])
    expect(JSON.stringify(stack.outputs['DnsSpf'])).toContain(
      'TXT bounces.learn.example.org v=spf1 include:amazonses.com ~all',
    )
    expect(stack.outputs['DnsMailFrom']?.Value).toEqual({
      'Fn::Join': ['', ['MX bounces.learn.example.org 10 feedback-smtp.', { Ref: 'AWS::Region' }, '.amazonses.com']],
    })
  })

  it('of a domain whose zone is in Route 53 makes them, and leaves a DMARC record alone that is there', () => {
    const domain = {
      kind: 'domain',
      domain: 'learn.example.org',
      hostedZone: { id: 'Z1', name: 'example.org' },
      dmarc: 'exists',
    }
    const inZone = synthesise({ identity: domain })

    const types = inZone.ofType('AWS::Route53::RecordSet').map(([, { Properties }]) => Properties['Type'])
    expect(types).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT'])
    expect(Object.keys(inZone.outputs).filter((name) => name.startsWith('Dns'))).toEqual([])
  })

  it('that exists already is used and not made', () => {
    const existing = synthesise({ identity: { kind: 'existing', name: 'example.org' } })

    expect(existing.ofType('AWS::SES::EmailIdentity')).toEqual([])
  })

  it('is kept when the stack goes, or is told to use it as an existing one', () => {
    expect(stack.ofType('AWS::SES::EmailIdentity')[0]?.[1]).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    })
  })
})
