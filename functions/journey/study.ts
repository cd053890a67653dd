/** What learners do with a step: answers to its self-checks, and "done". */
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { clearProject } from '../domain/moves.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { asStudy } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { LinkSubject, Store, Work } from './ports.ts'

export function createStudy({ store, path }: { store: Store; path: Path }) {
  const record = async (subject: LinkSubject, work: Work, now: Instant) => {
    if (findStep(path, work.step) === undefined) {
      throw new Failure('step-unknown', 'The path holds no such step any more.', 'Open your path to see what it holds.')
    }
    // Notes of someone who was erased must not come back.
    const enrolment = await store.findEnrolment(subject)
    if (enrolment === undefined || enrolment.state === 'erasing') return
    await store.recordWork(subject, work)
    if (asStudy(enrolment, now) === undefined) return
    await changeEnrolment(store, subject, (current) => asStudy(current, now))
  }

  return {
    async recordAnswer(
      subject: LinkSubject,
      answer: { check: string; verdict: 'knew' | 'missed' },
      now: Instant,
    ): Promise<void> {
      const step = answer.check.slice(0, answer.check.indexOf('.'))
      await record(subject, { step, answers: { [answer.check]: answer.verdict } }, now)
    },

    /** A project that is done opens the gate behind it. */
    async markDone(subject: LinkSubject, step: StepId, now: Instant): Promise<void> {
      await record(subject, { step, answers: {}, doneAt: now }, now)
      if (findStep(path, step)?.kind !== 'project') return
      await changeEnrolment(store, subject, (enrolment) => clearProject(path, enrolment, step, now))
    },
  }
}
