import { describe, expect, it } from 'vitest'
import { clockChanges } from '../../functions/site/words/clock-changes.ts'

const year2026 = [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)] as const
const inWords = (zone: string) =>
  clockChanges(zone, ...year2026).map(({ at, words }) => `${new Date(at).toISOString().slice(0, 16)} ${words}`)

describe('changes of the clocks', () => {
  it.each([
    ['Europe/Berlin', ['2026-03-29T01:00 forward 1 hour', '2026-10-25T01:00 back 1 hour']],
    ['Australia/Lord_Howe', ['2026-04-04T15:00 back 30 minutes', '2026-10-03T15:30 forward 30 minutes']],
    ['Asia/Tokyo', []],
    ['UTC', []],
  ])('of %s are found in their order', (zone, expected) => {
    expect(inWords(zone)).toEqual(expected)
  })

  it('are those after the first moment and up to the last', () => {
    const change = Date.UTC(2026, 9, 25, 1)
    expect(clockChanges('Europe/Berlin', change, change + 1)).toEqual([])
    expect(clockChanges('Europe/Berlin', change - 1, change)).toHaveLength(1)
    expect(clockChanges('Europe/Berlin', change - 2, change - 1)).toEqual([])
  })
})
