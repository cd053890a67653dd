/** The way on without a project: always there once its brief was sent, with what happens if nothing is pressed. */
import { gate } from '../../../domain/gate.ts'
import { stepAhead } from '../../../domain/next-step.ts'
import type { Step } from '../../../domain/path.ts'
import { addresses } from '../../addresses.ts'
import { TokenField } from '../../parts/token-field.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { stepName } from '../../words/step.ts'
import type { DateWords } from '../../words/when.ts'

interface WithoutProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly step: Step
  readonly token: string
  readonly dates: DateWords
}

export function Without({ deps, view, step, token, dates }: WithoutProps) {
  if (!view.enrolment.received.has(step.id)) return null
  return (
    <section aria-labelledby="without">
      <h2 id="without">Not now, or not this one</h2>
      <p>
        {whatWaits(deps, view, step, dates)} Going on without it loses nothing: the brief stays open to you, and you can
        still hand it in. Only the certificate of its stage waits for it.
      </p>
      <form method="post" action={addresses.without(step)}>
        <TokenField token={token} />
        <button type="submit" class="second">
          Go on without {step.id}
        </button>
      </form>
    </section>
  )
}

function whatWaits({ catalog, clock }: SiteDeps, { enrolment, ahead }: PathView, step: Step, dates: DateWords): string {
  const { path } = catalog.compiled
  const next = stepAhead(path, enrolment.received)
  const passage = next && gate(path, enrolment, next, clock())
  if (next === undefined || passage?.kind !== 'closed' || passage.project !== step.id)
    return 'Nothing on your path waits for it.'
  const [first] = ahead
  return first?.step === next.id
    ? `${stepName(next)} follows when you hand in, and without it on ${dates.day(first.dueAt)}.`
    : `${stepName(next)} follows when you hand in.`
}
