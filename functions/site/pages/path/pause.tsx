/** Pausing until a day or until the learner returns, and going on. */
import * as v from 'valibot'
import type { Instant } from '../../../domain/instant.ts'
import { pause, resume } from '../../../domain/moves.ts'
import { localDate, startOfDay } from '../../../domain/pace.ts'
import { Temporal } from '../../../domain/temporal.ts'
import { type Problem, parseForm } from '../../forms/parse-form.ts'
import { textOf } from '../../forms/read-form.ts'
import { Field } from '../../parts/field.tsx'
import type { Control } from './control.ts'
import { ControlForm } from './control-form.tsx'

const noDay = 'This is not a day. Choose one from tomorrow on, or pause until you return.'
const noBurst = 'Nothing is lost and nothing is made up for: one step on each of your days, as before.'

const pauseForm = v.object({ until: v.pipe(v.string(noDay), v.check(isDay, noDay)) })

export const pauseUntil: Control = (fields, { enrolment, now, dates }) => {
  const parsed = parseForm(pauseForm, { until: textOf(fields, 'until') })
  if (!parsed.ok) return parsed.problems
  const { until } = parsed.value
  const day = dates.day(startOfDay(enrolment.pace.zone, until))
  return {
    move: (current) => pause(current, until, now),
    save: (journey, subject) => journey.pause(subject, until, now),
    saved: 'paused',
    question: `Pause until ${day}?`,
    words: `Nothing is sent before ${day}, then the lessons go on by themselves. ${noBurst}`,
    button: `Pause until ${day}`,
  }
}

export const pauseOpen: Control = (_, { now }) => ({
  move: (current) => pause(current, undefined, now),
  save: (journey, subject) => journey.pause(subject, undefined, now),
  saved: 'paused',
  question: 'Pause until you return?',
  words: 'Nothing is sent until you press “Resume” on this page, however long that is. Your place is kept.',
  button: 'Pause until I return',
})

export const resumeNow: Control = (_, { path, enrolment, now }) => ({
  move: (current) => resume(path, current, now),
  save: (journey, subject) => journey.resume(subject, now),
  isDone: enrolment.state === 'active',
  saved: 'resumed',
  question: 'Resume the path?',
  words: `The lessons go on at your next own time. ${noBurst}`,
  button: 'Resume the path',
})

interface PauseProps {
  readonly token: string
  readonly isPaused: boolean
  readonly isOpen: boolean
  readonly zone: string
  readonly now: Instant
  readonly until: string
  readonly problems: readonly Problem[]
}

export function Pause({ token, isPaused, isOpen, zone, now, until, problems }: PauseProps) {
  return (
    <section aria-labelledby="pause-title">
      <h3 id="pause-title">{isPaused ? 'Change the pause' : 'Pause'}</h3>
      <ControlForm name="pause-until" token={token} button="Pause until that day">
        <Field
          name="until"
          label="Until the day"
          hint="The next lesson comes on the first of your days from then on."
          problems={problems}
          control={(props) => (
            <input type="date" required min={dayAfter(localDate(zone, now))} value={until} {...props} />
          )}
        />
      </ControlForm>
      {isOpen ? null : <ControlForm name="pause" token={token} button="Pause until I return" />}
    </section>
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
