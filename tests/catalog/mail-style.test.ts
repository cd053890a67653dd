import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  dark,
  inkColour,
  light,
  mailStyle,
  screenStyle,
  stageColours,
  tapeColour,
} from '../../functions/catalog/mail-style.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

test.each([
  ['text on light paper', light.text, light.paper],
  ['links on light paper', light.link, light.paper],
  ['notes and footer on light paper', light.quiet, light.paper],
  ['the button', tapeColour, light.text],
  ['the tape', inkColour, tapeColour],
  ['the tape in the dark', inkColour, dark.tape],
  ['text on dark paper', dark.text, dark.paper],
  ['links on dark paper', dark.link, dark.paper],
  ['notes and footer on dark paper', dark.quiet, dark.paper],
])('%s has a contrast of 4.5 at least (WCAG 2.2, 1.4.3)', (_what, text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test('mails use no colour but these', () => {
  const known = new Set<string>([...Object.values(light), ...Object.values(dark), tapeColour, inkColour])
  for (const [colour] of (mailStyle + screenStyle).matchAll(/#[0-9a-f]{3,8}/g)) expect(known).toContain(colour)
})

test.each([...stageColours])('the edge %s can be told from tape and light paper (WCAG 2.2, 1.4.11)', (edge) => {
  for (const ground of [tapeColour, light.paper]) expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3)
})

test('five stages have five colours', () => {
  expect(new Set(stageColours).size).toBe(5)
})

test('mails and pages show one palette', () => {
  const pages = readFileSync(join(import.meta.dirname, '../../functions/site/style/colours.css'), 'utf8')
  const [day = '', night = ''] = pages.split('prefers-color-scheme: dark')
  const variable = (style: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(style)?.[1]
  const named = (style: string) => ['paper', 'ink', 'soft', 'hair', 'tape'].map((name) => variable(style, name))

  expect(named(day)).toEqual([light.paper, light.text, light.quiet, light.line, tapeColour])
  expect(named(night)).toEqual([dark.paper, dark.text, dark.quiet, dark.line, dark.tape])
  expect(stageColours).toEqual([1, 2, 3, 4, 5].map((stage) => variable(day, `tape-${stage}`)))
})
