/** A policy taken apart: one rule says one action on one resource, so that a rule can be taken away alone. */
import { listOf, type Properties, recordOf, textOf } from './template.ts'

export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export interface Rule {
  /** Where it stands: logical id of the policy and which statement it is. */
  readonly policy: string
  readonly effect: 'Allow' | 'Deny'
  /** The role whose own policy it is in, or the principals that a resource's policy names. */
  readonly holder: { readonly role: string } | { readonly principals: readonly string[] }
  readonly action: string
  readonly resource: string
  readonly conditions: Conditions
}

export interface PolicyPlace {
  readonly policy: string
  /** The role that holds it; without one the statements name principals themselves. */
  readonly role?: string
  /** What a trust policy, which names no resource, speaks of. */
  readonly resource?: string
}

/** Answers: what does this document say, rule by rule? */
export function rulesOf(document: Properties, place: PolicyPlace): readonly Rule[] {
  return listOf<Properties>(document, 'Statement').flatMap((statement, index) =>
    rulesOfStatement(statement, { ...place, policy: `${place.policy}[${index}]` }),
  )
}

function rulesOfStatement(statement: Properties, { policy, role, resource }: PolicyPlace): readonly Rule[] {
  const unknown = Object.keys(statement).filter((name) => !understood.has(name))
  if (unknown.length > 0) {
    throw new TypeError(
      `The rehearsal cannot judge ${unknown.join(', ')} in ${policy}. Teach it in infra/rehearsal/rule.ts.`,
    )
  }
  const effect = textOf(statement, 'Effect') === 'Deny' ? 'Deny' : 'Allow'
  const holder = role === undefined ? { principals: principalsOf(statement) } : { role }
  const conditions = conditionsOf(statement)
  const resources = resource === undefined ? listOf(statement, 'Resource') : [resource]
  return listOf(statement, 'Action').flatMap((action) =>
    resources.map((each) => ({ policy, effect, holder, action, resource: each, conditions }) as const),
  )
}

const understood = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition'])

/** `*` for anybody, else the services and ARNs that are named. */
function principalsOf(statement: Properties): readonly string[] {
  if (statement['Principal'] === '*') return ['*']
  return Object.keys(recordOf(statement, 'Principal')).flatMap((kind) => listOf(recordOf(statement, 'Principal'), kind))
}

function conditionsOf(statement: Properties): Conditions {
  const operators = (statement['Condition'] ?? {}) as Readonly<Record<string, Properties>>
  return Object.fromEntries(
    Object.entries(operators).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.keys(keys).map((key) => [key.toLowerCase(), listOf<unknown>(keys, key).map(String)])),
    ]),
  )
}
