/** The steps a learner has, to open again. */
import { addresses } from '../../addresses.ts'
import { stageClass } from '../../parts/tape.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'

export function Received({ deps, view, lessonToken }: { deps: SiteDeps; view: PathView; lessonToken: string }) {
  const { compiled } = deps.catalog
  const steps = compiled.path.steps.filter(({ id, kind }) => kind !== 'finish' && view.enrolment.received.has(id))
  if (steps.length === 0) return null
  const done = new Set(view.work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  return (
    <section aria-labelledby="received-title">
      <h2 id="received-title">Sent to you</h2>
      <ul class="what-comes">
        {steps.map((step) => (
          <li class={stageClass(compiled, step.stage)}>
            <span class="tape-edge"></span>
            <span class="number">{step.id}</span>
            <a href={addresses.lesson(step, lessonToken)}>{step.title}</a>
            <span class="quiet">{done.has(step.id) ? 'done' : null}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
