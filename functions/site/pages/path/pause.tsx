/** Pausing until a day or until the learner returns, and going on. */
import * as v from 'valibot'
import type { Instant } from '../../../domain/instant.ts'
import { localDate } from '../../../domain/pace.ts'
import { Temporal } from '../../../domain/temporal.ts'
import { type Problem, parseForm } from '../../forms/parse-form.ts'
import { textOf } from '../../forms/read-form.ts'
import { Field } from '../../parts/field.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import type { Change } from './change.ts'

const noDay = 'This is not a day. Choose one from tomorrow on, or pause until you return.'

const pauseForm = v.object({ until: v.pipe(v.string(noDay), v.check(isDay, noDay)) })

export const pauseUntil: Change = async ({ journey, subject, fields, now }) => {
  const parsed = parseForm(pauseForm, { until: textOf(fields, 'until') })
  if (!parsed.ok) return parsed
  await journey.pause(subject, parsed.value.until, now)
  return { saved: 'paused' }
}

export const pauseOpen: Change = async ({ journey, subject, now }) => {
  await journey.pause(subject, undefined, now)
  return { saved: 'paused' }
}

export const resume: Change = async ({ journey, subject, now }) => {
  await journey.resume(subject, now)
  return { saved: 'resumed' }
}

interface PauseProps {
  readonly token: string
  readonly isPaused: boolean
  readonly zone: string
  readonly now: Instant
  readonly until: string
  readonly problems: readonly Problem[]
}

export function Pause({ token, isPaused, zone, now, until, problems }: PauseProps) {
  return (
    <section aria-labelledby="pause-title">
      <h2 id="pause-title">{isPaused ? 'Change the pause' : 'Pause'}</h2>
      <form method="post" action="/path/pause-until" class="form" novalidate>
        <TokenField token={token} />
        <Field
          name="until"
          label="Until the day"
          hint="The next lesson comes on the first of your days from then on."
          problems={problems}
          control={(props) => (
            <input type="date" required min={dayAfter(localDate(zone, now))} value={until} {...props} />
          )}
        />
        <button type="submit" class="second">
          Pause until that day
        </button>
      </form>
      <form method="post" action="/path/pause">
        <TokenField token={token} />
        <button type="submit" class="second">
          Pause until I return
        </button>
      </form>
    </section>
  )
}

export function Resume({ token }: { token: string }) {
  return (
    <form method="post" action="/path/resume">
      <TokenField token={token} />
      <button type="submit">Resume now</button>
    </form>
  )
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
