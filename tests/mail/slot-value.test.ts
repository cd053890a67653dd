import fc from 'fast-check'
import { decode } from 'libqp'
import { expect, test } from 'vitest'
import { encodeChunk, encodeSlot } from '../../functions/mail/slot-value.ts'

// Mail has one kind of line end, and no text form for half a surrogate pair.
const text = fc.string({ unit: 'grapheme', maxLength: 400 }).map((value) => value.replace(/\r\n|\r|\n/g, '\r\n'))
const read = (encoded: string) => decode(encoded).toString('utf8')

test('any value comes back as it was', () => {
  fc.assert(fc.property(text, (value) => read(encodeSlot(value, 'text')) === value))
})

test('any value keeps its place between any two pieces, on lines of 76 characters of ASCII at most', () => {
  fc.assert(
    fc.property(text, text, text, (before, value, after) => {
      const joined = encodeChunk(before, 'goes-on') + encodeSlot(value, 'text') + encodeChunk(after, 'end')

      expect(read(joined)).toBe(before + value + after)
      for (const line of joined.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e\t]{0,76}$/)
    }),
  )
})

test('a value in HTML is escaped, one in text is not', () => {
  expect(read(encodeSlot(`<b>&"'`, 'html'))).toBe('&lt;b&gt;&amp;&quot;&#39;')
  expect(read(encodeSlot(`<b>&"'`, 'text'))).toBe(`<b>&"'`)
})

test('no value can begin a line with two hyphens and so end the part', () => {
  fc.assert(fc.property(text, (value) => !/^--/m.test(encodeSlot(`--${value}\r\n--=_boundary--`, 'text'))))
})

test('an empty value leaves no trace', () => {
  expect(encodeSlot('', 'html')).toBe('')
})

test('every kind of line end becomes the one of mail', () => {
  expect(read(encodeSlot('a\nb\rc\r\nd', 'text'))).toBe('a\r\nb\r\nc\r\nd')
})

test('a value ends where a new line begins', () => {
  expect(encodeSlot('Ana', 'text')).toBe('Ana=\r\n')
  expect(encodeSlot('Ana\n', 'text')).toBe('Ana\r\n')
})
