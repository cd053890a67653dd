/** What a learner hands in: a link and a note, and how they mark themselves on the rubric, before anybody else does. */
import { Failure } from './errors.ts'
import type { Instant } from './instant.ts'

/** The four levels of a rubric, 4 the highest. */
export type Mark = 1 | 2 | 3 | 4

export interface HandIn {
  readonly url?: string
  readonly note?: string
  /** By criterion of the rubric. */
  readonly marks: Readonly<Record<string, Mark>>
  readonly at: Instant
}

/** As a form has it: texts as they were typed. */
export interface HandInForm {
  readonly url: string
  readonly note: string
  readonly marks: Readonly<Record<string, number>>
}

/** Characters, some 600 words: stated beside the field. */
export const noteMax = 4_000
const urlMax = 2_000
/** Criteria of a rubric, and the characters under which a mark is kept. */
export const criteriaMax = 12
export const criterionMax = 60

/** Answers: what was handed in? Throws for what cannot be kept, with what to do about it. */
export function readHandIn(form: HandInForm, at: Instant): HandIn {
  const note = form.note.trim()
  const typed = form.url.trim()
  if (note === '' && typed === '') throw nothingHandedIn()
  if (note.length > noteMax) throw noteTooLong(note.length)
  return {
    ...(typed === '' ? {} : { url: readUrl(typed) }),
    ...(note === '' ? {} : { note }),
    marks: readMarks(form.marks),
    at,
  }
}

/** Answers: is it the same once more, as a double press brings it? */
export function isSameHandIn(one: HandIn, other: HandIn): boolean {
  const criteria = new Set([...Object.keys(one.marks), ...Object.keys(other.marks)])
  const hasSameMarks = [...criteria].every((criterion) => one.marks[criterion] === other.marks[criterion])
  return one.url === other.url && one.note === other.note && hasSameMarks
}

/** A link without a scheme gets `https://`, as a browser would give it. */
function readUrl(typed: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = text.length <= urlMax && !/\s/.test(text) ? URL.parse(text) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url === null || !isWeb || !url.hostname.includes('.') || url.username !== '') throw linkInvalid()
  return url.href
}

function readMarks(given: Readonly<Record<string, number>>): Readonly<Record<string, Mark>> {
  const marks = Object.entries(given)
  const isSound = marks.every(([criterion, mark]) => criterion.length <= criterionMax && [1, 2, 3, 4].includes(mark))
  if (marks.length === 0 || marks.length > criteriaMax || !isSound) throw marksMissing()
  return Object.fromEntries(marks) as Record<string, Mark>
}

function nothingHandedIn(): Failure {
  return new Failure(
    'hand-in-empty',
    'There is neither a link nor a note, so nothing was handed in.',
    'Paste the address of your work, or write a few sentences about it.',
    'url',
  )
}

function noteTooLong(length: number): Failure {
  return new Failure(
    'note-too-long',
    `The note has ${length} characters, and ${noteMax} are kept. Nothing was saved.`,
    'Put the long text where others can open it, and paste its link.',
    'note',
  )
}

function linkInvalid(): Failure {
  return new Failure(
    'hand-in-link-invalid',
    'That is not the address of a page on the web.',
    'Copy it from the address bar of your browser; it begins with https://.',
    'url',
  )
}

function marksMissing(): Failure {
  return new Failure(
    'marks-missing',
    'Not every mark is there, or one is not between 1 and 4.',
    'Choose one level of the rubric for each of its lines; how you see your own work comes first.',
    'marks',
  )
}
