/** A step that was received, sent once more. */
import { askAgain } from '../../../domain/moves.ts'
import { wasSentToday } from '../../../domain/pace.ts'
import { findStep } from '../../../domain/path.ts'
import { textOf } from '../../forms/read-form.ts'
import { Field } from '../../parts/field.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { stepName } from '../../words/step.ts'
import type { Control } from './control.ts'
import { ControlForm } from './control-form.tsx'

export const again: Control = (fields, { path, enrolment, now }) => {
  const id = textOf(fields, 'step')
  const step = findStep(path, id)
  const when = wasSentToday(enrolment.pace, enrolment.lastSentAt, now)
    ? 'A mail came today, and there is at most one a day: it comes on the next of your days, and what was to come then moves on by one.'
    : 'It leaves at once and is today’s only mail: what was to come today moves on by one.'
  return {
    move: (current) => askAgain(path, current, id, now),
    save: (journey, subject) => journey.sendAgain(subject, id, now),
    isDone: enrolment.asked === id,
    saved: 'again',
    step: id,
    question: `Send ${step?.id ?? 'it'} once more?`,
    words: `${step ? `${stepName(step)} as it is today. ` : ''}${when}`,
    button: `Send me ${step?.id ?? 'it'} once more`,
  }
}

interface AgainProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly token: string
}

/** The newest first: it is the one that most often got lost. */
export function Again({ deps, view, token }: AgainProps) {
  const { received, state } = view.enrolment
  const steps = deps.catalog.compiled.path.steps.filter(({ id }) => received.has(id)).reverse()
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="again-title">
      <h3 id="again-title">Once more</h3>
      {state === 'paused' ? (
        <p>A step cannot be sent while the path is paused. Resume first, or open its page: it is listed above.</p>
      ) : (
        <ControlForm name="again" token={token} button="Send it once more">
          <Field
            name="step"
            label="A step that you have had"
            hint="For a mail that got lost or came back. Its page is listed above as well."
            problems={[]}
            control={(props) => (
              <select {...props}>
                {steps.map(({ id, title }) => (
                  <option value={id}>
                    {id} {title}
                  </option>
                ))}
              </select>
            )}
          />
        </ControlForm>
      )}
    </section>
  )
}
