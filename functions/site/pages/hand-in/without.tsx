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

/** Handed in, and waited for all the same: by who started over, or whose press was cut off. It stands with one press. */
export function Stands({ deps, view, step, token }: Omit<WithoutProps, 'dates'>) {
  const next = waitsForIt(deps, view, step)
  if (next === undefined) return null
  return (
    <section aria-labelledby="stands">
      <h2 id="stands">The next stage waits for it</h2>
      <p>It is kept as you handed it in. {stepName(next)} follows when you say that it stands.</p>
      <form method="post" action={addresses.without(step)}>
        <TokenField token={token} />
        <button type="submit">It stands: go on</button>
      </form>
    </section>
  )
}

/** The step whose gate is closed by this project. */
export function waitsForIt({ catalog, clock }: SiteDeps, { enrolment }: PathView, step: Step): Step | undefined {
  const { path } = catalog.compiled
  const next = stepAhead(path, enrolment.received)
  const passage = next && gate(path, enrolment, next, clock())
  return passage?.kind === 'closed' && passage.project === step.id ? next : undefined
}

function whatWaits(deps: SiteDeps, view: PathView, step: Step, dates: DateWords): string {
  const next = waitsForIt(deps, view, step)
  if (next === undefined) return 'Nothing on your path waits for it.'
  const [first] = view.ahead
  return first?.step === next.id
    ? `${stepName(next)} follows when you hand in, and without it on ${dates.day(first.dueAt)}.`
    : `${stepName(next)} follows when you hand in.`
}
