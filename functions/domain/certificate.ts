/** What a learner has earned: a certificate for each stage whose project they handed in, and one for the whole path. */
import type { Enrolment } from './enrolment.ts'
import { Failure } from './errors.ts'
import type { Instant } from './instant.ts'
import { type Path, type StageId, type StepId, stepsOfStage } from './path.ts'

/** A stage, or `path` for the whole. */
export type CertificateOf = StageId | 'path'

export interface Certificate {
  readonly of: CertificateOf
  /** Random, the end of its public id: who knows the address may look, and after a withdrawal it opens nothing. */
  readonly secret: string
  /** As the learner chose to be shown. */
  readonly name: string
  readonly issuedAt: Instant
  readonly revokedAt?: Instant
  /** Of those that this one came after: their addresses say for good that they were withdrawn. */
  readonly withdrawnSecrets?: readonly string[]
}

/** Characters: stated by the field. */
export const shownNameMax = 80

/**
 * Answers: which certificates has this learner earned? A stage's, when its steps are all behind them and its project was
 * handed in: who went on without its project has not. Who was placed past the stage may hand its project in all the same. The
 * path's, when every stage's is.
 */
export function earned(path: Path, { received }: Enrolment, handedIn: ReadonlySet<StepId>): readonly CertificateOf[] {
  const stages = path.stages.filter(({ id }) => {
    const steps = stepsOfStage(path, id)
    const projects = steps.filter(({ kind }) => kind === 'project')
    return projects.length > 0 && projects.every((p) => handedIn.has(p.id)) && steps.every((s) => received.has(s.id))
  })
  const isWhole = stages.length === path.stages.length && path.isGrowing !== true
  return [...stages.map(({ id }) => id), ...(isWhole ? ['path'] : [])]
}

/** Answers: the name to show, on one line. Throws for none, or one that no certificate has room for. */
export function readShownName(typed: string): string {
  const name = typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  if (name !== '' && name.length <= shownNameMax) return name
  throw new Failure(
    'name-invalid',
    `A certificate shows a name of 1 to ${shownNameMax} characters.`,
    'Type the name under which you want to be known there.',
    'name',
  )
}
