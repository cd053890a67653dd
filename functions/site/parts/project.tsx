/** On a project's brief: the way to hand it in, or what became of it; at the head for who comes back, and at the end. */
import type { Enrolment } from '../../domain/enrolment.ts'
import type { Step } from '../../domain/path.ts'
import type { Work } from '../../journey/ports.ts'
import { addresses } from '../addresses.ts'
import type { DateWords } from '../words/when.ts'

interface ProjectProps {
  readonly step: Step
  readonly token: string
  readonly work: Work | undefined
  readonly cleared: Enrolment['cleared']
  readonly dates: DateWords
}

export function ProjectHead(props: ProjectProps) {
  const { step, token } = props
  const fate = fateOf(props)
  const address = addresses.handIn(step, token)
  return fate ? (
    <p class="status">
      {fate.what} <a href={address}>{fate.way}</a>
    </p>
  ) : (
    <p>
      <a href={address}>Hand in {step.id}, or go on without it</a>
    </p>
  )
}

export function ProjectEnd(props: ProjectProps) {
  const { step, token } = props
  const fate = fateOf(props)
  return (
    <div class="press" id="done">
      <a class="button" href={addresses.handIn(step, token)}>
        {fate?.way ?? `Hand in ${step.id}`}
      </a>
      <p class="quiet">
        {fate?.what ??
          'You mark yourself on the rubric, and say where it is. It may be rough, and you can hand in again. The way on without it is there too.'}
      </p>
    </div>
  )
}

/** Answers: what became of it, and what its page is good for now? Undefined while it waits to be handed in. */
function fateOf({ step, work, cleared, dates }: ProjectProps): { what: string; way: string } | undefined {
  if (work?.handIn) {
    return { what: `You handed in ${step.id} on ${dates.day(work.handIn.at)}.`, way: 'Your marks, and what comes next' }
  }
  return cleared.has(step.id)
    ? { what: `The path goes on without ${step.id}.`, way: 'Hand it in after all' }
    : undefined
}
