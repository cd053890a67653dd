import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  buildDownload,
  columnOf,
  downloadsFolder,
  type ReadTab,
  readWorkbook,
  valueBeside,
} from '../../support/downloads.ts'

async function example(name: string, tab: string): Promise<ReadTab | undefined> {
  return readWorkbook(await buildDownload(`dl-${name}.yaml`)).tabs.get(`Example, ${tab}`)
}

describe('the formulas give the numbers of the lesson:', () => {
  test('the gate, four rows of recoupment and one beyond (M07)', async () => {
    const tab = await example('budget-sheet', 'Royalty calculator')

    expect(valueBeside(tab, 'The gate: receipts at which costs are recovered')).toBe(133_333)
    expect(valueBeside(tab, 'A prospective clause begins to pay at')).toBe(233_333)
    expect(columnOf(tab, 'Points on all receipts')).toEqual([3000, 4000, 4500, 6000, 9000])
    expect(columnOf(tab, 'Retroactive payable')).toEqual([0, 1000, 1500, 3000, 6000])
    expect(columnOf(tab, 'Prospective account')).toEqual([-3000, -3000, -2500, -1000, 2000])
    expect(columnOf(tab, 'Prospective payable')).toEqual([0, 0, 0, 0, 2000])
  })

  test('one song at mid-project (M09)', async () => {
    const tab = await example('budget-sheet', 'Budget')

    expect(valueBeside(tab, 'Contingency in % of the lines')).toBeCloseTo(13.6, 1)
    expect(valueBeside(tab, 'Plan: lines and contingency')).toBe(1500)
    expect(valueBeside(tab, 'Cost to complete: spent + committed + to come')).toBe(1400)
    expect(valueBeside(tab, 'Variance of the whole (below zero: over)')).toBe(100)
    expect(columnOf(tab, 'Variance')).toEqual([-60, 0, -40, 0, 20, -80])
  })

  test('what has been paid by each gate (C02)', async () => {
    const tab = await example('budget-sheet', 'Cash dates')

    const gates = columnOf(tab, 'Gate')
    const paid = columnOf(tab, 'Paid so far').filter((_, row) => gates[row] !== null)
    expect(paid).toEqual([600, 2200, 2600, 3100, 3990])
    expect(valueBeside(tab, 'Left at the end')).toBe(510)
  })

  test('Kite in seconds (T08, T12)', async () => {
    const map = await example('form-map', 'Form map')
    const pack = await example('arrangement-pack', 'Form map')

    const starts = columnOf(map, 'Starts at').map((start) => Number(start).toFixed(1))
    expect(starts.join(' ')).toBe('0.0 20.9 41.7 52.2 73.0 93.9 104.3 125.2 146.1 177.4')
    expect(Number(valueBeside(map, 'Length in seconds'))).toBeCloseTo(187.8, 1)
    expect(Math.round(Number(valueBeside(pack, 'Length in seconds')))).toBe(177)
    expect(columnOf(pack, 'Energy 1-5')).toEqual([1, 2, 3, 4, 2, 3, 4, 1, 5, 2])
  })

  test('roles at one moment (T09)', async () => {
    const tab = await example('density-map', 'Density map')

    expect(tab?.rows.at(-1)?.slice(4, 14)).toEqual([1, 3, 4, 4, 3, 4, 4, 2, 4, 1])
  })

  test('beats above the comfortable span (T06)', async () => {
    const tab = await example('range-sheet', 'Histogram')

    expect([1, 2, 3].map((key) => valueBeside(tab, `Beats above, key ${key}`))).toEqual([9, 2, 2])
    expect(Number(valueBeside(tab, 'Share above, key 1'))).toBeCloseTo(0.35, 2)
  })

  test('Harbour at three tempos (B02)', async () => {
    const tab = await example('preprod-sheet', 'Form')

    const secondsOf = (label: string) => Math.round(Number(valueBeside(tab, label)) * 86_400)
    expect(secondsOf('Length at the chosen tempo')).toBe(260)
    expect(secondsOf('Length at the slower tempo')).toBe(271)
    expect(secondsOf('Length at the faster tempo')).toBe(250)
  })

  test('a day of 32 blocks with 45 minutes of slack (B03)', async () => {
    const tab = await example('session-plan', 'Plan')

    expect(valueBeside(tab, 'Blocks planned')).toBe(32)
    expect(valueBeside(tab, 'Blocks left over (should be 0)')).toBe(0)
    expect(valueBeside(tab, 'Slack in minutes')).toBe(45)
    expect(Math.round(Number(columnOf(tab, 'Starts').at(-1)) * 24 * 60)).toBe(17 * 60 + 45)
  })

  test('joins of two comps (B05), and retakes that improved (C03)', async () => {
    const comp = await example('comp-sheet', 'Comp sheet')
    const retakes = await example('take-log', 'Retakes')

    expect([valueBeside(comp, 'Joins in comp A'), valueBeside(comp, 'Joins in comp B')]).toEqual([3, 1])
    expect(valueBeside(retakes, 'Share that improved')).toBe(0.5)
  })

  test('playback gain under two targets (B10), and 33 minutes to hear (C05)', async () => {
    const gain = await example('master-handoff', 'Playback gain')
    const checks = await example('master-handoff', 'Checks')

    const rounded = (heading: string) => columnOf(gain, heading).map((value) => Number(Number(value).toFixed(1)))
    expect(rounded('Gain at target 1, dB')).toEqual([3.2, -5.4, -1.9])
    expect(rounded('Gain at target 2, dB')).toEqual([1.4, -7.4, -3.9])
    expect(valueBeside(checks, 'Files to check')).toBe(9)
    expect(Math.round(Number(valueBeside(checks, 'Listening time, minutes:seconds')) * 1440)).toBe(33)
  })

  test('two halves of every share (M03), and codes of twelve characters (B12)', async () => {
    const split = await example('split-sheet', 'Split sheet')
    const tracks = await example('metadata-sheet', 'Tracks')

    expect(valueBeside(split, 'Check')).toBe('100.00: complete')
    expect(columnOf(split, 'Publisher half')).toEqual([250, 150, 100, 500])
    expect(columnOf(tracks, 'Characters')).toEqual(['12', '12'])
  })

  test('three offers over two years (M11), and dates counted back (B13)', async () => {
    const offers = await example('release-checklist', 'Distribution')
    const plan = await example('release-checklist', 'Plan')

    const rounded = (heading: string) => columnOf(offers, heading).map((value) => Number(Number(value).toFixed(2)))
    expect(rounded('Left, worst')).toEqual([80, 102, 79.2])
    expect(rounded('Left, best')).toEqual([860, 765, 789])
    const days = columnOf(plan, 'Due').map((serial) => dayOf(Number(serial)))
    expect(days[0]).toBe('2027-01-22')
    expect(days).toContain('2027-03-12')
    expect(days.at(-1)).toBe('2027-06-11')
  })

  test('a decision log of 125 (C04), and a ladder 54 dB tall (E05)', async () => {
    const log = await example('decision-log', 'Decision log')
    const ladder = await example('recall-sheet', 'Level ladder')

    expect(valueBeside(log, 'Cost of this log')).toBe(125)
    expect(valueBeside(log, 'Left after all decisions')).toBe(50)
    expect(valueBeside(log, 'Of these, keep')).toBe(5)
    expect(columnOf(ladder, 'Peak over noise')).toEqual([54, 54, 54, 54, 54, 54])
  })
})

/** Those whose results are compared with a lesson above: another one needs its own comparison first. */
const compared = [
  'AND',
  'COUNTA',
  'IF',
  'ISERROR',
  'ISNUMBER',
  'LEN',
  'MATCH',
  'MAX',
  'MIN',
  'OR',
  'ROUND',
  'SUM',
  'SUMPRODUCT',
]
const folder = join(import.meta.dirname, '../../../content', downloadsFolder)

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  'the formulas of %s use compared functions only, and claim nothing while nothing is typed',
  async (name) => {
    for (const [tab, { cells, rows }] of readWorkbook(await buildDownload(name)).tabs)
      for (const [address, cell] of Object.entries(cells)) {
        if (typeof cell?.f !== 'string') continue
        const functions: string[] = cell.f.match(/[A-Z]+(?=\()/g) ?? []
        expect(
          functions.filter((one) => !compared.includes(one)),
          `${tab}!${address}`,
        ).toEqual([])
        const isTyped =
          tab.startsWith('Example, ') || rows.flat().some((value) => typeof value === 'number' && value > 0)
        if (!isTyped) expect(['', 0], `${tab}!${address} =${cell.f}`).toContain(cell.v ?? '')
      }
  },
)

/** Spreadsheets count days from here. */
function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}
