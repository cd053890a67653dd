/** Where a path begins for this learner: at a stage, with some steps before it all the same and some stages after it not. */
import type { Path, StageId, StepId } from './path.ts'
import { beforeStage } from './placement.ts'

export interface Beginning {
  readonly stage: StageId
  /** Steps before the stage that come first all the same: what was missed in the placement check. */
  readonly catchUp?: readonly StepId[]
  /** Later stages that are left out. */
  readonly without?: readonly StageId[]
}

/**
 * Answers: what counts as received, and which projects as gone without, for who begins like this? Steps and stages that
 * do not fit the beginning are passed over: they come from a form that may be older than the path.
 */
export function beforeBeginning(
  path: Path,
  { stage, catchUp = [], without = [] }: Beginning,
): { readonly received: readonly StepId[]; readonly cleared: readonly StepId[] } {
  const before = beforeStage(path, stage)
  const first = path.steps.findIndex((step) => step.stage === stage)
  const later = path.steps.filter(
    (step, index) => index > first && step.kind !== 'finish' && step.stage !== stage && without.includes(step.stage),
  )
  const comes = new Set(catchUp)
  const projects = later.filter(({ kind }) => kind === 'project')
  return {
    received: [...before.received.filter((id) => !comes.has(id)), ...later.map(({ id }) => id)],
    cleared: [...before.cleared.filter((id) => !comes.has(id)), ...projects.map(({ id }) => id)],
  }
}
