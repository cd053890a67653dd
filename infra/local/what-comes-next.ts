import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { forecast } from '../../functions/domain/forecast.ts'
import { gate } from '../../functions/domain/gate.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { stepAhead } from '../../functions/domain/next-step.ts'
import type { Path } from '../../functions/domain/path.ts'
import { datesIn } from '../../functions/site/words/when.ts'

/** What happens next to this learner, in words: "E02 on Thursday 7 May, 07:23 in Berlin". */
export function whatComesNext(path: Path, enrolment: Enrolment, now: Instant): string {
  if (enrolment.stuck !== undefined) return `nothing until the operator looks at it (${enrolment.stuck})`
  switch (enrolment.state) {
    case 'pending':
      return 'the first lesson, when the button in this mail is pressed'
    case 'active':
      return stepWords(path, enrolment, now)
    case 'paused':
      return enrolment.dueAt === undefined ? 'nothing until the learner returns' : stepWords(path, enrolment, now)
    case 'finished':
      return 'nothing, the path is finished'
    case 'left':
      return 'nothing, the learner has left'
    case 'undeliverable':
      return 'nothing, the address takes no mail'
    case 'erasing':
      return 'nothing, the learner is being erased'
    default:
      return enrolment.state satisfies never
  }
}

function stepWords(path: Path, enrolment: Enrolment, now: Instant): string {
  const [next] = forecast(path, enrolment, now, 1)
  if (next) return `${next.step.id} on ${datesIn(enrolment.pace.zone, now).moment(next.dueAt)}`
  const step = stepAhead(path, enrolment.received)
  const passage = step && gate(path, enrolment, step, now)
  return passage?.kind === 'closed' ? `${step?.id}, when project ${passage.project} is handed in` : 'nothing'
}
