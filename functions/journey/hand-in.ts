/** A project is handed in: kept first, then the next stage opens. */
import { Failure } from '../domain/errors.ts'
import { type HandIn, type HandInForm, isSameHandIn, readHandIn } from '../domain/hand-in.ts'
import type { Instant } from '../domain/instant.ts'
import { clearProject } from '../domain/moves.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { asDeed } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

export function createHandIn({ store, path }: { store: Store; path: Path }) {
  /** Throws for what is no project, what cannot be kept, and who is gone. */
  async function read(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<HandIn> {
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
    return handIn
  }

  async function keep(subject: LinkSubject, step: StepId, handIn: HandIn, now: Instant): Promise<void> {
    await store.recordWork(subject, { step, answers: {}, doneAt: now, handIn })
    await changeEnrolment(store, subject, (current) =>
      asDeed(current, clearProject(path, current, step, now) ?? {}, now),
    )
  }

  return {
    /** Also once more: the later one replaces the earlier, and what is open stays open. */
    async handIn(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<void> {
      await keep(subject, step, await read(subject, step, form, now), now)
    },

    /** With a link that travels in a mail and may be passed on: what is kept is not replaced. */
    async handInFirst(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<void> {
      const handIn = await read(subject, step, form, now)
      const kept = (await store.findWork(subject)).find((work) => work.step === step)?.handIn
      if (kept !== undefined && !isSameHandIn(kept, handIn)) throw alreadyKept(step)
      // The same once more also finishes one that was cut off before the gate opened.
      await keep(subject, step, kept ?? handIn, now)
    },
  }
}

function alreadyKept(step: StepId): Failure {
  return new Failure(
    'hand-in-kept',
    `${step} is handed in already, and a link from a lesson's mail does not replace it: such a mail may be passed on.`,
    'Have a link mailed to you, and change it from my path.',
  )
}
