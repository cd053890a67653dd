import type { Verdict } from './check.ts'
import type { Examined } from './run-doctor.ts'

const verdicts: readonly Verdict[] = ['ok', 'attention', 'broken', 'not known']
const verdictWidth = 11
const nameWidth = 17
const remedyIndent = ' '.repeat(verdictWidth)

export interface Report {
  readonly text: string
  readonly isBroken: boolean
}

/** Answers: the findings as lines for the operator, each with what to do, and whether something is broken. */
export function reportOf(examined: readonly Examined[]): Report {
  const lines = examined.flatMap(({ name, finding }) => [
    `${finding.verdict.padEnd(verdictWidth)}${name.padEnd(nameWidth)}${finding.says}`,
    ...(finding.remedy === undefined ? [] : [`${remedyIndent}→ ${finding.remedy}`]),
  ])
  const count = (verdict: Verdict) => examined.filter(({ finding }) => finding.verdict === verdict).length
  const summary = verdicts.map((verdict) => `${count(verdict)} ${verdict}`).join(', ')
  return { text: [...lines, '', summary].join('\n'), isBroken: count('broken') > 0 }
}
