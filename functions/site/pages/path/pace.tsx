/** Changing days, hour and zone. */
import type { Pace } from '../../../domain/pace.ts'

import { type PaceValues, paceForm, paceValues } from '../../forms/pace.ts'
import { type Problem, parseForm } from '../../forms/parse-form.ts'
import { PaceFields } from '../../parts/pace-fields.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import { dayNames } from '../../words/weekdays.ts'
import { placeOf } from '../../words/when.ts'
import type { Change } from './change.ts'

export const changePace: Change = async ({ journey, subject, fields, now }) => {
  const parsed = parseForm(paceForm, paceValues(fields))
  if (!parsed.ok) return parsed
  await journey.changePace(subject, parsed.value, now)
  return { saved: 'pace' }
}

interface PaceProps {
  readonly token: string
  /** The pace as it is kept. */
  readonly pace: Pace
  /** What the controls show: the kept pace, or what was sent and refused. */
  readonly values: PaceValues
  readonly problems: readonly Problem[]
}

export function ChangePace({ token, pace, values, problems }: PaceProps) {
  return (
    <section aria-labelledby="pace-title">
      <h2 id="pace-title">Days and hour</h2>
      <p>
        Now: {dayNames(pace.days)}, within the hour from {pace.time} {placeOf(pace.zone)}.
      </p>
      <form method="post" action="/path/pace" class="form" novalidate>
        <TokenField token={token} />
        <PaceFields values={values} problems={problems} />
        <button type="submit" class="second">
          Save days and hour
        </button>
      </form>
    </section>
  )
}
