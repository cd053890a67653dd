/** The learner of a link is not there any more. */
import { Failure } from '../domain/errors.ts'

export function erased(): Failure {
  return new Failure(
    'link-expired',
    'What this link opened has been erased: its owner asked for it, or it was 30 days after the lessons were stopped.',
    'Sign up again to begin the path anew.',
  )
}
