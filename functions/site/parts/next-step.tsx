/**
 * After a step is done: what comes next, on which day, and a button to have it now. The hour and the place are the learner's
 * own settings, and a lesson link is passed on.
 */
import { isCaughtUp, stepAhead } from '../../domain/next-step.ts'
import { findStep, type Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import type { PathView, SiteDeps } from '../ports.ts'
import { durationWords } from '../words/duration.ts'
import { stepName } from '../words/step.ts'
import { datesIn } from '../words/when.ts'
import { TokenField } from './token-field.tsx'

export interface NextStepProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly token: string
  /** The step whose page this is: the way back after a press. */
  readonly after: Step
  /** Asked for a moment ago. */
  readonly sent: Step | undefined
}

export function NextStep({ deps, view, token, after, sent }: NextStepProps) {
  const { path } = deps.catalog.compiled
  const { enrolment, mayAskForNext } = view
  const dates = datesIn(enrolment.pace.zone, deps.clock())
  const forecast = view.ahead.find(({ step }) => step !== sent?.id && step !== after.id)
  const ownDate = enrolment.received.has(after.id) ? undefined : view.ahead.find(({ step }) => step === after.id)
  // What was done ahead of its mail is not asked for.
  const isOwnNext = ownDate !== undefined && ownDate === view.ahead[0]
  const mayAsk = mayAskForNext && enrolment.asked !== 'next' && !isOwnNext
  const dated = forecast && findStep(path, forecast.step)
  const next = dated ?? stepAhead(path, enrolment.received)
  return (
    <>
      {ownDate ? (
        <p>
          {after.id} had not been sent to you yet. Its mail still comes, {dates.day(ownDate.dueAt)}; on{' '}
          <a href={addresses.path(token)}>my path</a> it can be skipped when it is the next one.
        </p>
      ) : null}
      {forecast && dated ? (
        <p class="lead">
          Next is {stepName(dated)}: {dates.day(forecast.dueAt)}. {timeWords(dated)}
        </p>
      ) : (
        <p class="lead">{withoutDate(view, next, isCaughtUp(path, next))}</p>
      )}
      {mayAsk && next ? (
        <form method="post" action={addresses.next}>
          <TokenField token={token} />
          <input type="hidden" name="after" value={after.id} />
          <button type="submit">Send me {next.id} now</button>
        </form>
      ) : null}
      <p class="links">
        <a href={addresses.lesson(after, token)}>Back to {after.id}</a>
        <a href={addresses.path(token)}>My path</a>
      </p>
    </>
  )
}

function timeWords(step: Step): string {
  return step.kind === 'finish' ? '' : `It takes ${durationWords(step.minutes)}.`
}

/** Nothing is dated: the state says why. */
function withoutDate({ enrolment }: PathView, next: Step | undefined, caughtUp: boolean): string {
  switch (enrolment.state) {
    case 'finished':
      return 'That was the last one: you have had every step of the path.'
    case 'paused':
      return `The path is paused until you return.${next ? ` ${stepName(next)} waits.` : ''}`
    case 'left':
    case 'erasing':
      return 'You have stopped all lessons, so nothing comes next.'
    case 'undeliverable':
      return 'Mail to your address comes back, so nothing more can be sent to it.'
    case 'pending':
      return 'The path is not confirmed yet: press the button in the confirmation mail.'
    case 'active':
      if (enrolment.stuck !== undefined) return 'The next step could not be sent. The operator has been told.'
      if (caughtUp)
        return 'You have had every step that is written. When another is ready, it comes on one of your days.'
      return next
        ? `${stepName(next)} waits at the gate until the project before it is done.`
        : 'Every step has been sent.'
    default:
      enrolment.state satisfies never
      return ''
  }
}
