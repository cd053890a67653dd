import { describe, expect, it } from 'vitest'
import { mutate } from '../../../infra/rehearsal/mutations.ts'
import { rulesOf } from '../../../infra/rehearsal/rule.ts'
import { callFactory } from './placed.ts'

const rulesOfRole = (...statements: object[]) =>
  rulesOf({ Statement: statements.map((each) => ({ Effect: 'Allow', ...each })) }, { policy: 'P', role: 'Role' })
const named = (rules: readonly { readonly action: string; readonly resource: string }[]) =>
  rules.map(({ action, resource }) => `${action} ${resource}`)
const call = (action: string, resource: string, context = {}) => callFactory({ action, resources: [resource], context })

describe('grants taken away one at a time', () => {
  it('are killed when the walk used them, and told when it did not', () => {
    const rules = rulesOfRole({ Action: ['a:One', 'a:Two'], Resource: 'r' })
    const { used, neverUsed, survivors } = mutate(rules, [call('a:One', 'r')])

    expect(named(used)).toEqual(['a:One r'])
    expect(named(neverUsed)).toEqual(['a:Two r'])
    expect(survivors).toEqual([])
  })

  it('survive where another one allows the same', () => {
    const rules = rulesOfRole({ Action: 'a:One', Resource: 'r' }, { Action: 'a:*', Resource: 'r' })
    const { survivors } = mutate(rules, [call('a:One', 'r'), call('a:Two', 'r')])

    expect(named(survivors)).toEqual(['a:One r'])
  })

  it('leave refusals where they are: those are no grants', () => {
    const rules = rulesOfRole({ Effect: 'Deny', Action: 'a:One', Resource: 'r' })

    expect(mutate(rules, [call('a:One', 'r')])).toMatchObject({ used: [], neverUsed: [] })
  })

  it('have conditions that matter', () => {
    const bound = { Action: 'a:One', Resource: 'r', Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }
    const calls = [call('a:One', 'r', { 'aws:sourceaccount': '1' })]

    expect(mutate(rulesOfRole(bound), calls)).toMatchObject({ conditions: 1, idleConditions: [] })
    expect(mutate(rulesOfRole(bound, { Action: 'a:One', Resource: '*' }), calls).idleConditions).toHaveLength(1)
  })
})
