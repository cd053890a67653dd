/** The steps a learner has, to open again. */
import type { Step } from '../../../domain/path.ts'
import type { DeliveriesView } from '../../../journey/view-deliveries.ts'
import { addresses } from '../../addresses.ts'
import { stageClass } from '../../parts/tape.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { count } from '../../words/duration.ts'

interface ReceivedProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly deliveries: DeliveriesView
  readonly token: string
  readonly lessonToken: string
}

/** A list that is longer is closed until it is opened. */
const shownAtOnce = 8

/** Newest first. */
export function Received({ deps, view, deliveries, token, lessonToken }: ReceivedProps) {
  const { compiled } = deps.catalog
  const steps = compiled.path.steps.filter(({ id, kind }) => kind !== 'finish' && view.enrolment.received.has(id))
  if (steps.length === 0) return null
  const handedIn = new Set(view.work.filter(({ handIn }) => handIn !== undefined).map(({ step }) => step))
  const done = new Set(view.work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  const list = (
    <ul class="what-comes">
      {steps.toReversed().map((step) => (
        <li class={stageClass(compiled, step.stage)}>
          <span class="tape-edge"></span>
          <span class="number">{step.id}</span>
          <a href={addresses.lesson(step, lessonToken)}>{step.title}</a>
          <span class="quiet">{stateOf(step.id)}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="received-title">
      <h2 id="received-title">Behind you</h2>
      <HandedIn steps={steps.filter(({ id }) => handedIn.has(id))} token={token} />
      {steps.length <= shownAtOnce ? (
        list
      ) : (
        <details class="more">
          <summary>{count(steps.length, 'step')} to open again</summary>
          {list}
        </details>
      )}
    </section>
  )

  function stateOf(id: string): string | null {
    if (done.has(id)) return 'done'
    if (deliveries.cameBack.has(id)) return 'came back'
    return null
  }
}

/** Outside the list, which may be folded: a lesson's own link shows none of it and sends the learner here. */
function HandedIn({ steps, token }: { steps: readonly Step[]; token: string }) {
  if (steps.length === 0) return null
  return (
    <ul class="ways">
      {steps.map((step) => (
        <li>
          <a href={addresses.handIn(step, token)}>See or change what you handed in for {step.id}</a>
        </li>
      ))}
    </ul>
  )
}
