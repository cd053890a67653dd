/** An enrolment as the table keeps it. */
import { changed, type Enrolment, type EnrolmentChange } from '../../functions/domain/enrolment.ts'

export function isOwnClaim(current: Enrolment, mine: Enrolment): boolean {
  return current.attempt === mine.attempt && current.claim !== undefined && current.claim.by === (mine.claim?.by ?? '')
}

export function withoutClaim({ claim: _claim, ...rest }: Enrolment): Enrolment {
  return rest
}

/** A change as the table takes it: a due time without a lane stands in the path's own, a lane alone says nothing. */
export function afterWriting(enrolment: Enrolment, { lane, ...change }: EnrolmentChange): Enrolment {
  const next = changed(enrolment, change)
  return typeof change.dueAt === 'number' ? { ...next, lane: lane ?? 'due' } : next
}

export function asWritten({ lane, dueAt, claim, ...rest }: Enrolment): Enrolment {
  return {
    ...rest,
    ...(dueAt === undefined ? {} : { dueAt, lane: lane ?? 'due' }),
    ...(claim === undefined ? {} : { claim: { ...claim, attempt: rest.attempt } }),
  }
}
