import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetFolder } from '../support/site-catalog.ts'

const styleFolder = join(assetFolder, '../style')
const parts = readdirSync(styleFolder).map((name) => readFileSync(join(styleFolder, name), 'utf8'))
const style = [readFileSync(join(styleFolder, 'colours.css'), 'utf8'), ...parts].join('\n')

function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = colours(style.slice(style.indexOf(':root'), style.indexOf('@media (prefers-color-scheme: dark)')))
const darkStart = style.indexOf('@media (prefers-color-scheme: dark)')
const dark = new Map([...light, ...colours(style.slice(darkStart, style.indexOf('.stage-none')))])

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const stages = [1, 2, 3, 4, 5]
const text = ['ink', 'soft', 'head', ...stages.map((stage) => `stage-${stage}`)].flatMap((ink) =>
  ['paper', 'field'].map((paper) => [ink, paper] as const),
)
const onTape = ['tape-ink', ...stages.map((stage) => `tape-${stage}`)].map((ink) => [ink, 'tape'] as const)
const button = [['paper', 'ink']] as const
/** WCAG 1.4.11: edges of controls, the focus ring and what the picture is drawn with. */
const graphics = ['line', 'focus', 'ahead', 'hollow'].flatMap((mark) =>
  ['paper', 'field'].map((paper) => [mark, paper] as const),
)

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_, theme) => {
  const ratio = ([one, other]: readonly [string, string]) => contrast(theme.get(one) ?? '#', theme.get(other) ?? '#')

  it.each([...text, ...onTape, ...button])('--%s on --%s is text at AA', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(graphics)('--%s on --%s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

describe('stages', () => {
  it('have five colours and five patterns, no two alike', () => {
    const patterns = stages.map((stage) =>
      new RegExp(`\\.stage-${stage} \\{[^}]*--pattern:([^;]+);`).exec(style)?.[1]?.trim(),
    )
    expect(new Set(patterns).size).toBe(5)
    for (const theme of [light, dark]) expect(new Set(stages.map((stage) => theme.get(`stage-${stage}`))).size).toBe(5)
  })
})

describe('the style sheet', () => {
  it('asks nobody for a font or a picture', () => {
    expect(style).not.toMatch(/@import|@font-face|url\(/)
  })

  it('has a ring of two pixels for the focus, and takes it from nothing that has no other', () => {
    expect(style).toMatch(/:focus-visible \{\s*outline: 2px solid var\(--focus\)/)
    expect(style.match(/outline: none/g)).toHaveLength(2)
  })

  it('moves nothing for those who asked for no motion', () => {
    const moving = style.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/, '')
    expect(moving).not.toMatch(/transition|animation/)
  })
})
