/** The if-then plan: the learner fills the middle of "When it is …, I open the lesson." */
import * as v from 'valibot'

const opening = 'When it is '
const closing = ', I open the lesson.'
/** The whole sentence is kept, of 200 characters at most. */
const middleMax = 160

const tooLong = `The plan has more than ${middleMax} characters. A day, an hour and a place are enough.`

/** The words around the control that the learner fills. */
export const planAround = { before: opening.trim(), after: closing } as const

export const plan = v.optional(
  v.pipe(
    v.string(),
    v.transform(middleOf),
    v.maxLength(middleMax, tooLong),
    v.transform((middle) => (middle === '' ? undefined : `${opening}${middle}${closing}`)),
  ),
)

/** Answers: what the learner filled in, of a sentence kept or typed whole. */
export function middleOf(typed: string): string {
  const line = typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line
    .replace(/^when it is\b\s*/i, '')
    .replace(/[\s,;]*(?:then )?I(?:'ll| will)? open the lesson\W*$/i, '')
    .replace(/[\s.,;]+$/, '')
}
