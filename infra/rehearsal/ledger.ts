/** Every call that was made, held against the policies as it is made. */
import { type Call, type Decision, decide, nameOf } from './decide.ts'
import type { Rule } from './rule.ts'

export interface Denial {
  readonly call: Call
  readonly resource: string
  readonly why: string
}

export interface Ledger {
  readonly rules: readonly Rule[]
  /** Each call once, however often it was made. */
  readonly calls: readonly Call[]
  readonly denials: readonly Denial[]
  readonly count: number
  /** Writes the call down and answers whether it is allowed. */
  ask(call: Call): Decision
  /** The same for what a service of AWS does by itself: what is not allowed does not happen. */
  demand(call: Call): void
}

export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

export function createLedger(rules: readonly Rule[]): Ledger {
  const calls = new Map<string, Call>()
  const denials: Denial[] = []
  let count = 0

  function ask(call: Call): Decision {
    count++
    calls.set(JSON.stringify(call), call)
    const decision = decide(rules, call)
    if (!decision.allowed) denials.push({ call, resource: decision.resource, why: decision.why })
    return decision
  }

  return {
    rules,
    get calls() {
      return [...calls.values()]
    },
    denials,
    get count() {
      return count
    },
    ask,
    demand(call) {
      const decision = ask(call)
      if (decision.allowed) return
      throw new NotAllowed(`${nameOf(call.by)} may not ${call.action} on ${decision.resource}: ${decision.why}.`)
    },
  }
}
