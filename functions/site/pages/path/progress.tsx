/** Hours done of hours in the path, as a bar with its numbers. */
import type { CompiledPath } from '../../../catalog/compiled.ts'
import { totalMinutes } from '../../../domain/path.ts'
import type { PathView } from '../../ports.ts'
import { durationShort } from '../../words/duration.ts'

export function Progress({ compiled, view }: { compiled: CompiledPath; view: PathView }) {
  const { path, plan } = compiled
  const doneIds = new Set(view.work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  const done = totalMinutes(path.steps.filter(({ id }) => doneIds.has(id)))
  const whole = totalMinutes(path.steps)
  const sent = path.steps.filter(({ id }) => view.enrolment.received.has(id)).length
  const isWhole = plan.every((stage) => stage.steps.every((step) => step.written))
  return (
    <div class="progress">
      <svg width="100%" height="12" aria-hidden="true">
        <rect class="whole" width="100%" height="12" />
        <rect class="done" width={`${whole === 0 ? 0 : (100 * done) / whole}%`} height="12" />
      </svg>
      <p>
        <span class="number">{durationShort(done)}</span> done of <span class="number">{durationShort(whole)}</span>{' '}
        {isWhole ? 'in the path' : 'written so far'}. <span class="number">{sent}</span> of{' '}
        <span class="number">{path.steps.length}</span> steps sent.
      </p>
    </div>
  )
}
