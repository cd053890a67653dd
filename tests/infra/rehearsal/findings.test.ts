import { describe, expect, it } from 'vitest'
import { findingsOf, type Rehearsed } from '../../../infra/rehearsal/findings.ts'
import { createLedger } from '../../../infra/rehearsal/ledger.ts'
import { reportOf } from '../../../infra/rehearsal/report.ts'
import { rulesOf } from '../../../infra/rehearsal/rule.ts'
import { callFactory } from './placed.ts'

const [rule] = rulesOf(
  { Statement: [{ Effect: 'Allow', Action: 'a:One', Resource: 'r' }] },
  { policy: 'P', role: 'Role' },
)
const noMutations = { used: [], neverUsed: [], survivors: [], conditions: 0, idleConditions: [] }

function rehearsedFactory(changes: Partial<Rehearsed> = {}): Rehearsed {
  return {
    functions: ['web'],
    routes: ['$default'],
    schedules: ['rate(1 minute)'],
    ledger: createLedger([]),
    mutations: noMutations,
    broken: [],
    unusedRoutes: [],
    lines: [],
    ...changes,
  }
}

describe('what speaks against a template', () => {
  it('is nothing when everything was allowed, used and missed', () => {
    expect(findingsOf(rehearsedFactory())).toEqual([])
  })

  it('is each denied call, told once', () => {
    const ledger = createLedger([])
    ledger.ask(callFactory())
    ledger.ask(callFactory())

    expect(findingsOf(rehearsedFactory({ ledger }))).toEqual([
      'denied: Role dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:111122223333:table/t: no statement allows it',
    ])
    expect(() => ledger.demand(callFactory())).toThrow('Role may not dynamodb:GetItem')
  })

  it('is a grant that nobody uses or misses', () => {
    const grants = rule ? [rule] : []

    expect(findingsOf(rehearsedFactory({ mutations: { ...noMutations, neverUsed: grants } }))).toHaveLength(1)
    expect(findingsOf(rehearsedFactory({ mutations: { ...noMutations, survivors: grants } }))).toHaveLength(1)
  })

  it('is an error that a function logs, but for the poison event that the walk sends', () => {
    const line = (event: string) => ({ function: 'web', level: 'error', event })

    expect(findingsOf(rehearsedFactory({ lines: [line('page-broke'), line('event-failed')] }))).toEqual([
      'an error in web: page-broke',
    ])
  })

  it('is first why the walk broke off: what it did not come to is not held against the template', () => {
    expect(findingsOf(rehearsedFactory({ broken: ['a learner: no mail'], unusedRoutes: ['POST /x'] }))).toEqual([
      'a learner: no mail',
    ])
  })
})

it('the report counts functions, routes, calls, denials and what was taken away', () => {
  const report = reportOf(rehearsedFactory({ mutations: { ...noMutations, used: rule ? [rule] : [] } }))

  expect(report).toContain('functions    1: web')
  expect(report).toContain('denials      0')
  expect(report).toContain('taken away   1 used grants, one at a time: 1 killed')
})
