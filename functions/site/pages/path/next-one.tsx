/** The next step: have it now, or skip it. */
import { isCaughtUp, stepAhead } from '../../../domain/next-step.ts'
import { wasSentToday } from '../../../domain/pace.ts'
import type { Step } from '../../../domain/path.ts'
import { textOf } from '../../forms/read-form.ts'
import { TokenField } from '../../parts/token-field.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import type { Change } from './change.ts'

export const sendNext: Change = async ({ journey, subject, now }) => {
  const step = await journey.sendNextNow(subject, now)
  return step === undefined ? { saved: 'nothing-to-send' } : { saved: 'sent', step }
}

/** The form names the step that the learner saw, so that two presses do not skip two. */
export const skipNext: Change = async ({ journey, subject, fields, now }) => {
  const step = textOf(fields, 'step')
  await journey.skip(subject, step, now)
  return { saved: 'skipped', step }
}

export function NextOne({ deps, view, token }: { deps: SiteDeps; view: PathView; token: string }) {
  const { enrolment, mayAskForNext } = view
  const { path } = deps.catalog.compiled
  const next = stepAhead(path, enrolment.received)
  if (next === undefined || isCaughtUp(path, next)) return null
  if (enrolment.state !== 'active' && enrolment.state !== 'paused') return null
  if (enrolment.asked === 'next') return null
  return (
    <div class="press">
      {mayAskForNext ? (
        <form method="post" action="/path/next">
          <TokenField token={token} />
          <button type="submit">Send me {next.id} now</button>
        </form>
      ) : null}
      {next.kind === 'finish' ? null : (
        <form method="post" action="/path/skip">
          <TokenField token={token} />
          <input type="hidden" name="step" value={next.id} />
          <button type="submit" class="second">
            Skip {next.id}
          </button>
        </form>
      )}
      {mayAskForNext ? null : <p class="quiet">{whyNotNow(view, next, deps.clock())}</p>}
    </div>
  )
}

function whyNotNow({ enrolment }: PathView, next: Step, now: number): string {
  if (enrolment.state === 'paused') return `${next.id} cannot be sent while the path is paused. Resume first.`
  if (enrolment.stuck !== undefined) return `${next.id} waits for the operator, who has been told.`
  if (wasSentToday(enrolment.pace, enrolment.lastSentAt, now)) {
    return `A lesson came today, and there is at most one a day. ${next.id} can be sent from tomorrow on.`
  }
  return `${next.id} opens when the project before it is done.`
}
