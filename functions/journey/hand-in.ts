/** A project is handed in: kept first, then the next stage opens. */
import { Failure } from '../domain/errors.ts'
import { type HandInForm, readHandIn } from '../domain/hand-in.ts'
import type { Instant } from '../domain/instant.ts'
import { clearProject } from '../domain/moves.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { asDeed } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

export function createHandIn({ store, path }: { store: Store; path: Path }) {
  return {
    /** Also once more: the later one replaces the earlier, and what is open stays open. */
    async handIn(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<void> {
      if (findStep(path, step)?.kind !== 'project') {
        throw new Failure(
          'step-unknown',
          'The path holds no such project any more.',
          'Open your path to see what it holds; your work is safe where it is.',
        )
      }
      const handIn = readHandIn(form, now)
      const enrolment = await store.findEnrolment(subject, 'strong')
      if (enrolment === undefined || enrolment.state === 'erasing') throw erased()
      await store.recordWork(subject, { step, answers: {}, doneAt: now, handIn })
      await changeEnrolment(store, subject, (current) =>
        asDeed(current, clearProject(path, current, step, now) ?? {}, now),
      )
    },
  }
}
