import fc from 'fast-check'
import libmime from 'libmime'
import { expect, test } from 'vitest'
import { displayName, subjectHeader } from '../../functions/catalog/mail-headers.ts'

const subject = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\p{C}/gu, 'x').trim())

test('a plain subject stays readable in the source of the mail', () => {
  expect(subjectHeader('E10 Polarity, time and comb filters')).toBe('E10 Polarity, time and comb filters')
})

test('any subject comes back as it was, folded into ASCII lines of 76 characters at most', () => {
  fc.assert(
    fc.property(subject, (text) => {
      const lines = `Subject: ${subjectHeader(text)}`.split('\r\n')

      for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]{1,76}$/)
      for (const line of lines.slice(1)) expect(line).toMatch(/^ /)
      expect(libmime.decodeWords(lines.join('').slice('Subject: '.length))).toBe(text)
    }),
  )
})

test('a subject that looks like an encoded word is not taken for one', () => {
  const text = '=?utf-8?Q?Not_encoded?='

  expect(libmime.decodeWords(subjectHeader(text))).toBe(text)
})

test('a display name cannot break out of its quotes', () => {
  expect(displayName('A "b" \\ <c@d>')).toBe('"A \\"b\\" \\\\ <c@d>"')
})
