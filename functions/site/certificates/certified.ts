/** What a certificate stands for: a stage, or the whole path. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import type { CertificateOf } from '../../domain/certificate.ts'
import { type Step, stepsOfStage, totalMinutes } from '../../domain/path.ts'
import { stageClass } from '../parts/tape.tsx'
import { count } from '../words/duration.ts'

export interface Certified {
  readonly of: CertificateOf
  readonly isWhole: boolean
  /** On the tape: the letter of the stage, or of all. */
  readonly letters: string
  readonly name: string
  readonly stageClass: string
  readonly steps: readonly Step[]
  readonly projects: readonly Step[]
  readonly minutes: number
}

/** A stage that has left the path since is still known by its id: who has its certificate keeps it. */
export function certified(compiled: CompiledPath, of: CertificateOf): Certified {
  const { path } = compiled
  const isWhole = of === 'path'
  const stages = isWhole ? path.stages : path.stages.filter(({ id }) => id === of)
  const steps = stages.flatMap(({ id }) => stepsOfStage(path, id))
  return {
    of,
    isWhole,
    letters: stages.map(({ letter }) => letter).join(''),
    name: isWhole ? path.title : (stages[0]?.name ?? of),
    stageClass: isWhole ? 'stage-none' : stageClass(compiled, of),
    steps,
    projects: steps.filter(({ kind }) => kind === 'project'),
    minutes: totalMinutes(steps),
  }
}

/** Everything there is a certificate of, in the order of the path, the path last. */
export function everyCertified(compiled: CompiledPath): readonly Certified[] {
  return [...compiled.path.stages.map(({ id }) => id), 'path'].map((of) => certified(compiled, of))
}

/** "17 lessons, 3 reviews and 1 project" */
export function stepWords(steps: readonly Step[]): string {
  const kinds = (['lesson', 'review', 'project'] as const).map((kind) => ({
    kind,
    amount: steps.filter((step) => step.kind === kind).length,
  }))
  const words = kinds.filter(({ amount }) => amount > 0).map(({ kind, amount }) => count(amount, kind))
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
