/** Every call that was made, held against the policies as it is made. */
import { type Call, type Decision, decide, nameOf } from './decide.ts'
import type { Rule } from './rule.ts'

interface Denial {
  readonly call: Call
  readonly resource: string
  readonly why: string
}

export interface Ledger {
  readonly rules: readonly Rule[]
  /** Each call once. */
  readonly calls: readonly Call[]
  /** How often each was made, in the same order. */
  readonly times: readonly number[]
  readonly denials: readonly Denial[]
  /** Writes the call down and answers whether it is allowed. */
  ask(call: Call): Decision
  /** The same for what a service of AWS does by itself: what is not allowed does not happen. */
  demand(call: Call): void
}

class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

export function createLedger(rules: readonly Rule[]): Ledger {
  const calls = new Map<string, { readonly call: Call; times: number }>()
  const denials: Denial[] = []

  function ask(call: Call): Decision {
    const key = JSON.stringify(call)
    const known = calls.get(key) ?? { call, times: 0 }
    known.times++
    calls.set(key, known)
    const decision = decide(rules, call)
    if (!decision.allowed) denials.push({ call, resource: decision.resource, why: decision.why })
    return decision
  }

  return {
    rules,
    get calls() {
      return [...calls.values()].map(({ call }) => call)
    },
    get times() {
      return [...calls.values()].map(({ times }) => times)
    },
    denials,
    ask,
    demand(call) {
      const decision = ask(call)
      if (decision.allowed) return
      throw new NotAllowed(`${nameOf(call.by)} may not ${call.action} on ${decision.resource}: ${decision.why}.`)
    },
  }
}
