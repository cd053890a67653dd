/** The path as the rules see it: what is sent, in which order. Text and pictures are the catalog's business. */

export type PathId = string
export type StageId = string
/** Three characters, such as `E07`. Permanent and never reused: it is what a learner has received. */
export type StepId = string
export type StepKind = 'lesson' | 'review' | 'project' | 'finish'

export interface Step {
  readonly id: StepId
  readonly kind: StepKind
  readonly stage: StageId
  readonly slug: string
  readonly title: string
  readonly minutes: number
  /** Passed over for those who have received a later step of the path. */
  readonly newcomersOnly?: true
}

export interface Stage {
  readonly id: StageId
  /** One letter that names the stage on tape labels, beside its colour. */
  readonly letter: string
  readonly name: string
  readonly promise: string
}

/** What a project asks for before the next stage opens. */
interface GatePolicy {
  readonly graceDays: number
  readonly afterwards: 'go-on' | 'wait'
  /** Days after the brief on which a learner is reminded of it, while its gate is closed. */
  readonly nudgeDays?: readonly number[]
}

/** After as many silent days a learner is asked whether to go on; after the second time the path pauses. */
type ReentryDays = readonly [first: number, second: number]

export interface Path {
  readonly id: PathId
  readonly title: string
  readonly stages: readonly Stage[]
  /** In the order in which they are sent; the last one is the finish. */
  readonly steps: readonly Step[]
  readonly gate: GatePolicy
  readonly reentryDays?: ReentryDays
  /** Steps are announced that are not written yet: nobody finishes it, who has had everything waits for more. */
  readonly isGrowing?: true
}

/** Answers: which step is this? Undefined for an id the path does not (or no longer) hold. */
export function findStep(path: Path, id: StepId): Step | undefined {
  return path.steps.find((step) => step.id === id)
}

/** Answers: which steps belong to this stage, in order? */
export function stepsOfStage(path: Path, stage: StageId): readonly Step[] {
  return path.steps.filter((step) => step.stage === stage && step.kind !== 'finish')
}

/** Answers: how many minutes of work are these steps? */
export function totalMinutes(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0)
}
