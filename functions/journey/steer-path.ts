/** What learners do with their path: pace, pause, resume, next one now, skip, once more, start over, another stage, leave, erase. */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import * as moves from '../domain/moves.ts'
import { stepAhead } from '../domain/next-step.ts'
import type { Pace } from '../domain/pace.ts'
import type { Path, StageId, StepId } from '../domain/path.ts'
import { moveToStage, startOver } from '../domain/placement.ts'
import { asDeed, asPress } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'
import type { SendNow } from './send-now.ts'

export function createSteerPath(parts: { store: Store; path: Path; sendNow: SendNow }) {
  const { store, path, sendNow } = parts

  const change = async (
    subject: LinkSubject,
    now: Instant,
    move: (enrolment: Enrolment) => EnrolmentChange,
    as = asDeed,
  ): Promise<Enrolment> => {
    const enrolment = await changeEnrolment(store, subject, (current) => as(current, move(current), now))
    if (enrolment !== undefined) return enrolment
    throw erased()
  }

  return {
    async changePace(subject: LinkSubject, pace: Pace, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moves.changePace(path, enrolment, pace, now))
    },

    async pause(subject: LinkSubject, until: string | undefined, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moves.pause(enrolment, until, now))
    },

    /** "Go on": ends a pause, and answers the question whether to. */
    async resume(subject: LinkSubject, now: Instant): Promise<void> {
      const move = (enrolment: Enrolment) => (enrolment.state === 'active' ? {} : moves.resume(path, enrolment, now))
      await change(subject, now, move, asPress)
    },

    async skip(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moves.skip(path, enrolment, step, now))
    },

    /** On to the next stage without the project: its gate opens, whatever the path's settings. */
    async goOnWithout(subject: LinkSubject, project: StepId, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moves.goOnWithout(path, enrolment, project, now))
    },

    /** Answers which step is on its way, if any. */
    async sendNextNow(subject: LinkSubject, now: Instant): Promise<StepId | undefined> {
      const enrolment = await change(subject, now, (current) => moves.askForNext(path, current, now))
      await sendNow(subject)
      return stepAhead(path, enrolment.received)?.id
    },

    /** A step the learner has had comes once more: today if the day has had no mail yet, else on the next of their days. */
    async sendAgain(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moves.askAgain(path, enrolment, step, now))
      await sendNow(subject)
    },

    async startOver(subject: LinkSubject, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => startOver(path, enrolment, now))
    },

    /** On, or back, to the first step of a stage. */
    async moveToStage(subject: LinkSubject, stage: StageId, now: Instant): Promise<void> {
      await change(subject, now, (enrolment) => moveToStage(path, enrolment, stage, now))
    },

    /** Everything of the learner goes, at once where it can, else within the next minutes. Always succeeds. */
    async eraseNow(subject: LinkSubject, now: Instant): Promise<void> {
      await changeEnrolment(store, subject, (enrolment) => moves.eraseNow(enrolment, now))
      await sendNow(subject)
    },

    /** Always succeeds, also for those who are gone. */
    async leave(subject: LinkSubject, now: Instant): Promise<void> {
      await changeEnrolment(store, subject, (enrolment) => moves.leave(enrolment, now))
    },
  }
}
