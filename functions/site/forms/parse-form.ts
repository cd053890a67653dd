/** One schema per form; a form that does not fit it comes back as one sentence per field. */
import * as v from 'valibot'

export interface Problem {
  /** The name of the control that the sentence belongs to. */
  readonly field: string
  readonly message: string
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function parseForm<S extends v.GenericSchema>(schema: S, input: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const byField = new Map<string, string>()
  for (const issue of result.issues) {
    const field = String(issue.path?.[0]?.key ?? '')
    if (!byField.has(field)) byField.set(field, issue.message)
  }
  return { ok: false, problems: [...byField].map(([field, message]) => ({ field, message })) }
}

/** Answers: what is wrong with this control? */
export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}
