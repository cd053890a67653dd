import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import cdkJson from '../../cdk.json' with { type: 'json' }
import recommended from '../../node_modules/aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import packageJson from '../../package.json' with { type: 'json' }
import { synthesise } from './synthesised.ts'

const hostedZone = { id: 'Z1', name: 'example.org' }
const variants = [
  { what: 'the example', changes: {} },
  {
    what: 'everything in Route 53',
    changes: {
      identity: { kind: 'domain', domain: 'learn.example.org', hostedZone },
      website: { domain: 'course.example.org', hostedZone },
    },
  },
  { what: 'an identity that exists, several lanes', changes: { identity: existing(), mailsPerSecond: 500 } },
  {
    what: 'a trial in the sandbox',
    changes: {
      senderAddress: 'ada@gmail.com',
      identity: { kind: 'sandbox-address' },
      learners: 5,
      mailsPerSecond: 1,
    },
  },
]

function existing() {
  return { kind: 'existing', name: 'learn.example.org' }
}

describe('the rules', () => {
  it.each(variants)('of AWS Solutions find nothing in the stack of $what', ({ changes }) => {
    const { app } = synthesise(changes)

    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
  })

  it('are in force, and every argument answers a finding: without the arguments they are found', () => {
    const { app } = synthesise()
    const argued = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data))

    // The same rules, deaf to every argument.
    const deaf = new AwsSolutionsChecks(app)
    Object.assign(deaf, { isAcknowledged: () => false })

    const found = deaf.validateScope(app).violations.map(({ ruleName }) => ruleName)
    expect(new Set(found)).toEqual(new Set(argued.map((id) => id.replace(/^annotation::/i, ''))))
  })

  it('include every feature flag that CDK recommends', () => {
    expect(cdkJson.context).toMatchObject(recommended)
    expect(Object.keys(recommended)).toHaveLength(89)
  })

  it('pin the CLI: version 3 of it was published by accident and cannot read what this library writes', () => {
    expect(packageJson.devDependencies['aws-cdk']).toBe('2.1148.1')
    expect(packageJson.devDependencies['aws-cdk-lib']).toBe('2.276.0')
  })
})
