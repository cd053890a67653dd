/** The next step: have it now, or skip it. */
import { askForNext, skip } from '../../../domain/moves.ts'
import { isCaughtUp, stepAhead } from '../../../domain/next-step.ts'
import { wasSentToday } from '../../../domain/pace.ts'
import { findStep, type Step } from '../../../domain/path.ts'
import { textOf } from '../../forms/read-form.ts'
import type { PathView, SiteDeps } from '../../ports.ts'
import { durationWords } from '../../words/duration.ts'
import { stepName } from '../../words/step.ts'
import type { Control } from './control.ts'
import { ControlForm } from './control-form.tsx'

/** The form names the step that the learner saw, so that two presses do not send two. */
export const sendNext: Control = (fields, { path, enrolment, now }) => {
  const step = findStep(path, textOf(fields, 'step')) ?? stepAhead(path, enrolment.received)
  const name = step?.id ?? 'the next step'
  const cameToday = wasSentToday(enrolment.pace, enrolment.lastSentAt, now)
  const time = step && step.kind !== 'finish' ? ` It takes ${durationWords(step.minutes)}.` : ''
  return {
    move: (current) => askForNext(path, current, now),
    save: (journey, subject) => journey.sendNextNow(subject, now),
    isDone: enrolment.asked === 'next' || (step !== undefined && enrolment.received.has(step.id) && cameToday),
    saved: 'sent',
    ...(step ? { step: step.id } : {}),
    question: `Send ${name} now?`,
    words: `It leaves at once, outside your days and hour, and is today’s only mail.${time}`,
    button: `Send me ${name} now`,
  }
}

/** The form names the step that the learner saw, so that two presses do not skip two. */
export const skipNext: Control = (fields, { path, enrolment, now }) => {
  const id = textOf(fields, 'step')
  const step = findStep(path, id)
  return {
    move: (current) => skip(path, current, id, now),
    save: (journey, subject) => journey.skip(subject, id, now),
    isDone: enrolment.received.has(id),
    saved: 'skipped',
    step: id,
    question: `Skip ${id}?`,
    words: `${step ? stepName(step) : 'The step'} is not sent, and counts as received: its page opens from “my path”, and you can have it sent later.${
      step?.kind === 'project' ? ' The next stage opens without it.' : ''
    }`,
    button: `Skip ${id}`,
  }
}

export function NextOne({ deps, view, token }: { deps: SiteDeps; view: PathView; token: string }) {
  const { enrolment, mayAskForNext } = view
  const { path } = deps.catalog.compiled
  const next = stepAhead(path, enrolment.received)
  if (next === undefined || isCaughtUp(path, next) || enrolment.asked === 'next') return null
  const isSkippable = next.kind !== 'finish'
  if (!mayAskForNext && !isSkippable) return null
  return (
    <section aria-labelledby="next-title">
      <h3 id="next-title">The next one: {next.id}</h3>
      <p>
        {next.title}. {mayAskForNext ? null : whyNotNow(view, next, deps.clock())}
      </p>
      <div class="press">
        {mayAskForNext ? (
          <ControlForm name="next" token={token} button={`Send me ${next.id} now`} carries={{ step: next.id }} />
        ) : null}
        {isSkippable ? (
          <ControlForm name="skip" token={token} button={`Skip ${next.id}`} carries={{ step: next.id }} />
        ) : null}
      </div>
    </section>
  )
}

function whyNotNow({ enrolment }: PathView, next: Step, now: number): string {
  if (enrolment.state === 'paused') return `${next.id} cannot be sent while the path is paused. Resume first.`
  if (enrolment.stuck !== undefined) return `${next.id} waits for the operator, who has been told.`
  if (wasSentToday(enrolment.pace, enrolment.lastSentAt, now)) {
    return `A mail came today, and there is at most one a day. ${next.id} can be sent from tomorrow on.`
  }
  return `${next.id} opens when the project before it is done.`
}
