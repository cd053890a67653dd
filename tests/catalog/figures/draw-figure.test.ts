import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../../functions/catalog/figures/draw-figure.ts'
import { formatProblem } from '../../../functions/catalog/problems.ts'
import { drawnFigures } from '../../support/drawn-figures.ts'

const file = 'small/figures/fig-two.yaml'
const flow = `kind: flow
title: "One < two & three"
stage: E
maps:
  - columns: 2
    nodes:
      - { id: one, text: "one", at: [0, 0] }
      - { id: two, text: "two", at: [1, 0] }
    links:
      - { from: one, to: two }
`

function draw(text: string) {
  return drawFigure(new Map([[file, new TextEncoder().encode(text)]]), file)
}

function problemsOf(text: string): string[] {
  const drawn = draw(text)
  return 'problems' in drawn ? drawn.problems.map(formatProblem) : []
}

describe('a file that cannot be drawn says why', () => {
  test('a kind that does not exist, with those that do', () => {
    const [problem] = problemsOf(flow.replace('kind: flow', 'kind: flo'))

    expect(problem).toContain('fig-two.yaml:1 kind: There is no kind of figure called `flo`. Use one of balance, bars,')
  })

  test('a field that is misspelt, with its line', () => {
    const problems = problemsOf(flow.replace('columns: 2', 'colums: 2'))

    expect(problems).toContainEqual(expect.stringContaining('fig-two.yaml:5 maps[0].colums: There is no field'))
    expect(problems).toContainEqual(expect.stringContaining('maps[0].columns: It is missing.'))
  })

  test('a title that no tape label holds', () => {
    const title = 'A title of far more than forty letters, as here'

    expect(problemsOf(flow.replace('One < two & three', title))).toEqual([
      expect.stringContaining('fig-two.yaml:2 title: It has more than 40 letters.'),
    ])
  })

  test('a link to no node', () => {
    expect(problemsOf(flow.replace('to: two', 'to: three'))).toEqual([
      expect.stringContaining('A link runs from "one" to "three", and one of them is no node.'),
    ])
  })

  test('a letter that the font lacks', () => {
    expect(problemsOf(flow.replace('text: "two"', 'text: "二"'))).toEqual([
      expect.stringContaining('The figures\' font has no letter for "二"'),
    ])
  })

  test('words that leave the canvas', () => {
    const long = 'thisisonewordthatnobodycanbreakanywhereandthatiswiderthanthecanvas'

    expect(problemsOf(flow.replace('text: "two"', `text: "${long}"`))).toContainEqual(
      expect.stringContaining(`drawing: The words "${long}" leave the canvas. Shorten or move them`),
    )
  })

  test('shares that are not a whole', () => {
    const ring = `kind: ring
title: "Ring"
stage: M
centre: ["song"]
key: { writer: "w", publisher: "p", none: "n" }
slices:
  - { name: "Amara", percent: 60 }
  - { name: "Lin", percent: 45 }
`

    expect(problemsOf(ring)).toEqual([expect.stringContaining('slices: Its slices do not add up to 100.')])
  })
})

describe('what is drawn', () => {
  test('keeps words as words, escaped', () => {
    const drawn = draw(flow)
    const svg = 'figure' in drawn ? drawn.figure.svg('both') : ''

    expect(svg).toContain('<title>One &lt; two &amp; three</title>')
    expect(svg).toContain('>ONE &lt; TWO &amp; THREE</text>')
  })

  test('follows the theme of the reader on pages, and holds plain colours for the PNG', () => {
    const drawn = draw(flow)
    if (!('figure' in drawn)) throw new Error('not drawn')

    expect(drawn.figure.svg('both')).toContain('@media (prefers-color-scheme:dark)')
    expect(drawn.figure.svg('light')).not.toMatch(/var\(|@media/)
    expect(drawn.figure.svg('dark')).toContain('#1d1e1f')
  })
})

describe.each([...drawnFigures])('%s', (name, svg) => {
  test('may stand in a page beside the others: its ids carry its name, its style its class', () => {
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    const rules = (/<style>([\s\S]*)<\/style>/.exec(svg)?.[1] ?? '').matchAll(/(?:^|[\n}{])([^{}@\n]+)\{/g)

    expect(ids.filter((id) => !id.endsWith(`-${name}`))).toEqual([])
    expect([...rules].map((match) => match[1]).filter((selector) => !selector?.startsWith('.fig'))).toEqual([])
  })

  test('holds no number that is none, and nothing from elsewhere', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<image|<script/)
  })
})
