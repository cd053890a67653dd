import { describe, expect, it } from 'vitest'
import { tableDefinition } from '../../functions/aws/table-definition.ts'
import { synthesise } from './synthesised.ts'

const { resources, ofType, template } = synthesise()

/** Another id, and CloudFormation makes a new one beside the old: an empty table, other keys, other links. */
const stateful = {
  LearnersTable241CFFAE: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain' },
  // Kept but for a first deployment that fails: nobody has a link made with them yet.
  KeysLinkKeysD933A2D6: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'RetainExceptOnCreate' },
  KeysAddressKey4CBCC058: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'RetainExceptOnCreate' },
  WebsiteApi90B01903: { Type: 'AWS::ApiGatewayV2::Api', DeletionPolicy: 'RetainExceptOnCreate' },
}

describe('what holds state', () => {
  it('has the logical ids it has always had, and is kept whatever happens to the stack', () => {
    for (const [id, kept] of Object.entries(stateful)) {
      expect(resources[id], id).toMatchObject({ ...kept, UpdateReplacePolicy: 'Retain' })
    }
  })

  it('is this and nothing else: whatever goes with the stack is made anew from this repository', () => {
    const kept = Object.entries(resources).filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete')

    expect(kept.map(([id]) => id).toSorted()).toEqual([...Object.keys(stateful), 'MailDomainF62C3822'].toSorted())
  })

  it('keeps its ids when the operator adds a domain, a larger size and another sender', () => {
    const other = synthesise({
      identity: { kind: 'existing', name: 'example.org' },
      website: { domain: 'course.example.org', hostedZone: { id: 'Z1', name: 'example.org' } },
      learners: 100_000,
      mailsPerSecond: 500,
      warmThroughput: { readUnitsPerSecond: 20_000, writeUnitsPerSecond: 10_000 },
    })

    for (const [id, { Type }] of Object.entries(stateful)) expect(other.resources[id]?.Type, id).toBe(Type)
    const warm = { ReadUnitsPerSecond: 20_000, WriteUnitsPerSecond: 10_000 }
    other.template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      WarmThroughput: warm,
      GlobalSecondaryIndexes: [{ IndexName: 'due', WarmThroughput: warm }],
    })
  })

  it('has its secrets generated exactly so: one changed word makes new ones', () => {
    const blocks = ofType('AWS::SecretsManager::Secret').map(([, secret]) => secret.Properties['GenerateSecretString'])

    expect(blocks).toEqual([
      { ExcludePunctuation: true, GenerateStringKey: 'k1', PasswordLength: 64, SecretStringTemplate: '{}' },
      { ExcludePunctuation: true, PasswordLength: 64 },
    ])
  })

  it('is one table on demand, the same that one machine runs on, with recovery, protection and TTL', () => {
    const local = tableDefinition('x')

    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: local.AttributeDefinitions,
      KeySchema: local.KeySchema,
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: local.GlobalSecondaryIndexes?.[0]?.KeySchema,
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    })
  })

  it('leaves the address that API Gateway gave open beside a domain: it stands in mails already sent', () => {
    const { resources: withDomain } = synthesise({
      website: { domain: 'course.example.org', hostedZone: { id: 'Z1', name: 'example.org' } },
    })

    expect(withDomain['WebsiteApi90B01903']?.Properties['DisableExecuteApiEndpoint']).toBe(false)
  })
})
