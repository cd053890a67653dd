/** What `npm run rehearse` prints. */
import { nameOf } from './decide.ts'
import type { Rehearsed } from './findings.ts'
import type { Ledger } from './ledger.ts'
import { describe } from './mutations.ts'

/** The report, line by line. */
export function reportOf({ functions, routes, schedules, ledger, mutations }: Rehearsed): readonly string[] {
  const { used, neverUsed, survivors, conditions, idleConditions } = mutations
  const calls = ledger.times.reduce((sum, times) => sum + times, 0)
  return [
    `functions    ${functions.length}: ${functions.join(', ')}`,
    `routes       ${routes.length}: ${routes.join(', ')}`,
    `schedules    ${schedules.length}: ${schedules.join(', ')}`,
    `calls        ${calls}, ${ledger.calls.length} different ones`,
    ...callLines(ledger),
    `denials      ${ledger.denials.length}`,
    `never used   ${neverUsed.length}`,
    ...neverUsed.map((rule) => `  ${describe(rule)}`),
    `taken away   ${used.length} used grants, one at a time: ${used.length - survivors.length} killed`,
    `conditions   ${conditions} of used grants, one at a time not met: ${conditions - idleConditions.length} killed`,
  ]
}

function callLines({ calls, times }: Ledger): readonly string[] {
  const tally = new Map<string, Map<string, number>>()
  calls.forEach((call, index) => {
    const actions = tally.get(nameOf(call.by)) ?? new Map<string, number>()
    actions.set(call.action, (actions.get(call.action) ?? 0) + (times[index] ?? 0))
    tally.set(nameOf(call.by), actions)
  })
  return [...tally].map(
    ([caller, actions]) => `  ${caller}: ${[...actions].map(([action, count]) => `${action} ${count}`).join(', ')}`,
  )
}
