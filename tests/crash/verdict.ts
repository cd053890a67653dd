/** What the run comes to, held against what SES accepted: the only truth there is about what went out. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import type { Path } from '../../functions/domain/path.ts'
import type { AcceptedMail } from '../support/ses/stand-in.ts'

const minuteMs = 60_000
/** A claim lasts 15 minutes from a moment before SES's yes; events are drawn before 14 or after 16. */
const inTimeMs = 14.5 * minuteMs

export interface Evidence {
  readonly path: Path
  readonly enrolments: readonly Enrolment[]
  readonly accepted: readonly AcceptedMail[]
  /** When the first event of a mail was processed. */
  readonly processedAt: ReadonlyMap<string, number>
  /** Mails whose worker died before it could write the yes down. */
  readonly orphaned: ReadonlySet<string>
}

export interface Verdict {
  readonly stepsDue: number
  readonly delivered: number
  /** Steps that never went out although nobody holds them. */
  readonly lost: readonly string[]
  /** Second sends although the first one's outcome was known in time: must be none. */
  readonly duplicates: readonly string[]
  /** Second sends where no answer was written down and no event was processed in time: SES leaves no other way. */
  readonly unavoidable: readonly string[]
  readonly stuck: number
}

export function verdictOf({ path, enrolments, accepted, processedAt, orphaned }: Evidence): Verdict {
  const sends = new Map<string, AcceptedMail[]>()
  for (const mail of accepted) {
    const key = `${mail.tags['learner']} ${mail.tags['step']}`
    sends.set(key, [...(sends.get(key) ?? []), mail])
  }
  const wasKnown = (mail: AcceptedMail) => {
    const toldAt = processedAt.get(mail.messageId)
    const eventInTime = toldAt !== undefined && toldAt <= mail.acceptedAt + inTimeMs
    return eventInTime || (mail.answered && !orphaned.has(mail.messageId))
  }
  const lost: string[] = []
  let stepsDue = 0
  for (const enrolment of enrolments) {
    const missing = path.steps.filter((step) => !sends.has(`${enrolment.learner} ${step.id}`))
    // Who is on the operator's list waits for the operator, the later steps with it.
    if (enrolment.stuck === undefined) lost.push(...missing.map((step) => `${enrolment.learner} ${step.id}`))
    stepsDue += path.steps.length - (enrolment.stuck === undefined ? 0 : missing.length)
  }
  const duplicates: string[] = []
  const unavoidable: string[] = []
  for (const [key, mails] of sends) {
    mails.slice(1).forEach((_, index) => {
      const earlier = mails.slice(0, index + 1)
      ;(earlier.some(wasKnown) ? duplicates : unavoidable).push(key)
    })
  }
  const stuck = enrolments.filter((enrolment) => enrolment.stuck !== undefined).length
  return { stepsDue, delivered: sends.size, lost, duplicates, unavoidable, stuck }
}
