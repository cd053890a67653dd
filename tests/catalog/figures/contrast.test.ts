import { describe, expect, test } from 'vitest'
import { tapeInk, themes } from '../../../functions/catalog/figures/theme.ts'

/** WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
const [textRatio, graphicRatio] = [4.5, 3]

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
  const theme = themes[name]

  test.each(['ink', 'soft', 'red'] as const)('words in %s are readable on paper and in boxes', (colour) => {
    expect(contrast(theme[colour], theme.paper)).toBeGreaterThanOrEqual(textRatio)
    expect(contrast(theme[colour], theme.field)).toBeGreaterThanOrEqual(textRatio)
  })

  test('words in the colour of paper are readable on ink', () => {
    expect(contrast(theme.paper, theme.ink)).toBeGreaterThanOrEqual(textRatio)
  })

  test('words on tape are readable', () => {
    expect(contrast(tapeInk, theme.tape)).toBeGreaterThanOrEqual(textRatio)
  })

  test.each(['stage1', 'stage2', 'stage3', 'stage4', 'stage5', 'line', 'ink', 'red'] as const)(
    'lines in %s stand out from paper and boxes',
    (colour) => {
      expect(contrast(theme[colour], theme.paper)).toBeGreaterThanOrEqual(graphicRatio)
      expect(contrast(theme[colour], theme.field)).toBeGreaterThanOrEqual(graphicRatio)
    },
  )

  test.each([1, 2, 3, 4, 5] as const)('the edge of stage %d stands out from tape', (stage) => {
    expect(contrast(themes.light[`stage${stage}`], theme.tape)).toBeGreaterThanOrEqual(graphicRatio)
  })
})

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
