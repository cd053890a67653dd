/** The failures that we expect, one stable code each. Anything else that is thrown is a bug. */
export type FailureCode =
  | 'address-invalid'
  | 'days-missing'
  | 'time-invalid'
  | 'zone-unknown'
  | 'name-invalid'
  | 'consent-missing'
  | 'pause-date-invalid'
  | 'link-invalid'
  | 'link-expired'
  | 'step-unknown'
  | 'move-not-allowed'
  | 'next-already-sent-today'
  | 'enrolment-changed'
  | 'too-many-requests'
  | 'body-too-large'
  | 'origin-not-allowed'
  | 'form-invalid'
  | 'hand-in-empty'
  | 'hand-in-kept'
  | 'hand-in-link-invalid'
  | 'note-too-long'
  | 'marks-missing'
  | 'plan-too-long'
  | 'stage-unknown'
  | 'address-taken'
  | 'certificate-not-earned'

/** An expected failure. `message` says what happened and why, `remedy` what to do; both are safe to show to a learner. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly remedy: string,
    readonly field?: string,
  ) {
    super(message)
  }
}
