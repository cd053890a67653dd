/** Every policy of the template: of roles, who may take them on, and of the resources themselves. */
import { type Rule, rulesOf } from './rule.ts'
import { type Cloud, listOf, type Properties, recordOf, type Template, textOf } from './template.ts'

const judged = new Set(['AWS::IAM::Policy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'])

/** Answers: who may do what by this template? Throws where it holds a policy that nobody here looks at. */
export function policiesOf(cloud: Cloud, template: Template): readonly Rule[] {
  refuseUnjudged(template)
  return [
    ...cloud.ofType('AWS::IAM::Role').flatMap(([id, role]) => rulesOfRole(cloud, id, role)),
    ...cloud
      .ofType('AWS::IAM::Policy')
      .flatMap(([id, policy]) =>
        listOf(policy, 'Roles').flatMap((role) =>
          rulesOf(recordOf(policy, 'PolicyDocument'), { policy: id, role: cloud.idOf(role) }),
        ),
      ),
    ...['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) =>
      cloud.ofType(type).flatMap(([id, policy]) => rulesOf(recordOf(policy, 'PolicyDocument'), { policy: id })),
    ),
    ...cloud.ofType('AWS::Lambda::Permission').flatMap(([id, permission]) => ruleOfPermission(id, permission)),
  ]
}

function rulesOfRole(cloud: Cloud, id: string, role: Properties): readonly Rule[] {
  const trust = { policy: `${id}/trust`, resource: cloud.attribute(id, 'Arn') }
  return [
    ...rulesOf(recordOf(role, 'AssumeRolePolicyDocument'), trust),
    ...listOf<Properties>(role, 'Policies').flatMap((inline) =>
      rulesOf(recordOf(inline, 'PolicyDocument'), { policy: `${id}/${textOf(inline, 'PolicyName')}`, role: id }),
    ),
  ]
}

/** A function's own policy comes as one resource a statement. */
function ruleOfPermission(policy: string, permission: Properties): readonly Rule[] {
  const source = permission['SourceArn']
  const account = permission['SourceAccount']
  return [
    {
      policy,
      effect: 'Allow',
      holder: { principals: [textOf(permission, 'Principal')] },
      action: textOf(permission, 'Action'),
      resource: textOf(permission, 'FunctionName'),
      conditions: {
        ...(source === undefined ? {} : { ArnLike: { 'aws:sourcearn': [String(source)] } }),
        ...(account === undefined ? {} : { StringEquals: { 'aws:sourceaccount': [String(account)] } }),
      },
    },
  ]
}

function refuseUnjudged(template: Template): void {
  for (const [id, { Type, Properties: properties = {} }] of Object.entries(template.Resources)) {
    const isUnknown = 'PolicyDocument' in properties && !judged.has(Type)
    const isManaged = ['ManagedPolicyArns', 'PermissionsBoundary', 'ResourcePolicy'].some((name) => name in properties)
    if (!isUnknown && !isManaged) continue
    throw new TypeError(
      `The rehearsal cannot judge the policy of ${id} (${Type}). Teach it in infra/rehearsal/policies.ts.`,
    )
  }
}
