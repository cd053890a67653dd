/** Between stages stands a gate: the project of the stage before. It strands nobody. */
import type { Enrolment } from './enrolment.ts'
import { dayMs, type Instant } from './instant.ts'
import type { Path, Step, StepId } from './path.ts'

export type Gate =
  | { readonly kind: 'open' }
  /** Without `opensAt` it opens only when the project is handed in or the learner goes on without it. */
  | { readonly kind: 'closed'; readonly project: StepId; readonly opensAt?: Instant }

/**
 * Answers: may this enrolment be sent this step, and if not, which project does it wait for and until when? A project
 * closes the stages after it from the moment it is sent until it is cleared or its days of grace are over.
 */
export function gate(path: Path, enrolment: Enrolment, step: Step, now: Instant): Gate {
  const project = waitingProject(path, enrolment, step)
  if (project === undefined || enrolment.lastSentAt === undefined) return { kind: 'open' }
  if (path.gate.afterwards === 'wait') return { kind: 'closed', project: project.id }
  // Nothing is sent while a gate is closed, so the last mail is the project's brief.
  const opensAt = enrolment.lastSentAt + path.gate.graceDays * dayMs
  return now >= opensAt ? { kind: 'open' } : { kind: 'closed', project: project.id, opensAt }
}

/** The last project before this step's stage, if it was sent and is still to be handed in. */
function waitingProject(path: Path, enrolment: Enrolment, step: Step): Step | undefined {
  const earlier = path.steps.slice(0, path.steps.indexOf(step))
  const project = earlier.findLast((candidate) => candidate.kind === 'project' && candidate.stage !== step.stage)
  if (project === undefined || !enrolment.received.has(project.id)) return undefined
  const stageHasBegun = earlier.some(
    (candidate) => candidate.stage === step.stage && enrolment.received.has(candidate.id),
  )
  return enrolment.cleared.has(project.id) || stageHasBegun ? undefined : project
}
