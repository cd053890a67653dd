/** What learners do with a step: answers to its self-checks, and "done". */
import type { Enrolment, EnrolmentChange } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { clearProject } from '../domain/moves.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { type CheckId, isCheck, missedAfter, packChecks } from '../domain/recall.ts'
import { asStudy } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { LinkSubject, Store, Work } from './ports.ts'

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
    async recordAnswer(
      subject: LinkSubject,
      answer: { check: CheckId; verdict: 'knew' | 'missed' },
      now: Instant,
    ): Promise<void> {
      const step = isCheck(answer.check) ? answer.check.slice(0, -2) : ''
      const work = { step, answers: { [answer.check]: answer.verdict } }
      await record(subject, work, (enrolment) => afterAnswer(enrolment, answer, now))
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
  answer: { check: CheckId; verdict: 'knew' | 'missed' },
  now: Instant,
): EnrolmentChange | undefined {
  const { missed = [] } = enrolment
  const still = missedAfter(missed, answer)
  const study = asStudy(enrolment, now)
  if (packChecks(still) === packChecks(missed)) return study
  return { ...study, missed: still.length === 0 ? null : still }
}
