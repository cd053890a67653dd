/** What learners do with their path: pace, pause, resume, next one now, skip, once more, start over, another stage, leave, erase. */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
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

/** Answers: is the path still what the learner saw when they pressed? */
type IsAsSeen = (enrolment: Enrolment) => boolean

interface SteerPathParts {
  readonly store: Store
  readonly path: Path
  readonly sendNow: SendNow
}

export function createSteerPath(parts: SteerPathParts) {
  const whatever = () => true
  return {
    ...steering(parts, whatever),
    /**
     * The same, but saved only on what was seen: asked of the very version that the write is conditional on, so that of
     * two presses at one moment the second is refused (`enrolment-changed`).
     */
    ifStill: (isAsSeen: IsAsSeen) => steering(parts, isAsSeen),
  }
}

function steering({ store, path, sendNow }: SteerPathParts, isAsSeen: IsAsSeen) {
  const change = async (
    subject: LinkSubject,
    now: Instant,
    move: (enrolment: Enrolment) => EnrolmentChange,
    as = asDeed,
  ): Promise<Enrolment> => {
    const enrolment = await changeEnrolment(store, subject, (current) => {
      if (!isAsSeen(current)) throw overtaken()
      return as(current, move(current), now)
    })
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

function overtaken(): Failure {
  return new Failure(
    'enrolment-changed',
    'Your path was changed at this very moment, so this press was not saved.',
    'Look at it again, and press once more if you still want it.',
  )
}
