/** Everything that can be changed, in one place. Each press shows its effect first. */
import type { Instant } from '../../../domain/instant.ts'
import { paceValues, paceValuesOf } from '../../forms/pace.ts'
import { textOf } from '../../forms/read-form.ts'
import type { PathView, SiteDeps } from '../../ports.ts'
import { Again } from './again.tsx'
import { NextOne } from './next-one.tsx'
import { ChangePace } from './pace.tsx'
import { Pause } from './pause.tsx'
import { Place } from './place.tsx'
import { problemsOf, type Refusal } from './refusal.tsx'

interface ControlsProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly token: string
  readonly now: Instant
  readonly refusal: Refusal | undefined
}

export function Controls({ deps, view, token, now, refusal }: ControlsProps) {
  const { pace, state, dueAt } = view.enrolment
  const isUnderWay = state === 'active' || state === 'paused'
  if (!isUnderWay && state !== 'finished') return null
  const problems = refusal ? problemsOf(refusal) : []
  const sent = refusal?.fields ?? {}
  const isPaused = state === 'paused'
  return (
    <section aria-labelledby="change" class="controls">
      <h2 id="change" tabindex={-1}>
        Change how it comes
      </h2>
      <p>
        Each button shows what it does to your dates, before and after. Nothing is saved until you press again there.
        Whatever you choose, there is at most one mail a day.
      </p>
      {isUnderWay ? (
        <>
          <NextOne deps={deps} view={view} token={token} />
          <Pause
            token={token}
            isPaused={isPaused}
            isOpen={isPaused && dueAt === undefined}
            zone={pace.zone}
            now={now}
            until={textOf(sent, 'until')}
            problems={problems}
          />
          <ChangePace
            token={token}
            kept={pace}
            values={'zone' in sent ? paceValues(sent) : paceValuesOf(pace)}
            problems={problems}
          />
        </>
      ) : null}
      <Again deps={deps} view={view} token={token} />
      <Place deps={deps} token={token} chosen={textOf(sent, 'stage')} problems={problems} />
    </section>
  )
}
