/** What one tick did, counted: for the log line, the alarms and the operator. */
import type { StepOutcome } from './deliver-step.ts'
import type { AccountTrouble, Measure, Quota } from './ports.ts'

/** The tick brakes when as many enrolments meet the same unknown fault. */
const sameFaultLimit = 3

export interface TickSummary {
  due: number
  sent: number
  released: number
  unknown: number
  stuck: number
  erased: number
  notMine: number
  oldestDueAgeSeconds: number
  quotaLeft: number | undefined
  braked: AccountTrouble | 'same-fault' | 'time' | 'daily-room' | 'stopped' | undefined
}

/** The summary as numbers to watch. "Due but not sent" is `due` less `sent`, and `oldestDueAge` says for how long. */
export function measuresOf(summary: TickSummary): Readonly<Record<string, Measure>> {
  const count = (value: number): Measure => ({ value, unit: 'Count' })
  return {
    due: count(summary.due),
    sent: count(summary.sent),
    released: count(summary.released),
    unknown: count(summary.unknown),
    stuck: count(summary.stuck),
    oldestDueAge: { value: Math.round(summary.oldestDueAgeSeconds), unit: 'Seconds' },
    ...(summary.quotaLeft === undefined ? {} : { quotaLeft: count(summary.quotaLeft) }),
  }
}

/** A tick that has done nothing yet. */
export function emptySummary(quota: Quota): TickSummary {
  return {
    due: 0,
    sent: 0,
    released: 0,
    unknown: 0,
    stuck: 0,
    erased: 0,
    notMine: 0,
    oldestDueAgeSeconds: 0,
    quotaLeft: Number.isFinite(quota.leftToday) ? quota.leftToday : undefined,
    braked: undefined,
  }
}

/** Counts an outcome; account trouble, or one fault met too often, brakes the tick. */
export function countOutcome(summary: TickSummary, outcome: StepOutcome, faults: Map<string, number>): void {
  switch (outcome.kind) {
    case 'not-mine':
      summary.notMine++
      return
    case 'braked':
      summary.released++
      summary.braked ??= outcome.trouble
      return
    case 'stuck': {
      summary.stuck++
      if (outcome.fault === undefined) return
      const seen = (faults.get(outcome.fault) ?? 0) + 1
      faults.set(outcome.fault, seen)
      if (seen >= sameFaultLimit) summary.braked ??= 'same-fault'
      return
    }
    case 'sent':
    case 'released':
    case 'unknown':
    case 'erased':
      summary[outcome.kind]++
      return
    default:
      outcome satisfies never
  }
}
