/** At the end of a project's brief: the way to hand it in, or what became of it. */
import type { Enrolment } from '../../domain/enrolment.ts'
import type { Step } from '../../domain/path.ts'
import type { Work } from '../../journey/ports.ts'
import { addresses } from '../addresses.ts'
import type { DateWords } from '../words/when.ts'

interface ProjectEndProps {
  readonly step: Step
  readonly token: string
  readonly work: Work | undefined
  readonly cleared: Enrolment['cleared']
  readonly dates: DateWords
}

export function ProjectEnd({ step, token, work, cleared, dates }: ProjectEndProps) {
  const address = addresses.handIn(step, token)
  if (work?.handIn) {
    return (
      <p class="status" id="done">
        You handed in {step.id} on {dates.day(work.handIn.at)}. <a href={address}>See it, or change it</a>
      </p>
    )
  }
  if (cleared.has(step.id)) {
    return (
      <p class="status" id="done">
        The path goes on without {step.id}. <a href={address}>Hand it in after all</a>
      </p>
    )
  }
  return (
    <div class="press" id="done">
      <a class="button" href={address}>
        Hand in {step.id}
      </a>
      <p class="quiet">
        You mark yourself on the rubric, and say where it is. It may be rough, and you can hand in again. The way on
        without it is there too.
      </p>
    </div>
  )
}
