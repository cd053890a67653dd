import { describe, expect, test } from 'vitest'
import { misplacedWords, textBoxes } from '../../../functions/catalog/figures/text-boxes.ts'
import { canvasWidth } from '../../../functions/catalog/figures/theme.ts'
import { drawnFigures } from '../../support/drawn-figures.ts'

const canvas = (...texts: string[]) => `<svg width="640" height="100">${texts.join('')}</svg>`

describe('words that cannot be read are found', () => {
  test('beyond the right edge, the left one, and the floor', () => {
    const svg = canvas(
      '<text x="600" y="50">too far right</text>',
      '<text x="20" y="50" class="e">too far left</text>',
      '<text x="300" y="120" class="m b">too low</text>',
    )

    expect(misplacedWords(svg)).toEqual([
      'The words "too far right" leave the canvas.',
      'The words "too far left" leave the canvas.',
      'The words "too low" leave the canvas.',
    ])
  })

  test('upon each other, but not on the next line', () => {
    const svg = canvas('<text x="20" y="40">one &amp; two</text>', '<text x="40" y="50">three</text>')

    expect(misplacedWords(svg)).toEqual(['The words "one & two" and "three" stand upon each other.'])
    expect(misplacedWords(svg.replace('y="50"', 'y="68"'))).toEqual([])
  })

  test('a number takes more room than words of as many letters', () => {
    const [words, number] = textBoxes(
      canvas('<text x="0" y="9">1,111</text>', '<text x="0" y="9" class="n">1,111</text>'),
    )

    expect(number?.right).toBeGreaterThan(words?.right ?? 0)
  })
})

describe.each([...drawnFigures])('%s', (_, svg) => {
  test('has every word on the canvas and none upon another', () => {
    expect(misplacedWords(svg)).toEqual([])
  })

  test('has texts of one size, which is 11 px on a screen of 320', () => {
    const sizes = new Set([...svg.matchAll(/font-size:([\d.]+)px/g)].map((match) => Number(match[1])))

    expect([...sizes].map((size) => (size * 320) / canvasWidth)).toEqual([11])
  })
})
