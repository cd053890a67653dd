/** Between stages stands a gate: the project of the stage before. It strands nobody. */
import type { Enrolment } from './enrolment.ts'
import { dayMs, type Instant } from './instant.ts'
import { startOfDayAfter } from './pace.ts'
import type { Path, Step, StepId } from './path.ts'

export type Gate =
  | { readonly kind: 'open' }
  /** Without `opensAt` it opens only when the project is handed in or the learner goes on without it. */
  | { readonly kind: 'closed'; readonly project: StepId; readonly opensAt?: Instant }

const usualNudgeDays: readonly number[] = [3, 10, 21]

/**
 * Answers: may this enrolment be sent this step, and if not, which project does it wait for and until when? A project
 * closes the stages after it from the moment its brief is sent until it is cleared or its days of grace are over.
 */
export function gate(path: Path, enrolment: Enrolment, step: Step, now: Instant): Gate {
  const project = waitingProject(path, enrolment, step)
  if (project === undefined || enrolment.briefAt === undefined) return { kind: 'open' }
  if (path.gate.afterwards === 'wait') return { kind: 'closed', project: project.id }
  const opensAt = graceEndsAt(path, enrolment.briefAt)
  return now >= opensAt ? { kind: 'open' } : { kind: 'closed', project: project.id, opensAt }
}

/** Answers: when are the days of grace over that begin with this brief? */
export function graceEndsAt(path: Path, briefAt: Instant): Instant {
  return briefAt + path.gate.graceDays * dayMs
}

/**
 * Answers: when may this enrolment be reminded of the project its gate waits for? The beginning of a local day, the
 * first of the path's nudge days after the day of the last mail: so nothing needs to count the nudges, an outage makes
 * no burst of them, and a lesson sent again takes the place of one. Undefined when none is left before the gate opens.
 */
export function nudgeAt(path: Path, { briefAt, lastSentAt, pace }: Enrolment): Instant | undefined {
  if (briefAt === undefined) return undefined
  const { nudgeDays = usualNudgeDays, graceDays, afterwards } = path.gate
  return nudgeDays
    .filter((days) => afterwards === 'wait' || days < graceDays)
    .map((days) => startOfDayAfter(pace.zone, briefAt, days))
    .find((at) => at > (lastSentAt ?? briefAt))
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
