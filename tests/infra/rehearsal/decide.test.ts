import { describe, expect, it } from 'vitest'
import { decide } from '../../../infra/rehearsal/decide.ts'
import { rulesOf } from '../../../infra/rehearsal/rule.ts'
import { callFactory } from './placed.ts'

const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'
const statement = (changes: object = {}) => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: table,
  ...changes,
})
const ofRole = (...statements: object[]) => rulesOf({ Statement: statements }, { policy: 'P', role: 'Role' })
const ofResource = (...statements: object[]) => rulesOf({ Statement: statements }, { policy: 'P' })
const isAllowed = (rules: ReturnType<typeof rulesOf>, call = callFactory()) => decide(rules, call).allowed

describe('a decision', () => {
  it('is no without a statement that says yes', () => {
    expect(isAllowed([])).toBe(false)
    expect(isAllowed(ofRole(statement()))).toBe(true)
  })

  it('looks at the action, letters large or small, and at the resource, letter by letter', () => {
    expect(isAllowed(ofRole(statement({ Action: 'DynamoDB:getitem' })))).toBe(true)
    expect(isAllowed(ofRole(statement({ Action: 'dynamodb:PutItem' })))).toBe(false)
    expect(isAllowed(ofRole(statement({ Resource: table.toUpperCase() })))).toBe(false)
  })

  it('tells a table from its index', () => {
    const index = callFactory({ action: 'dynamodb:Query', resources: [`${table}/index/due`] })

    expect(isAllowed(ofRole(statement({ Action: 'dynamodb:Query' })), index)).toBe(false)
    expect(isAllowed(ofRole(statement({ Action: 'dynamodb:Query', Resource: `${table}/index/*` })), index)).toBe(true)
  })

  it('asks that every resource of a call is allowed', () => {
    const both = callFactory({ resources: [table, `${table}2`] })

    expect(isAllowed(ofRole(statement()), both)).toBe(false)
    expect(isAllowed(ofRole(statement({ Resource: [table, `${table}2`] })), both)).toBe(true)
  })

  it('is no where anything denies it, whatever else allows it', () => {
    const refusesPlain = { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*', Principal: '*' }
    const plain = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
    const rules = [...ofRole(statement()), ...ofResource({ ...refusesPlain, ...plain })]

    expect(isAllowed(rules, callFactory({ context: { 'aws:securetransport': 'true' } }))).toBe(true)
    expect(isAllowed(rules, callFactory({ context: { 'aws:securetransport': 'false' } }))).toBe(false)
  })

  it('gives one role nothing of what another may', () => {
    expect(isAllowed(ofRole(statement()), callFactory({ by: { role: 'Another' } }))).toBe(false)
    expect(isAllowed(ofRole(statement()), callFactory({ by: { service: 'Role' } }))).toBe(false)
  })

  it('lets in the services that a resource names, and only those', () => {
    const rules = ofResource(statement({ Principal: { Service: 'sns.amazonaws.com' } }))

    expect(isAllowed(rules, callFactory({ by: { service: 'sns.amazonaws.com' } }))).toBe(true)
    expect(isAllowed(rules, callFactory({ by: { service: 'ses.amazonaws.com' } }))).toBe(false)
    expect(isAllowed(rules)).toBe(false)
  })
})

describe('a condition', () => {
  const on = (Condition: object) => ofRole(statement({ Condition }))
  const knowing = (context: Record<string, string>) => callFactory({ context })

  it('of equality holds for the very text, under a key in any case, and never for what is not known', () => {
    const rules = on({ StringEquals: { 'ses:FromAddress': ['a@b.example', 'c@d.example'] } })

    expect(isAllowed(rules, knowing({ 'ses:fromaddress': 'c@d.example' }))).toBe(true)
    expect(isAllowed(rules, knowing({ 'ses:fromaddress': 'C@d.example' }))).toBe(false)
    expect(isAllowed(rules, knowing({}))).toBe(false)
  })

  it('on an ARN compares part by part', () => {
    const rules = on({ ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:eu-west-1:1:api/*/*/sign-up' } })
    const source = (tail: string) => knowing({ 'aws:sourcearn': `arn:aws:execute-api:eu-west-1:${tail}` })

    expect(isAllowed(rules, source('1:api/$default/POST/sign-up'))).toBe(true)
    expect(isAllowed(rules, source('2:api/$default/POST/sign-up'))).toBe(false)
    expect(isAllowed(rules, source('1:api/$default/POST/sign-in'))).toBe(false)
  })

  it('with "not" holds for what is not known', () => {
    const rules = on({ StringNotLike: { 'aws:UserAgent': 'bad*' } })

    expect(isAllowed(rules, knowing({}))).toBe(true)
    expect(isAllowed(rules, knowing({ 'aws:useragent': 'bad one' }))).toBe(false)
  })

  it('that nobody here knows stops the rehearsal instead of passing', () => {
    const rules = on({ NumericLessThan: { 'aws:MultiFactorAuthAge': '60' } })

    expect(() => decide(rules, callFactory())).toThrow('does not know the condition NumericLessThan')
  })
})
