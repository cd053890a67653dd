import type { CompiledPath } from '../../../catalog/compiled.ts'
import { stepAhead } from '../../../domain/next-step.ts'
import type { Marks } from '../../arrangement/marks.ts'
import { startOf, timelineOf } from '../../arrangement/timeline.ts'
import type { PathView } from '../../ports.ts'
import type { DateWords } from '../../words/when.ts'

/** Answers: what does this learner's arrangement show? The playhead stands before the next step. */
export function marksOf(compiled: CompiledPath, { enrolment, ahead }: PathView, dates: DateWords): Marks {
  return {
    playhead: startOf(timelineOf(compiled.plan), stepAhead(compiled.path, enrolment.received)?.id),
    received: enrolment.received,
    dates: new Map(ahead.map(({ step, dueAt }) => [step, dates.shortDay(dueAt)])),
  }
}
