/** The control of the if-then plan: the learner fills the middle of a sentence. */
import type { Problem } from '../forms/parse-form.ts'
import { planAround } from '../forms/plan.ts'
import { Field } from './field.tsx'

interface PlanFieldProps {
  /** The middle, or what was typed. */
  readonly value: string
  readonly problems: readonly Problem[]
}

export function PlanField({ value, problems }: PlanFieldProps) {
  return (
    <Field
      name="plan"
      label="Your plan (optional)"
      hint={`A day, an hour and a place, such as “Tuesday 19:00 at my desk”. A plan of this kind is kept more often; reminders say it back to you.`}
      problems={problems}
      control={(props) => (
        <span class="sentence">
          <span aria-hidden="true">{planAround.before}</span>
          <input
            type="text"
            autocomplete="off"
            aria-label={`Your plan (optional): ${planAround.before} …${planAround.after}`}
            value={value}
            {...props}
          />
          <span aria-hidden="true">{planAround.after.replace(/^, /, '')}</span>
        </span>
      )}
    />
  )
}
