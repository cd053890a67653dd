import { isAddedBehind } from '../../../domain/next-step.ts'
import { findStep, type Path, type StepId } from '../../../domain/path.ts'
import type { PathView } from '../../ports.ts'

/** Answers: what is to be said of the steps ahead, beside their titles? */
export function notesOf(path: Path, { enrolment, ahead, work }: PathView): ReadonlyMap<StepId, string> {
  const done = new Set(work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  const notes = new Map<StepId, string>()
  for (const { step: id } of ahead) {
    const step = findStep(path, id)
    if (enrolment.received.has(id)) notes.set(id, 'once more')
    else if (done.has(id)) notes.set(id, 'done already')
    // Added to the path since, or left to catch up on by who began further on: the received steps cannot tell which.
    else if (step && isAddedBehind(path, enrolment.received, step)) notes.set(id, 'new to you, from before your place')
  }
  return notes
}
