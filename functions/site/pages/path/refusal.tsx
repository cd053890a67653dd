/** A press that could not be done: the form as it was sent, and why. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Failure } from '../../../domain/errors.ts'
import { problemFrom, statusOf } from '../../failures.ts'
import type { Problem } from '../../forms/parse-form.ts'
import type { Fields } from '../../forms/read-form.ts'
import { ProblemSummary } from '../../parts/problem-summary.tsx'

export interface Refusal {
  readonly fields: Fields
  readonly reason: Failure | readonly Problem[]
}

export function statusOfRefusal({ reason }: Refusal): ContentfulStatusCode {
  return reason instanceof Failure ? statusOf(reason.code) : 422
}

/** Answers: which controls can mend it? */
export function problemsOf({ reason }: Refusal): readonly Problem[] {
  if (!(reason instanceof Failure)) return reason
  const problem = problemFrom(reason)
  return problem ? [problem] : []
}

export function Refused({ refusal }: { refusal: Refusal }) {
  const problems = problemsOf(refusal)
  if (problems.length > 0 || !(refusal.reason instanceof Failure)) return <ProblemSummary problems={problems} />
  return (
    <section class="problems" role="alert">
      <p>
        {refusal.reason.message} {refusal.reason.remedy}
      </p>
    </section>
  )
}
