/** Where on the path a learner begins: placement at sign-up, and a move to another stage later. */
import { changed, type Enrolment, type EnrolmentChange } from './enrolment.ts'
import { Failure } from './errors.ts'
import type { Instant } from './instant.ts'
import { notAllowed, whenDue } from './moves.ts'
import type { Path, StageId, StepId } from './path.ts'

interface Before {
  readonly received: readonly StepId[]
  readonly cleared: readonly StepId[]
}

/** Answers: what counts as received, and which projects as gone without, for who begins with this stage? */
export function beforeStage(path: Path, stage: StageId): Before {
  const begin = path.steps.findIndex((step) => step.stage === stage)
  if (begin === -1) throw stageUnknown()
  const before = path.steps.slice(0, begin)
  return {
    received: before.map(({ id }) => id),
    cleared: before.filter(({ kind }) => kind === 'project').map(({ id }) => id),
  }
}

/**
 * On, or back, to the first step of a stage: what stands before it counts as received, and nothing after it does. It
 * comes at the learner's next own time; a mail under way belongs to the place they left. Pages of lessons stay readable.
 */
export function moveToStage(path: Path, enrolment: Enrolment, stage: StageId, now: Instant): EnrolmentChange {
  const { received, cleared } = beforeStage(path, stage)
  return beginAnew(path, enrolment, { received, cleared }, now)
}

/** From the first step again. */
export function startOver(path: Path, enrolment: Enrolment, now: Instant): EnrolmentChange {
  return beginAnew(path, enrolment, { received: [], cleared: [] }, now)
}

function beginAnew(path: Path, enrolment: Enrolment, { received, cleared }: Before, now: Instant): EnrolmentChange {
  const { state } = enrolment
  if (state !== 'active' && state !== 'paused' && state !== 'finished') throw notAllowed('begin elsewhere', enrolment)
  const anew: EnrolmentChange = {
    state: 'active',
    received: { only: received },
    cleared: { only: cleared },
    floor: enrolment.attempt,
    asked: null,
    stuck: null,
  }
  return { ...anew, ...whenDue(path, changed(enrolment, anew), now) }
}

function stageUnknown(): Failure {
  return new Failure(
    'stage-unknown',
    'The path has no such stage with lessons in it.',
    'Choose one of the stages that your path shows.',
    'stage',
  )
}
