import { describe, expect, it } from 'vitest'
import { policiesOf } from '../../../infra/rehearsal/policies.ts'
import { rulesOf } from '../../../infra/rehearsal/rule.ts'
import { cloudOf } from './placed.ts'

describe('a policy', () => {
  it('comes apart into one rule for each action on each resource', () => {
    const statement = { Effect: 'Allow', Action: ['a:One', 'a:Two'], Resource: ['r1', 'r2'] }
    const rules = rulesOf({ Statement: [statement] }, { policy: 'P', role: 'R' })

    expect(rules.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      'a:One r1',
      'a:One r2',
      'a:Two r1',
      'a:Two r2',
    ])
    expect(rules[0]).toMatchObject({ policy: 'P[0]', holder: { role: 'R' } })
  })

  it('with a part that nobody here judges stops the rehearsal', () => {
    const statement = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }

    expect(() => rulesOf({ Statement: [statement] }, { policy: 'P', role: 'R' })).toThrow(
      'cannot judge NotAction in P[0]',
    )
  })
})

describe('the policies of a template', () => {
  const trust = {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'x.amazonaws.com' } }],
  }

  it('are those of roles, their trust, resources and functions', () => {
    const statement = { Effect: 'Allow', Action: 'a:One', Resource: '*' }
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trust,
        Policies: [{ PolicyName: 'Work', PolicyDocument: { Statement: [statement] } }],
      },
    }
    const permission = {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunction', FunctionName: 'f', Principal: 'y.amazonaws.com', SourceArn: 's' },
    }
    const resources = { Role: role, Door: permission }
    const rules = policiesOf(cloudOf(resources), { Resources: resources })

    expect(rules.map(({ policy, resource }) => `${policy} ${resource}`)).toEqual([
      'Role/trust[0] arn:aws:iam::111122223333:role/Talkback-Role',
      'Role/Work[0] *',
      'Door f',
    ])
    expect(rules.at(-1)?.conditions).toEqual({ ArnLike: { 'aws:sourcearn': ['s'] } })
  })

  it('that come from AWS or are of a kind unknown here stop the rehearsal', () => {
    const managed = {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust, ManagedPolicyArns: ['x'] },
    }
    const bucket = { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: {} } }

    for (const resource of [managed, bucket]) {
      const resources = { Thing: resource }
      expect(() => policiesOf(cloudOf(resources), { Resources: resources })).toThrow('cannot judge the policy of Thing')
    }
  })
})
