/** A labelled control with its hint and, when something is wrong, the sentence that says so, tied together for readers. */
import type { Child } from 'hono/jsx'
import { type Problem, problemOf } from '../forms/parse-form.ts'

export interface Described {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly problems: readonly Problem[]
  /** Draws the control with the attributes that tie it to its label. */
  readonly control: (described: Described) => Child
}

export function Field({ name, label, hint, problems, control }: FieldProps) {
  const problem = problemOf(problems, name)
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? <Hint name={name}>{hint}</Hint> : null}
      <ProblemLine name={name} problem={problem} />
      {control({ id: name, name, ...described(name, hint !== undefined, problem) })}
    </div>
  )
}

/** Answers: the attributes that tie a control to its hint and its problem. */
export function described(name: string, hasHint: boolean, problem: string | undefined): Omit<Described, 'id' | 'name'> {
  const ids = [...(hasHint ? [`${name}-hint`] : []), ...(problem ? [`${name}-problem`] : [])]
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(problem ? { 'aria-invalid': 'true' as const } : {}),
  }
}

export function Hint({ name, children }: { name: string; children?: Child }) {
  return (
    <p class="hint" id={`${name}-hint`}>
      {children}
    </p>
  )
}

export function ProblemLine({ name, problem }: { name: string; problem: string | undefined }) {
  if (problem === undefined) return null
  return (
    <p class="problem" id={`${name}-problem`}>
      {problem}
    </p>
  )
}
