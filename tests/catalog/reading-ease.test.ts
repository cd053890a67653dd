import { expect, test } from 'vitest'
import { readingEase } from '../../functions/catalog/reading-ease.ts'

test('the formula is that of Flesch: three words of one syllable in one sentence give 119.19', () => {
  expect(readingEase(['The cat sat.'])).toBeCloseTo(206.835 - 1.015 * 3 - 84.6, 5)
})

test.each([
  ['a silent e', ['made', 'gates', 'scored', 'phase'], 1],
  ['an e that is spoken', ['table', 'boxes', 'phases', 'noises'], 2],
  ['vowels spoken apart', ['audio', 'radio', 'video', 'area'], 3],
  ['vowels spoken together', ['section', 'special', 'people', 'region'], 2],
])('%s counts as it is spoken', (_, words, syllables) => {
  for (const word of words) expect(readingEase([word]), word).toBeCloseTo(206.835 - 1.015 - 84.6 * syllables, 5)
})

test('a decimal point ends no sentence, a paragraph does, and numbers are not read', () => {
  const whole = readingEase(['Set it to 2.5 and go on.'])

  expect(readingEase(['Set it to and go on'])).toBeCloseTo(whole, 5)
  expect(readingEase(['Set it', 'to and go on'])).toBeGreaterThan(whole)
})
