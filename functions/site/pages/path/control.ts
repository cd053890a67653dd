/** What a press on "my path" means: read from its form, shown with its effect, then saved. */
import type { Enrolment, EnrolmentChange } from '../../../domain/enrolment.ts'
import type { Instant } from '../../../domain/instant.ts'
import type { Path, StepId } from '../../../domain/path.ts'
import type { LinkSubject } from '../../../journey/ports.ts'
import type { Problem } from '../../forms/parse-form.ts'
import type { Fields } from '../../forms/read-form.ts'
import type { Steering } from '../../ports.ts'
import type { DateWords } from '../../words/when.ts'

/** What was done, for the line that says so after the redirect. */
export const savedNames = ['paused', 'resumed', 'pace', 'sent', 'skipped', 'again', 'stage', 'started-over'] as const
export type Saved = (typeof savedNames)[number]

/** What a form asks for. */
export interface Wish {
  /** The rule that the save goes by. Throws a `Failure` for what is not possible. */
  readonly move: (enrolment: Enrolment) => EnrolmentChange
  readonly save: (journey: Steering, subject: LinkSubject) => Promise<unknown>
  /** It was done before: who presses twice is told so, where the rule would refuse the second press. */
  readonly isDone?: boolean
  readonly saved: Saved
  readonly step?: StepId
  /** "Skip E02?" */
  readonly question: string
  /** What it means, in a sentence or two, before the dates. */
  readonly words: string
  /** "Skip E02" */
  readonly button: string
}

/** On what a wish is read. */
export interface Sight {
  readonly path: Path
  readonly enrolment: Enrolment
  readonly now: Instant
  readonly dates: DateWords
}

/** Answers: what does this form ask for, or what is wrong with it? */
export type Control = (fields: Fields, sight: Sight) => Wish | readonly Problem[]

export function isWish(read: Wish | readonly Problem[]): read is Wish {
  return 'move' in read
}
