/** What learners do with their path: pace, pause, resume, next one now, skip, once more, start over, leave. */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import * as moves from '../domain/moves.ts'
import { stepAhead } from '../domain/next-step.ts'
import type { Pace } from '../domain/pace.ts'
import type { Path, StepId } from '../domain/path.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { LinkSubject, Store } from './ports.ts'
import type { SendNow } from './send-now.ts'

export function createSteerPath(parts: { store: Store; path: Path; sendNow: SendNow }) {
  const { store, path, sendNow } = parts

  const change = async (subject: LinkSubject, move: (enrolment: Enrolment) => EnrolmentChange | undefined) => {
    const enrolment = await changeEnrolment(store, subject, move)
    if (enrolment !== undefined) return enrolment
    throw new Failure(
      'link-expired',
      'What this link opened has been erased, as it is after 30 days.',
      'Sign up again to begin the path anew.',
    )
  }

  return {
    async changePace(subject: LinkSubject, pace: Pace, now: Instant): Promise<void> {
      await change(subject, (enrolment) => moves.changePace(path, enrolment, pace, now))
    },

    async pause(subject: LinkSubject, until: string | undefined, now: Instant): Promise<void> {
      await change(subject, (enrolment) => moves.pause(enrolment, until, now))
    },

    async resume(subject: LinkSubject, now: Instant): Promise<void> {
      await change(subject, (enrolment) =>
        enrolment.state === 'active' ? undefined : moves.resume(path, enrolment, now),
      )
    },

    async skip(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await change(subject, (enrolment) => moves.skip(path, enrolment, step, now))
    },

    /** Answers which step is on its way, if any. */
    async sendNextNow(subject: LinkSubject, now: Instant): Promise<StepId | undefined> {
      const enrolment = await change(subject, (current) => moves.askForNext(path, current, now))
      await sendNow(subject)
      return stepAhead(path, enrolment.received)?.id
    },

    /** A step the learner has had comes once more: today if the day has had no mail yet, else on the next of their days. */
    async sendAgain(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await change(subject, (enrolment) => moves.askAgain(path, enrolment, step, now))
      await sendNow(subject)
    },

    async startOver(subject: LinkSubject, now: Instant): Promise<void> {
      await change(subject, (enrolment) => moves.startOver(path, enrolment, now))
    },

    /** Always succeeds, also for those who are gone. */
    async leave(subject: LinkSubject, now: Instant): Promise<void> {
      await changeEnrolment(store, subject, (enrolment) => moves.leave(enrolment, now))
    },
  }
}
