import { describe, expect, it } from 'vitest'
import { deliverSettings, feedbackSettings, readSettings, webSettings } from '../../functions/runtime/env.ts'
import { functionNames } from '../../infra/bundling.ts'
import { synthesise } from './synthesised.ts'

const stack = synthesise()
const schemas = { web: webSettings, deliver: deliverSettings, feedback: feedbackSettings }

type Environment = Readonly<Record<string, unknown>>
const environmentOf = (name: string) =>
  (stack.function(`talkback-${name}`).Properties['Environment'] as { Variables: Environment }).Variables

/** A reference as CloudFormation would put it in, by what it refers to. */
function resolved(value: unknown): string {
  if (typeof value === 'string') return value
  const reference = value as { Ref?: string; 'Fn::GetAtt'?: [string, string]; 'Fn::Join'?: [string, unknown[]] }
  if (reference['Fn::Join']) return reference['Fn::Join'][1].map(resolved).join(reference['Fn::Join'][0])
  const id = reference.Ref ?? reference['Fn::GetAtt']?.[0] ?? ''
  switch (stack.resources[id]?.Type) {
    case 'AWS::SecretsManager::Secret':
      return `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${id}-AbCdEf`
    case 'AWS::SQS::Queue':
      return `https://sqs.eu-west-1.amazonaws.com/123456789012/${id}`
    case 'AWS::ApiGatewayV2::Api':
      return 'https://abc123.execute-api.eu-west-1.amazonaws.com'
    default:
      return id
  }
}

describe.each(functionNames)('the function %s', (name) => {
  it('starts with the environment that the template gives it', () => {
    const environment = Object.fromEntries(
      Object.entries(environmentOf(name)).map(([variable, value]) => [variable, resolved(value)]),
    )

    const settings = readSettings(schemas[name], environment)

    expect(settings).toMatchObject({ CATALOG_FOLDER: '/var/task/catalog' })
    expect(Object.keys(environment).filter((variable) => !(variable in schemas[name].entries))).toEqual([])
  })

  it('has no secret in its environment, only where to find it', () => {
    for (const [variable, value] of Object.entries(environmentOf(name))) {
      if (/KEY/.test(variable)) expect(value, variable).toEqual({ Ref: expect.stringMatching(/^Keys/) })
    }
    expect(JSON.stringify(environmentOf(name))).not.toContain('{{resolve:')
  })

  it('is a Node 24 function on arm64 with a log of its own that ends', () => {
    const { Properties } = stack.function(`talkback-${name}`)

    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
    })
    expect(Properties['ReservedConcurrentExecutions']).toBeUndefined()
    stack.template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: `/talkback/${name}`,
      RetentionInDays: 30,
    })
  })
})

describe('the logs', () => {
  it('all end when the operator says', () => {
    const groups = synthesise({ logDays: 7 }).ofType('AWS::Logs::LogGroup')

    expect(groups.map(([, { Properties }]) => Properties['LogGroupName']).toSorted()).toEqual([
      '/aws/vendedlogs/talkback-website',
      ...functionNames.map((name) => `/talkback/${name}`).toSorted(),
    ])
    for (const [, { Properties }] of groups) expect(Properties['RetentionInDays']).toBe(7)
  })
})
