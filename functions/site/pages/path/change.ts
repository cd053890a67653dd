/** What a form on "my path" does. */
import type { Instant } from '../../../domain/instant.ts'
import type { StepId } from '../../../domain/path.ts'
import type { LinkSubject } from '../../../journey/ports.ts'
import type { Problem } from '../../forms/parse-form.ts'
import type { Fields } from '../../forms/read-form.ts'
import type { SiteJourney } from '../../ports.ts'

/** What was done, for the line that says so after the redirect. */
export const savedNames = ['paused', 'resumed', 'pace', 'sent', 'nothing-to-send', 'skipped'] as const
export type Saved = (typeof savedNames)[number]

export type Outcome =
  | { readonly saved: Saved; readonly step?: StepId | undefined }
  | { readonly problems: readonly Problem[] }

interface Press {
  readonly journey: SiteJourney
  readonly subject: LinkSubject
  readonly fields: Fields
  readonly now: Instant
}

export type Change = (press: Press) => Promise<Outcome>
