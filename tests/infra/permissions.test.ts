import { describe, expect, it } from 'vitest'
import { synthesise } from './synthesised.ts'

const { ofType, resources } = synthesise()

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Effect: string
  readonly Principal?: unknown
  readonly Condition?: unknown
}

const statementsOf = (role: string): readonly Statement[] => {
  const policies = resources[role]?.Properties['Policies'] as readonly {
    PolicyDocument: { Statement: readonly Statement[] }
  }[]
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
}
const statementsOfPolicy = (id: string): readonly Statement[] =>
  Object(resources[id]?.Properties['PolicyDocument'])['Statement']
const actionsOf = (role: string) => statementsOf(role).flatMap(({ Action }) => Action)

const roles = {
  web: 'WebsiteWebRole6CAB8A4D',
  deliver: 'DeliveryDeliverRole2DB1673F',
  feedback: 'FeedbackRole6527F792',
  scheduler: 'DeliverySchedulerRoleAEF73B03',
}
const log = ['logs:CreateLogStream', 'logs:PutLogEvents']
const sending = ['secretsmanager:GetSecretValue', 'ses:SendRawEmail', 'sqs:GetQueueAttributes']
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
      'ses:GetSendQuota',
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

  it('hold no action by a wildcard', () => {
    expect(Object.values(roles).flatMap(actionsOf).join(' ')).not.toContain('*')
  })

  it('name their resources, but for the two that SES does not let anybody name', () => {
    const wide = Object.values(roles)
      .flatMap(statementsOf)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('*'))

    expect(new Set(wide.flatMap(({ Action }) => Action))).toEqual(new Set(['ses:GetSendQuota', 'ses:SendRawEmail']))
  })

  it('reach the table, the index of what is due and the keys that each function needs, and no other', () => {
    const reached = (role: string, action: string) =>
      statementsOf(role)
        .filter(({ Action }) => [Action].flat().includes(action))
        .map(({ Resource }) => Resource)
    const table = { 'Fn::GetAtt': ['LearnersTable241CFFAE', 'Arn'] }
    const dueIndex = { 'Fn::Join': ['', [table, '/index/due']] }
    const addressKey = { Ref: 'KeysAddressKey4CBCC058' }
    const linkKeys = { Ref: 'KeysLinkKeysD933A2D6' }

    expect(reached(roles.web, 'dynamodb:Query')).toEqual([table])
    expect(reached(roles.deliver, 'dynamodb:Query')).toEqual([table, dueIndex])
    expect(reached(roles.feedback, 'dynamodb:Query')).toEqual([table])
    expect(reached(roles.web, 'secretsmanager:GetSecretValue')).toEqual([[addressKey, linkKeys]])
    expect(reached(roles.deliver, 'secretsmanager:GetSecretValue')).toEqual([[addressKey, linkKeys]])
    expect(reached(roles.feedback, 'secretsmanager:GetSecretValue')).toEqual([addressKey])
  })

  it('let API Gateway call the website’s function for this API alone', () => {
    const permissions = ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties)

    expect(permissions.length).toBeGreaterThan(0)
    for (const { Principal, SourceArn } of permissions) {
      expect(Principal).toBe('apigateway.amazonaws.com')
      expect(JSON.stringify(SourceArn)).toContain('{"Ref":"WebsiteApi90B01903"}')
    }
  })

  it.each(['web', 'deliver'] as const)(
    'let %s send as the one sender only, through the one configuration set',
    (name) => {
      const [send] = statementsOf(roles[name]).filter(({ Action }) => Action === 'ses:SendRawEmail')

      expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'lessons@learn.example.org' } })
      expect(JSON.stringify(send?.Resource)).toContain(':identity/*')
      expect(JSON.stringify(send?.Resource)).toContain(':configuration-set/talkback')
    },
  )

  it.each([
    ['alarms', 'AlarmsTopicPolicyED3A875E', 'cloudwatch.amazonaws.com', 'aws:SourceAccount'],
    ['SES events', 'FeedbackTopicPolicy6BAABEF4', 'ses.amazonaws.com', 'AWS:SourceArn'],
  ])('let only this account’s own service publish %s, and nobody without TLS', (_what, id, Service, tie) => {
    const [deny, allow, ...others] = statementsOfPolicy(id)

    expect(deny).toMatchObject({
      Effect: 'Deny',
      Action: 'sns:Publish',
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    })
    expect(allow).toMatchObject({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service } })
    expect(Object.keys(Object(allow?.Condition)['StringEquals'])).toContain(tie)
    expect(others).toEqual([])
  })

  it.each(['FeedbackQueuePolicyE422B8B4', 'FeedbackDeadLettersPolicyB4204C3F'])(
    'of %s let the events’ topic in, and nobody without TLS',
    (id) => {
      const [deny, allow, ...others] = statementsOfPolicy(id)

      expect(deny).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
      expect(allow).toMatchObject({
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': { Ref: 'FeedbackTopicFD9F9738' } } },
      })
      expect(others).toEqual([])
    },
  )
})
