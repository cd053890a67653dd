import { minuteMs } from '../../../functions/domain/instant.ts'
import { attention, broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

/** As long as a claim of unknown outcome, and as the alarm DueNotSent. */
const lateMinutes = 15

export function createOldestDueCheck({ table, stack, clock }: Pick<DoctorPorts, 'table' | 'stack' | 'clock'>): Check {
  return {
    name: 'oldest due',
    async look() {
      const now = clock()
      const tableName = await stackOutput(stack, 'TableName')
      const oldest = await table.oldestDue(tableName, now)
      if (oldest === undefined) return ok('nothing waits to be sent')
      const minutes = Math.floor((now - oldest) / minuteMs)
      const waits = `the oldest mail has waited ${minutes} minute${minutes === 1 ? '' : 's'}`
      if (minutes < lateMinutes) return ok(waits)
      if (await table.isSendingStopped(tableName)) return attention(waits, 'You have stopped sending: see "sending".')
      return broken(`${waits}; ticks run each minute`, 'infra/RUNBOOK.md, Talkback/DueNotSent')
    },
  }
}
