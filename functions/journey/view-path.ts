/** Where a learner is and what comes when. */
import type { Enrolment } from '../domain/enrolment.ts'
import { forecast } from '../domain/forecast.ts'
import type { Instant } from '../domain/instant.ts'
import { mayAskForNext } from '../domain/moves.ts'
import type { Path, StepId } from '../domain/path.ts'
import type { LinkSubject, Store, Work } from './ports.ts'

/** A step with the date on which it will be sent if nothing changes. */
export interface ForecastStep {
  readonly step: StepId
  readonly dueAt: Instant
}

export interface PathView {
  readonly enrolment: Enrolment
  /** The steps ahead in order, with dates; empty when nothing is due. */
  readonly ahead: readonly ForecastStep[]
  readonly work: readonly Work[]
  /** May "send me the next one now" be pressed today? */
  readonly mayAskForNext: boolean
}

export function createViewPath({ store, path }: { store: Store; path: Path }) {
  return async function viewPath(subject: LinkSubject, now: Instant): Promise<PathView | undefined> {
    const enrolment = await store.findEnrolment(subject, 'strong')
    if (enrolment === undefined || enrolment.state === 'erasing') return undefined
    return {
      enrolment,
      ahead: forecast(path, enrolment, now, path.steps.length).map(({ step, dueAt }) => ({ step: step.id, dueAt })),
      work: await store.findWork(subject),
      mayAskForNext: mayAskForNext(path, enrolment, now),
    }
  }
}
