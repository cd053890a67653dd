/** The proof that the walk would notice: each used rule is taken away, and each condition is not met, and a call must fail. */
import { type Call, decide } from './decide.ts'
import type { Rule } from './rule.ts'

export interface Mutations {
  /** Rules that allowed a call of the walk. */
  readonly used: readonly Rule[]
  readonly neverUsed: readonly Rule[]
  /** Used, and yet nothing was denied without it: other rules allow the same. */
  readonly survivors: readonly Rule[]
  readonly conditions: number
  /** Conditions that a call need not meet, because other rules allow it all the same. */
  readonly idleConditions: readonly string[]
}

/** Replays the calls against the policies, each time less one rule. */
export function mutate(rules: readonly Rule[], calls: readonly Call[]): Mutations {
  const callsOf = new Map<Rule, Call[]>()
  for (const call of calls) {
    const decision = decide(rules, call)
    if (!decision.allowed) continue
    for (const rule of new Set(decision.by)) callsOf.set(rule, [...(callsOf.get(rule) ?? []), call])
  }
  const grants = rules.filter(({ effect }) => effect === 'Allow')
  const used = grants.filter((rule) => callsOf.has(rule))
  const survives = (rule: Rule) => {
    const reduced = rules.filter((each) => each !== rule)
    return (callsOf.get(rule) ?? []).every((call) => decide(reduced, call).allowed)
  }
  const conditions = used.flatMap((rule) => conditionKeys(rule).map((key) => ({ rule, key })))
  const isIdle = ({ rule, key }: { rule: Rule; key: string }) =>
    (callsOf.get(rule) ?? []).every((call) => decide(rules, withOther(call, key)).allowed)
  return {
    used,
    neverUsed: grants.filter((rule) => !callsOf.has(rule)),
    survivors: used.filter(survives),
    conditions: conditions.length,
    idleConditions: conditions.filter(isIdle).map(({ rule, key }) => `${describe(rule)} (${key})`),
  }
}

function conditionKeys({ conditions }: Rule): readonly string[] {
  return [...new Set(Object.values(conditions).flatMap(Object.keys))]
}

function withOther(call: Call, key: string): Call {
  return { ...call, context: { ...call.context, [key]: 'something-else' } }
}

/** One line for one rule: who, what, on what. */
export function describe({ holder, policy, action, resource }: Rule): string {
  const who = 'role' in holder ? holder.role : holder.principals.join(', ')
  return `${who}: ${action} on ${resource} (${policy})`
}
