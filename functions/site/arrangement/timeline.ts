/** The path as an arrangement: one lane per stage, one region per step, all along one line of time. */
import type { PlannedStage, PlannedStep } from '../../catalog/compiled.ts'
import type { StepId } from '../../domain/path.ts'

export interface Region {
  readonly step: PlannedStep
  /** Minutes of work before it. */
  readonly start: number
}

export interface Lane {
  readonly stage: PlannedStage
  readonly start: number
  readonly minutes: number
  readonly regions: readonly Region[]
  /** Where the project ends and the next stage waits; undefined for a stage without one. */
  readonly gateAt: number | undefined
}

export interface Timeline {
  readonly lanes: readonly Lane[]
  readonly minutes: number
}

export function timelineOf(plan: readonly PlannedStage[]): Timeline {
  let now = 0
  const lanes = plan.map((stage): Lane => {
    const start = now
    const regions = stage.steps.map((step): Region => {
      const region = { step, start: now }
      now += step.minutes
      return region
    })
    const last = stage.steps.at(-1)
    return { stage, start, minutes: now - start, regions, gateAt: last?.kind === 'project' ? now : undefined }
  })
  return { lanes, minutes: now }
}

/** Answers: in which lane, counted from 0, is this moment? */
export function laneAt({ lanes }: Timeline, minutes: number): number {
  const index = lanes.findIndex((lane) => minutes < lane.start + lane.minutes)
  return index < 0 ? lanes.length - 1 : index
}

/** Answers: where does this step begin? At the end of time for one that the plan does not hold, such as the finish. */
export function startOf(timeline: Timeline, step: StepId | undefined): number {
  const region = timeline.lanes.flatMap((lane) => lane.regions).find((candidate) => candidate.step.id === step)
  return region?.start ?? timeline.minutes
}
