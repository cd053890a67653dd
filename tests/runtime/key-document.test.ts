import { describe, expect, it } from 'vitest'
import { newestSignsFrom, readKeyDocument, withKeyAdded } from '../../functions/runtime/key-document.ts'

const now = Date.parse('2027-03-01T06:00:00Z')
const later = Date.parse('2027-03-01T08:00:00Z')
const secret = (letter: string) => letter.repeat(64)
const idsAt = (document: string, at: number) => readKeyDocument(document, at).map(({ id }) => id)

describe('the key document', () => {
  it('as Secrets Manager generates it holds one key, which signs from the beginning', () => {
    const keys = readKeyDocument(`{"k1":"${secret('a')}"}`, now)

    expect(keys.map((key) => [key.id, key.secret.export().toString('base64url')])).toEqual([['k1', secret('a')]])
  })

  it('takes one more key, which is read at once and signs only later', () => {
    const { id, document } = withKeyAdded(`{"k1":"${secret('a')}"}`, secret('b'), later)

    expect(id).toBe('k2')
    expect(idsAt(document, now)).toEqual(['k1', 'k2'])
    expect(idsAt(document, later)).toEqual(['k2', 'k1'])
    expect(newestSignsFrom(document)).toBe(later)
  })

  it('keeps all keys over many rotations, and never gives an id twice', () => {
    let document = `{"k1":"${secret('a')}"}`
    for (let turn = 0; turn < 12; turn++) document = withKeyAdded(document, secret('b'), now + turn).document

    expect(idsAt(document, later)[0]).toBe('k13')
    expect(new Set(idsAt(document, later)).size).toBe(13)
  })

  it.each(['', '{}', '[]', 'k1:secret', '{"k1":"short"}', '{"other":"hunter2"}', '{"k1":{"secret":"hunter2"}}'])(
    'that is broken (%j) is refused without telling what it holds',
    (text) => {
      expect(() => readKeyDocument(text, now)).toThrow(/cannot be read as keys/)
      expect(() => readKeyDocument(text, now)).not.toThrow(/hunter2/)
    },
  )
})
