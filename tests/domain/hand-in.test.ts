import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { noteMax, readHandIn } from '../../functions/domain/hand-in.ts'
import { instant } from '../support/enrolment.ts'

const at = instant('2026-03-02T07:00+01:00')
const marks = { documents: 3, sound: 2 }
const form = { url: 'https://example.org/session', note: 'Take 3 is the one.', marks }
const codeOf = (wish: Partial<typeof form>) => {
  try {
    readHandIn({ ...form, ...wish }, at)
  } catch (error) {
    if (error instanceof Failure) return [error.code, error.field]
    throw error
  }
  return []
}

describe('what is handed in', () => {
  it('is a link, a note and one’s own marks', () => {
    expect(readHandIn(form, at)).toEqual({ ...form, at })
  })

  it.each([
    ['example.org/session', 'https://example.org/session'],
    ['  www.example.org  ', 'https://www.example.org/'],
    ['http://example.org', 'http://example.org/'],
    ['example.org:8080/a?b=c', 'https://example.org:8080/a?b=c'],
    ['bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('has the link %s as %s', (url, kept) => {
    expect(readHandIn({ ...form, url }, at).url).toBe(kept)
  })

  it.each([
    'javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'file:///etc/passwd',
    'ftp://example.org',
    'a song of mine',
    'localhost',
    'https://user:secret@example.org',
    `example.org/${'a'.repeat(2_000)}`,
  ])('has no link like %s', (url) => {
    expect(codeOf({ url })).toEqual(['hand-in-link-invalid', 'url'])
  })

  it('may be a link alone or a note alone, but not nothing', () => {
    expect(readHandIn({ ...form, note: ' ' }, at)).not.toHaveProperty('note')
    expect(readHandIn({ ...form, url: '' }, at)).not.toHaveProperty('url')
    expect(codeOf({ url: ' ', note: '\n' })).toEqual(['hand-in-empty', 'url'])
  })

  it('has a note of 4,000 characters at most, and says so to one of 10 MB', () => {
    expect(readHandIn({ ...form, note: 'a'.repeat(noteMax) }, at).note).toHaveLength(noteMax)
    expect(codeOf({ note: 'a'.repeat(noteMax + 1) })).toEqual(['note-too-long', 'note'])
    expect(() => readHandIn({ ...form, note: 'a'.repeat(10_000_000) }, at)).toThrow(
      'The note has 10000000 characters, and 4000 are kept. Nothing was saved.',
    )
  })

  it.each([{}, { sound: 0 }, { sound: 5 }, { sound: 2.5 }, { ['a'.repeat(61)]: 2 }])(
    'has no marks like %j',
    (given) => {
      expect(codeOf({ marks: given as unknown as typeof marks })).toEqual(['marks-missing', 'marks'])
    },
  )

  it('is read or refused with a reason, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), fc.string(), (url, note) => {
        const code = codeOf({ url, note })[0]
        expect([undefined, 'hand-in-empty', 'hand-in-link-invalid']).toContain(code)
        if (code === undefined) expect(readHandIn({ ...form, url, note }, at).url ?? 'https://').toMatch(/^https?:\/\//)
      }),
    )
  })
})
