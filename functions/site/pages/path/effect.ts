/** The dates before a press and after it, side by side. */
import type { Enrolment } from '../../../domain/enrolment.ts'
import type { ForecastStep } from '../../../domain/forecast.ts'
import type { Instant } from '../../../domain/instant.ts'
import { stepAhead } from '../../../domain/next-step.ts'
import type { Path, Step } from '../../../domain/path.ts'
import type { Preview } from '../../../domain/preview.ts'
import { stableHash } from '../../../domain/stable-hash.ts'

export interface EffectRow {
  readonly step: Step
  /** Undefined where the step has no date. */
  readonly before: Instant | undefined
  readonly after: Instant | undefined
}

/** As many of the steps ahead on either side. */
const stepsCompared = 4

/** Answers: which dates are worth comparing? Of the steps that come next before and after, and of the end of the path. */
export function effectRows(path: Path, { before, after }: Preview): readonly EffectRow[] {
  const next = [before, after].flatMap((ahead) => ahead.slice(0, stepsCompared).map(({ step }) => step.id))
  const compared = new Set([...next, ...path.steps.filter(({ kind }) => kind === 'finish').map(({ id }) => id)])
  return path.steps
    .filter(({ id }) => compared.has(id))
    .map((step) => ({ step, before: dateOf(before, step), after: dateOf(after, step) }))
    .filter((row) => row.before !== undefined || row.after !== undefined)
}

/**
 * Answers: what did a learner see of their path, in a few characters? A form carries it, so that a press on what is no
 * longer true is told so: another tab saved something, or a lesson went out meanwhile.
 */
export function sightOf(path: Path, { state, pace, dueAt, asked, stuck, received }: Enrolment): string {
  const { days, time, zone } = pace
  const seen = [state, days, time, zone, dueAt, asked, stuck, received.size, stepAhead(path, received)?.id]
  return stableHash(JSON.stringify(seen)).toString(36)
}

/** The first: a step asked for once more stands there before its like. */
function dateOf(ahead: readonly ForecastStep[], step: Step): Instant | undefined {
  return ahead.find((candidate) => candidate.step.id === step.id)?.dueAt
}
