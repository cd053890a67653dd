/** What CloudFormation answers to `Ref` and `Fn::GetAtt`, by type of resource. A type that is missing here stops the rehearsal. */
import type { Place, Properties } from './template.ts'

export interface Names {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

interface Asked {
  readonly id: string
  /** As the template has them; a name in it is text, or none. */
  readonly properties: Properties
  readonly place: Place
}

const given = ({ properties, id, place }: Asked, property: string) =>
  typeof properties[property] === 'string' ? properties[property] : `${place.stackName}-${id}`

/** An ARN of this account. */
export function arnOf({ partition, region, account }: Place, service: string, resource: string): string {
  return `arn:${partition}:${service}:${service === 'iam' ? '' : region}:${account}:${resource}`
}

function named(property: string, service: string, prefix: string) {
  return (asked: Asked): Names => {
    const ref = given(asked, property)
    return { ref, attributes: { Arn: arnOf(asked.place, service, `${prefix}${ref}`) } }
  }
}

const knownTypes: Readonly<Record<string, (asked: Asked) => Names>> = {
  'AWS::DynamoDB::GlobalTable': named('TableName', 'dynamodb', 'table/'),
  'AWS::IAM::Role': named('RoleName', 'iam', 'role/'),
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:'),
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::Scheduler::Schedule': named('Name', 'scheduler', 'schedule/default/'),
  'AWS::SES::ConfigurationSet': (asked) => ({ ref: given(asked, 'Name'), attributes: {} }),
  'AWS::SES::EmailIdentity': (asked) => ({
    ref: given(asked, 'EmailIdentity'),
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((number) => [
        [`DkimDNSTokenName${number}`, `token${number}._domainkey.${given(asked, 'EmailIdentity')}`],
        [`DkimDNSTokenValue${number}`, `token${number}.dkim.amazonses.com`],
      ]),
    ),
  }),
  'AWS::ApiGatewayV2::Api': ({ place }) => ({
    ref: 'a1b2c3d4e5',
    attributes: { ApiEndpoint: `https://a1b2c3d4e5.execute-api.${place.region}.amazonaws.com` },
  }),
  'AWS::ApiGatewayV2::DomainName': (asked) => {
    const { region } = asked.place
    const attributes = {
      RegionalDomainName: `d-rehearsal.execute-api.${region}.amazonaws.com`,
      RegionalHostedZoneId: 'Z0',
    }
    return { ref: given(asked, 'DomainName'), attributes }
  },
  'AWS::CertificateManager::Certificate': ({ id, place }) => ({
    ref: arnOf(place, 'acm', `certificate/${id}`),
    attributes: {},
  }),
  'AWS::ApiGatewayV2::Integration': ({ id }) => ({ ref: id, attributes: {} }),
  'AWS::ApiGatewayV2::Stage': (asked) => ({ ref: given(asked, 'StageName'), attributes: {} }),
  'AWS::Lambda::EventSourceMapping': ({ id }) => ({ ref: id, attributes: {} }),
  'AWS::SNS::Topic': (asked) => {
    const name = given(asked, 'TopicName')
    return { ref: arnOf(asked.place, 'sns', name), attributes: { TopicName: name } }
  },
  'AWS::SQS::Queue': (asked) => {
    const name = given(asked, 'QueueName')
    const { place } = asked
    return {
      ref: `${place.queueOrigin}/${place.account}/${name}`,
      attributes: { Arn: arnOf(place, 'sqs', name), QueueName: name },
    }
  },
  // Six characters that nobody can foresee stand at the end of a secret's ARN.
  'AWS::SecretsManager::Secret': (asked) => ({
    ref: arnOf(asked.place, 'secretsmanager', `secret:${given(asked, 'Name')}-Rh3Ar5`),
    attributes: {},
  }),
  'AWS::Logs::LogGroup': (asked) => {
    const name = given(asked, 'LogGroupName')
    return { ref: name, attributes: { Arn: arnOf(asked.place, 'logs', `log-group:${name}:*`) } }
  },
}

/** Answers: how are references to this resource answered? */
export function namesOf(type: string, asked: Asked): Names {
  const known = knownTypes[type]
  if (known) return known(asked)
  throw new TypeError(
    `The rehearsal does not know how a reference to ${type} resolves. Teach it in infra/rehearsal/names.ts.`,
  )
}
