import { describe, expect, it } from 'vitest'
import { synthesise } from './synthesised.ts'

const { ofType, resources } = synthesise()

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Effect: string
  readonly Condition?: unknown
}

const statementsOf = (role: string): readonly Statement[] => {
  const policies = resources[role]?.Properties['Policies'] as readonly {
    PolicyDocument: { Statement: readonly Statement[] }
  }[]
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
}
const actionsOf = (role: string) => statementsOf(role).flatMap(({ Action }) => Action)

const roles = {
  web: 'WebsiteWebRole6CAB8A4D',
  deliver: 'DeliveryDeliverRole2DB1673F',
  feedback: 'FeedbackRole6527F792',
  scheduler: 'DeliverySchedulerRoleAEF73B03',
}
const log = ['logs:CreateLogStream', 'logs:PutLogEvents']
const sending = ['secretsmanager:GetSecretValue', 'ses:SendRawEmail', 'ses:GetSendQuota', 'sqs:GetQueueAttributes']
const item = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`)

describe('permissions', () => {
  it('are exactly these, function by function', () => {
    expect(actionsOf(roles.web)).toEqual([
      ...log,
      ...item('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ...sending,
    ])
    expect(actionsOf(roles.deliver)).toEqual([
      ...log,
      ...item('DeleteItem', 'GetItem', 'Query', 'UpdateItem', 'Query'),
      ...sending,
    ])
    expect(actionsOf(roles.feedback)).toEqual([
      ...log,
      ...item('GetItem', 'Query', 'UpdateItem'),
      'secretsmanager:GetSecretValue',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ])
    expect(actionsOf(roles.scheduler)).toEqual(['lambda:InvokeFunction'])
  })

  it('stand in these roles and nowhere else', () => {
    expect(ofType('AWS::IAM::Role').map(([id]) => id)).toEqual(expect.arrayContaining(Object.values(roles)))
    expect(ofType('AWS::IAM::Role')).toHaveLength(4)
    expect(ofType('AWS::IAM::Policy')).toEqual([])
    for (const [, role] of ofType('AWS::IAM::Role')) expect(role.Properties['ManagedPolicyArns']).toBeUndefined()
  })

  it('name their resources, but for the two that SES does not let anybody name', () => {
    const wide = Object.values(roles)
      .flatMap(statementsOf)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('*'))

    expect(new Set(wide.flatMap(({ Action }) => Action))).toEqual(new Set(['ses:GetSendQuota', 'ses:SendRawEmail']))
  })

  it('let a function send as the one sender only, through the one configuration set', () => {
    const [send] = statementsOf(roles.deliver).filter(({ Action }) => Action === 'ses:SendRawEmail')

    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'lessons@learn.example.org' } })
    expect(JSON.stringify(send?.Resource)).toContain(':identity/*')
    expect(JSON.stringify(send?.Resource)).toContain(':configuration-set/talkback')
  })

  it('let CloudWatch publish alarms and SES events of this account, over TLS alone', () => {
    const policies = Object.fromEntries(
      ofType('AWS::SNS::TopicPolicy').map(([id, { Properties }]) => [id, JSON.stringify(Properties)]),
    )
    const alarms = policies['AlarmsTopicPolicyED3A875E']
    const events = policies['FeedbackTopicPolicy6BAABEF4']

    for (const policy of [alarms, events]) expect(policy).toContain('"aws:SecureTransport":"false"')
    expect(alarms).toContain('"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"}')
    expect(events).toContain('"Effect":"Allow","Principal":{"Service":"ses.amazonaws.com"}')
  })
})
