/** Hours done and to come of hours in the path, as a bar with its numbers. */
import type { CompiledPath } from '../../../catalog/compiled.ts'
import { findStep, totalMinutes } from '../../../domain/path.ts'
import type { PathView } from '../../ports.ts'
import { durationShort } from '../../words/duration.ts'
import type { DateWords } from '../../words/when.ts'

export function Progress({ compiled, view, dates }: { compiled: CompiledPath; view: PathView; dates: DateWords }) {
  const { path, plan } = compiled
  const { received } = view.enrolment
  const doneIds = new Set(view.work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  const done = totalMinutes(path.steps.filter(({ id }) => doneIds.has(id)))
  // What was done ahead of its mail is not to come as work.
  const toCome = totalMinutes(path.steps.filter(({ id }) => !received.has(id) && !doneIds.has(id)))
  const whole = totalMinutes(path.steps)
  const isWhole = plan.every((stage) => stage.steps.every((step) => step.written))
  // The finish is no work, and no step where the path is counted elsewhere.
  const steps = path.steps.filter(({ kind }) => kind !== 'finish')
  const behind = steps.filter(({ id }) => received.has(id)).length
  const last = view.ahead.at(-1)
  const end = last && findStep(path, last.step)?.kind === 'finish' ? last.dueAt : undefined
  return (
    <div class="progress">
      <svg width="100%" height="12" aria-hidden="true">
        <rect class="whole" width="100%" height="12" />
        <rect class="done" width={`${whole === 0 ? 0 : (100 * done) / whole}%`} height="12" />
      </svg>
      <p>
        <span class="number">{durationShort(done)}</span> done of <span class="number">{durationShort(whole)}</span>{' '}
        {isWhole ? 'in the path' : 'written so far'}, <span class="number">{durationShort(toCome)}</span> to come.{' '}
        <span class="number">{behind}</span> of <span class="number">{steps.length}</span> steps{' '}
        {behind === 1 ? 'is' : 'are'} behind you.
        {end === undefined ? null : ` At your pace the last one comes on ${dates.day(end)}.`}
      </p>
    </div>
  )
}
