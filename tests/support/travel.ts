/** The rules alone, without a table or a mailer: claim at the due time, decide, settle, and so on. */
import { changed, type Enrolment } from '../../functions/domain/enrolment.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { nextStep, type Reminder } from '../../functions/domain/next-step.ts'
import { afterNothing, afterReminder, afterStep } from '../../functions/domain/outcome.ts'
import type { Path, Step } from '../../functions/domain/path.ts'

export interface Sent {
  readonly step: Step
  readonly at: Instant
}

interface Reminded extends Sent {
  readonly reminder: Reminder
}

export interface Journey {
  readonly sent: readonly Sent[]
  readonly reminded: readonly Reminded[]
  /** The enrolment after the last of them. */
  readonly enrolment: Enrolment
}

/** Answers: what is sent to this enrolment from `now` on, if nothing else happens? At most `most` steps. */
export function travel(path: Path, start: Enrolment, now: Instant, most: number): Journey {
  const sent: Sent[] = []
  const reminded: Reminded[] = []
  let enrolment = start
  let clock = now
  while (sent.length < most && enrolment.dueAt !== undefined) {
    clock = Math.max(clock, enrolment.dueAt)
    const decision = nextStep(path, enrolment, clock)
    if (decision.kind === 'send' || decision.kind === 'finish') {
      sent.push({ step: decision.step, at: clock })
      enrolment = changed(enrolment, afterStep(path, enrolment, decision.step, clock))
    } else if ('step' in decision) {
      reminded.push({ reminder: decision.kind, step: decision.step, at: clock })
      enrolment = changed(enrolment, afterReminder(path, enrolment, decision.kind, clock))
    } else {
      enrolment = changed(enrolment, afterNothing(enrolment, decision))
    }
  }
  return { sent, reminded, enrolment }
}

export function idsOf(sent: readonly Sent[]): readonly string[] {
  return sent.map(({ step }) => step.id)
}
