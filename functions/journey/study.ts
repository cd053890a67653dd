/** What learners do with a step: answers to its self-checks and to what it asks from memory, and "done". */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { clearProject } from '../domain/moves.ts'
import { findStep, type Path, type Step, type StepId } from '../domain/path.ts'
import { type CheckId, isCheck, missedAfter, packChecks } from '../domain/recall.ts'
import { asStudy } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { LinkSubject, Store, Work } from './ports.ts'

export interface GivenAnswer {
  readonly check: CheckId
  readonly verdict: 'knew' | 'missed'
  /** The lesson that asked it from memory: kept there, so that the first answer stays too. Its own step if absent. */
  readonly askedWith?: StepId
}

export function createStudy({ store, path }: { store: Store; path: Path }) {
  /** Written to the enrolment as well where that says something new: once a day, and for a question's coming back. */
  const record = async (
    subject: LinkSubject,
    work: Work,
    move: (enrolment: Enrolment) => EnrolmentChange | undefined,
  ) => {
    if (findStep(path, work.step) === undefined) {
      throw new Failure('step-unknown', 'The path holds no such step any more.', 'Open your path to see what it holds.')
    }
    // Notes of someone who was erased must not come back.
    const enrolment = await store.findEnrolment(subject)
    if (enrolment === undefined || enrolment.state === 'erasing') return
    await store.recordWork(subject, work)
    if (move(enrolment) !== undefined) await changeEnrolment(store, subject, move)
  }

  return {
    async recordAnswer(subject: LinkSubject, answer: GivenAnswer, now: Instant): Promise<void> {
      const { check, verdict, askedWith } = answer
      const about = isCheck(check) ? findStep(path, check.slice(0, -2)) : undefined
      const work = { step: about && askedWith ? askedWith : (about?.id ?? ''), answers: { [check]: verdict } }
      await record(subject, work, (enrolment) => afterAnswer(enrolment, answer, about, now))
    },

    /** A project that is done opens the gate behind it. */
    async markDone(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await record(subject, { step, answers: {}, doneAt: now }, (enrolment) => {
        const change = { ...clearProject(path, enrolment, step, now), ...asStudy(enrolment, now) }
        return Object.keys(change).length === 0 ? undefined : change
      })
    },
  }
}

function afterAnswer(
  enrolment: Enrolment,
  answer: GivenAnswer,
  about: Step | undefined,
  now: Instant,
): EnrolmentChange | undefined {
  const { missed = [] } = enrolment
  const study = asStudy(enrolment, now)
  // Only lessons are asked about again: a review's six would push out what a lesson left open.
  if (about?.kind !== 'lesson') return study
  const still = missedAfter(missed, answer)
  if (packChecks(still) === packChecks(missed)) return study
  return { ...study, missed: still.length === 0 ? null : still }
}
