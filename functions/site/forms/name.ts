import * as v from 'valibot'

/** An enrolment stays under one kilobyte with a name of this size. */
const nameBytesMax = 60

/** Line breaks and invisible direction marks would let a name write into a mail's headers or reorder its text. */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

export const name = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (text) => !unwanted.test(text),
      'The name holds a line break or another invisible sign. Type it in one line.',
    ),
    v.trim(),
    v.maxBytes(
      nameBytesMax,
      `The name takes more than ${nameBytesMax} bytes. Use a shorter form of it, or leave it empty.`,
    ),
    v.transform((text) => (text === '' ? undefined : text)),
  ),
)
