/** Changing days, hour and zone. */
import { changePace } from '../../../domain/moves.ts'
import type { Pace } from '../../../domain/pace.ts'
import { type PaceValues, paceForm, paceValues } from '../../forms/pace.ts'
import { type Problem, parseForm } from '../../forms/parse-form.ts'
import { PaceFields } from '../../parts/pace-fields.tsx'
import { dayNames } from '../../words/weekdays.ts'
import { placeOf } from '../../words/when.ts'
import type { Control } from './control.ts'
import { ControlForm } from './control-form.tsx'

export const pace: Control = (fields, { path, enrolment, now }) => {
  const parsed = parseForm(paceForm, paceValues(fields))
  if (!parsed.ok) return parsed.problems
  const wanted = parsed.value
  return {
    move: (current) => changePace(path, current, wanted, now),
    save: (journey, subject) => journey.changePace(subject, wanted, now),
    saved: 'pace',
    question: `Change to ${dayNames(wanted.days)}, ${wanted.time}?`,
    words: `Saved now: ${paceWords(enrolment.pace)}. You chose: ${paceWords(wanted)}.`,
    button: 'Save the new days and hour',
  }
}

/** "Tuesday and Thursday, within the hour from 07:00 in Berlin" */
function paceWords({ days, time, zone }: Pace): string {
  return `${dayNames(days)}, within the hour from ${time} ${placeOf(zone)}`
}

interface PaceProps {
  readonly token: string
  /** The pace as it is kept. */
  readonly kept: Pace
  /** What the controls show: the kept pace, or what was sent and refused. */
  readonly values: PaceValues
  readonly problems: readonly Problem[]
}

export function ChangePace({ token, kept, values, problems }: PaceProps) {
  return (
    <section aria-labelledby="pace-title">
      <h3 id="pace-title">Days, hour and zone</h3>
      <p>Now: {paceWords(kept)}.</p>
      <ControlForm name="pace" token={token} button="Show me the new dates">
        <PaceFields values={values} problems={problems} />
      </ControlForm>
    </section>
  )
}
