import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildForm } from '../../../functions/catalog/downloads/form.ts'
import { buildSheet } from '../../../functions/catalog/downloads/sheet.ts'
import type { Made } from '../../../functions/catalog/made-files.ts'
import { bodyOf, readWorkbook } from '../../support/downloads.ts'

const sheet = `title: Small sheet
version: 2
date: 2026-05-04
tabs:
  - name: Table
    fields:
      - { id: tempo, label: Tempo }
      - { id: bars, label: Bars in all, formula: "=SUM([Bars])" }
    columns:
      - { title: Bars, width: 10 }
      - { title: Seconds, width: 10, formula: '=IF([Bars]="","",[Bars]*4*60/{tempo})', format: "0.0" }
      - { title: Code, width: 10, format: "@" }
    rows: 3
    totals: { Seconds: "=SUM([Seconds])" }
    example:
      fields: { tempo: 120 }
      rows:
        - [8, "007"]
        - [4, null]
`
const form = `# Small form

*Version 1, 4 May 2026*

| Question | Answer |
|---|---|
| Who, and *why*? | |

1. One
2. Two, [see there](https://example.org)

## Worked example

Somebody.
`

const encode = (file: string, text: string) => new Map([[file, new TextEncoder().encode(text)]])
const built = (text: string): Promise<Made> =>
  buildSheet(encode('a/downloads/dl-small.yaml', text), 'a/downloads/dl-small.yaml')
const printed = (text: string): Promise<Made> =>
  buildForm(encode('a/downloads/dl-small.md', text), 'a/downloads/dl-small.md')

describe('the same source gives the same bytes on another day', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  test.each([
    ['sheet', () => built(sheet)],
    ['form', () => printed(form)],
  ])('as a %s', async (_, build) => {
    vi.setSystemTime('2026-05-05T08:00:00Z')
    const one = bodyOf(await build())
    vi.setSystemTime('2031-12-31T23:59:59Z')
    const other = bodyOf(await build())

    expect(Buffer.compare(one, other)).toBe(0)
  })
})

describe('a sheet', () => {
  test('keeps its formulas alive and their results beside them', async () => {
    const { tabs } = readWorkbook(bodyOf(await built(sheet)))
    const cells = tabs.get('Example, Table')?.cells

    expect(cells?.['C5']).toMatchObject({ f: 'SUM(A8:A9)', v: 12 })
    expect(cells?.['B8']).toMatchObject({ f: 'IF(A8="","",A8*4*60/$C$4)', v: 16 })
    expect(cells?.['B10']).toMatchObject({ f: 'SUM(B8:B9)', v: 24 })
  })

  test('keeps a code as it is typed', async () => {
    const { tabs } = readWorkbook(bodyOf(await built(sheet)))

    expect(tabs.get('Example, Table')?.cells['C8']).toMatchObject({ t: 's', v: '007' })
  })

  test('has as many empty rows as asked for, and no result where nothing is typed', async () => {
    const cells = readWorkbook(bodyOf(await built(sheet))).tabs.get('Table')?.cells

    expect(['B8', 'B9', 'B10'].map((address) => cells?.[address]?.v)).toEqual(['', '', ''])
    expect(cells?.['B11']).toMatchObject({ f: 'SUM(B8:B10)', v: 0 })
  })
})

describe('the builder refuses', () => {
  test.each([
    ['a sheet without a version', sheet.replace('version: 2\n', ''), 'version', /missing/],
    ['a date that is none', sheet.replace('2026-05-04', 'May'), 'date', /2026-11-25/],
    [
      'a field of another name',
      sheet.replace('    rows: 3', '    row: 3'),
      'tabs[0].row',
      /no field of the name `row`/,
    ],
    ['a formula that names no column', sheet.replace('SUM([Bars])', 'SUM([Bar])'), 'name in formula', /names \[Bar\]/],
    [
      'a mark that formulas do not know',
      sheet.replace('SUM([Bars])', 'SUM([Bars:^])'),
      'name in formula',
      /names \[Bars:\^\]/,
    ],
    ['a formula that names no field', sheet.replace('60/{tempo}', '60/{speed}'), 'name in formula', /names \{speed\}/],
    ['a formula that is none', sheet.replace('SUM([Bars])', 'TOTAL([Bars])'), 'formula', /TOTAL/],
    ['a division by nothing', sheet.replace('[Bars]*4*60/{tempo}', '[Bars]/0'), 'formula', /in B8 of `Example, Table`/],
    ['an example row that is too short', sheet.replace('[4, null]', '[4]'), 'tabs[0]', /Row 2 .* has 1 values for 2/],
    ['an example of a field that is not there', sheet.replace('{ tempo: 120 }', '{ temp: 120 }'), 'tabs[0]', /`temp`/],
    ['a table without an example', sheet.replace(/ {6}rows:[\s\S]*/, ''), 'tabs[0]', /no worked example/],
  ])('%s', async (_, text, field, what) => {
    const made = await built(text)

    expect(made).toHaveProperty('problems')
    const problem = 'problems' in made ? made.problems[0] : undefined
    expect(problem).toMatchObject({ file: 'a/downloads/dl-small.yaml', field })
    expect(problem?.what).toMatch(what)
    expect(problem?.remedy).toMatch(/^[A-Z].{8,}\.$/)
  })

  test.each([
    ['a form without a title', form.replace('# Small form', 'Small form'), 'title'],
    ['a form that does not say how old it is', form.replace('*Version 1, 4 May 2026*', ''), 'version'],
    ['HTML in a form', form.replace('Somebody.', 'Some<b>body</b>.'), 'text'],
  ])('%s', async (_, text, field) => {
    const made = await printed(text)

    expect('problems' in made ? made.problems.map((problem) => problem.field) : []).toEqual([field])
  })
})
