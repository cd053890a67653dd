import { expect, test } from 'vitest'
import { breakable, isShort, unbroken } from '../../functions/catalog/unbroken.ts'

const nbsp = '\u00a0'
const whole = (text: string) => `<span class="whole">${text}</span>`

test.each([
  ['a peak of -6 dB. Then', `a peak of -6${nbsp}dB. Then`],
  ['48 kHz, 24 bit', `48${nbsp}kHz, 24${nbsp}bit`],
  ['within 5 % or 3 s', `within 5${nbsp}% or 3${nbsp}s`],
  ['at 100 MB/s', `at 100${nbsp}MB/s`],
])('a number keeps its unit: %s', (text, held) => {
  expect(unbroken(text)).toBe(held)
})

test.each(['bars 21-36', '2-2-1-2-2-2-1', 'E-flat', 'C-sharp', 'flat-VII', '24-bit'])(
  '%s stays in one piece',
  (text) => {
    const words = text.split(' ')
    expect(unbroken(text)).toBe([...words.slice(0, -1), whole(words.at(-1) ?? '')].join(' '))
  },
)

test.each(['5 seconds', 'take 3 is good', 'in 2 hands', 'IV to V', 'a pre-fader send', '-14 to -11', '6- and 2-'])(
  '%s may be broken',
  (text) => {
    expect(unbroken(text)).toBe(text)
  },
)

test('a cell is short that would be broken, but is narrow as a whole', () => {
  expect(['-12 dBFS', '19-20', '48/24'].map(isShort)).toEqual([true, true, true])
  expect(['one', '', 'three words long'].map(isShort)).toEqual([false, false, false])
})

test('the name of a file is broken where its parts meet', () => {
  expect(breakable('Quays_Harbour_48k24.wav')).toBe('Quays_<wbr>Harbour_<wbr>48k24.wav')
  expect(breakable('in_01')).toBe('in_01')
})
