/** What an expected failure means to a browser, and to a form. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure, type FailureCode } from '../domain/errors.ts'
import type { Problem } from './forms/parse-form.ts'

export function statusOf(code: FailureCode): ContentfulStatusCode {
  switch (code) {
    case 'address-invalid':
    case 'days-missing':
    case 'time-invalid':
    case 'zone-unknown':
    case 'name-invalid':
    case 'consent-missing':
    case 'pause-date-invalid':
    case 'hand-in-empty':
    case 'hand-in-link-invalid':
    case 'marks-missing':
    case 'plan-too-long':
      return 422
    case 'link-invalid':
    case 'form-invalid':
      return 400
    case 'origin-not-allowed':
      return 403
    case 'link-expired':
      return 410
    case 'step-unknown':
    case 'stage-unknown':
      return 404
    case 'move-not-allowed':
    case 'next-already-sent-today':
    case 'enrolment-changed':
    case 'address-taken':
    case 'certificate-not-earned':
    case 'hand-in-kept':
      return 409
    case 'body-too-large':
    case 'note-too-long':
      return 413
    case 'too-many-requests':
      return 429
    default:
      code satisfies never
      return 500
  }
}

const controls: Partial<Record<FailureCode, string>> = {
  'address-invalid': 'address',
  'days-missing': 'days',
  'time-invalid': 'time',
  'zone-unknown': 'zone',
  'name-invalid': 'name',
  'consent-missing': 'consent',
  'pause-date-invalid': 'until',
}

/** Answers: which control can mend this? Undefined for what no control can, and for bugs. */
export function problemFrom(cause: unknown): Problem | undefined {
  if (!(cause instanceof Failure)) return undefined
  const field = cause.field ?? controls[cause.code]
  return field === undefined ? undefined : { field, message: `${cause.message} ${cause.remedy}` }
}

/** Answers: what the work gives, or undefined when its link speaks of something else. Other failures go on. */
export function unlessLinkInvalid<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'link-invalid') return undefined
    throw cause
  }
}
