/** IAM's decision: denied unless something allows it, and never what something denies. */
import { hold } from './conditions.ts'
import type { Rule } from './rule.ts'
import { matches } from './wildcard.ts'

/** Who calls: a role, by its logical id, or a service of AWS. */
export type Caller = { readonly role: string } | { readonly service: string }

/** One call to AWS, as a policy sees it. */
export interface Call {
  readonly by: Caller
  readonly action: string
  /** All of them must be allowed. */
  readonly resources: readonly string[]
  /** Condition keys in lower case. */
  readonly context: Readonly<Record<string, string>>
}

export type Decision =
  | { readonly allowed: true; readonly by: readonly Rule[] }
  | { readonly allowed: false; readonly resource: string; readonly why: string }

/** Answers: may this be done, and by which rules? Within one account a role's policy or the resource's own is enough. */
export function decide(rules: readonly Rule[], call: Call): Decision {
  const by: Rule[] = []
  for (const resource of call.resources) {
    const fitting = rules.filter((rule) => fits(rule, call, resource))
    const denial = fitting.find((rule) => rule.effect === 'Deny')
    if (denial) return { allowed: false, resource, why: `${denial.policy} denies it` }
    if (fitting.length === 0) return { allowed: false, resource, why: 'no statement allows it' }
    by.push(...fitting)
  }
  return { allowed: true, by }
}

function fits(rule: Rule, call: Call, resource: string): boolean {
  return (
    isFor(rule.holder, call.by) &&
    matches(rule.action.toLowerCase(), call.action.toLowerCase()) &&
    matches(rule.resource, resource) &&
    hold(rule.conditions, call.context)
  )
}

function isFor(holder: Rule['holder'], caller: Caller): boolean {
  if ('role' in holder) return 'role' in caller && caller.role === holder.role
  if (holder.principals.includes('*')) return true
  return 'service' in caller && holder.principals.includes(caller.service)
}

export function nameOf(caller: Caller): string {
  return 'role' in caller ? caller.role : caller.service
}
