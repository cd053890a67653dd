/** The form with which a project is handed in: a mark for each line of its rubric, a link, a note. */
import type { CompiledCriterion } from '../../catalog/compiled.ts'
import { Failure } from '../../domain/errors.ts'
import { type HandIn, type HandInForm, noteMax, readHandIn } from '../../domain/hand-in.ts'
import type { Instant } from '../../domain/instant.ts'
import type { Problem } from './parse-form.ts'
import { type Fields, textOf } from './read-form.ts'

/** A browser lets nobody type or paste more, so that what is too long still arrives and can be shortened here. */
export const noteTypedMax = 5 * noteMax

/** What the controls show: as typed. */
export interface HandInValues {
  readonly url: string
  readonly note: string
  /** By criterion. */
  readonly marks: Readonly<Record<string, string>>
}

export const markField = (criterion: string) => `mark-${criterion}`

export function handInValues(fields: Fields, rubric: readonly CompiledCriterion[]): HandInValues {
  const marks = rubric.map(({ id }) => [id, textOf(fields, markField(id))] as const)
  // Forms send a line break as two characters, and nobody counts it so.
  const note = textOf(fields, 'note').replaceAll('\r\n', '\n')
  return { url: textOf(fields, 'url'), note: beginningOf(note), marks: Object.fromEntries(marks) }
}

function beginningOf(note: string): string {
  // Half of a character is none.
  return note.slice(0, noteTypedMax).replace(/[\uD800-\uDBFF]$/, '')
}

/** What stands in the form of somebody who has handed in before. */
export function handInValuesOf(handIn: HandIn | undefined): HandInValues {
  const marks = Object.entries(handIn?.marks ?? {}).map(([criterion, mark]) => [criterion, String(mark)] as const)
  return { url: handIn?.url ?? '', note: handIn?.note ?? '', marks: Object.fromEntries(marks) }
}

/** Answers: what the journey is handed. Marks that were not chosen are missing. */
export function handInForm({ url, note, marks }: HandInValues): HandInForm {
  const chosen = Object.entries(marks).flatMap(([criterion, mark]) =>
    /^[1-4]$/.test(mark) ? [[criterion, Number(mark)] as const] : [],
  )
  return { url, note, marks: Object.fromEntries(chosen) }
}

/** Answers: what is to be mended before it can be handed in, in the order of the page? */
export function handInProblems(values: HandInValues, rubric: readonly CompiledCriterion[], now: Instant): Problem[] {
  const form = handInForm(values)
  const unmarked = rubric
    .filter(({ id }) => !(id in form.marks))
    .map(({ id, name }) => ({ field: markField(id), message: `“${name}” has no mark yet. Choose one of its levels.` }))
  try {
    readHandIn(form, now)
    return unmarked
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.field === undefined) throw cause
    if (cause.code === 'marks-missing') return unmarked
    return [...unmarked, { field: cause.field, message: `${cause.message} ${cause.remedy}` }]
  }
}
