/** What a rehearsal found wrong: nothing, or the template must not be deployed. */
import { nameOf } from './decide.ts'
import type { LogLine } from './functions.ts'
import type { Ledger } from './ledger.ts'
import { describe, type Mutations } from './mutations.ts'

export interface Rehearsed {
  readonly functions: readonly string[]
  readonly routes: readonly string[]
  readonly schedules: readonly string[]
  readonly ledger: Ledger
  readonly mutations: Mutations
  /** Parts of the walk that broke off, with why. */
  readonly broken: readonly string[]
  readonly unusedRoutes: readonly string[]
  readonly lines: readonly LogLine[]
}

/** What a function may log as an error: the poison event, which the walk sends on purpose. */
const expectedErrors = new Set(['event-failed'])

/** Answers: what speaks against this template, a line each? */
export function findingsOf({ ledger, mutations, broken, unusedRoutes, lines }: Rehearsed): readonly string[] {
  const denials = ledger.denials.map(
    ({ call, resource, why }) => `denied: ${nameOf(call.by)} ${call.action} on ${resource}: ${why}`,
  )
  const errors = lines
    .filter(({ level, event }) => level === 'error' && !expectedErrors.has(event ?? ''))
    .map((line) => `an error in ${line.function}: ${line.event}`)
  // A walk that broke off says nothing of what it did not come to.
  const said =
    broken.length > 0 ? [] : [...unusedRoutes.map((route) => `never walked: ${route}`), ...ofGrants(mutations)]
  return [...new Set([...broken, ...denials, ...errors, ...said])]
}

function ofGrants({ neverUsed, survivors, idleConditions }: Mutations): readonly string[] {
  return [
    ...neverUsed.map((rule) => `never used: ${describe(rule)}`),
    ...survivors.map((rule) => `not missed when taken away: ${describe(rule)}`),
    ...idleConditions.map((condition) => `changes nothing: ${condition}`),
  ]
}
