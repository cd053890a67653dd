/** The learner of a link is not there any more. */
import { Failure } from '../domain/errors.ts'

export function erased(): Failure {
  return new Failure(
    'link-expired',
    'What this link opened has been erased, as it is after 30 days.',
    'Sign up again to begin the path anew.',
  )
}
