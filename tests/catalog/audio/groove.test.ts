/** Hits fall when the lessons say, by what a player decodes. */
import { describe, expect, test } from 'vitest'
import { compose } from '../../../functions/catalog/audio/compose.ts'
import { type Example, placesOf } from '../../../functions/catalog/audio/example-file.ts'
import { cut, examples, heardParts } from '../../support/heard-examples.ts'
import { onsets } from '../../support/spectrum.ts'

describe('swing is the first note’s share of a pair', () => {
  test.each([
    ['au-swing', [50, 60, 66.7]],
    ['au-drill-swing-1', [50, 66.7]],
    ['au-drill-swing-2', [50, 58]],
  ])('%s: %j %%', async (id, percents) => {
    const shares = (await heardParts(id)).map(({ samples }) => {
      const times = onsets(samples, { floor: 0.03, quietMs: 30 })
      expect(times).toHaveLength(16)
      const first = times.slice(0, 14).filter((_, index) => index % 2 === 0)
      const inside = first.map((time, index) => {
        const [second, next] = [times[2 * index + 1] ?? 0, times[2 * index + 2] ?? 0]
        return (100 * (second - time)) / (next - time)
      })
      return inside.reduce((sum, share) => sum + share, 0) / inside.length
    })

    for (const [index, percent] of percents.entries())
      expect(Math.abs((shares[index] ?? 0) - percent)).toBeLessThan(0.5)
  })
})

describe('one sound moves, the others stay', () => {
  /** When a sound of the kit is hit in each part, in ms from the start of the bar: everything else is taken out. */
  function hitsOf(id: string, sound: string): number[][] {
    const whole = examples.get(id) as Example & { fields: { lanes: readonly { sound: string }[] } }
    const lanes = whole.fields.lanes.filter((lane) => lane.sound === sound)
    const parts = whole.parts.map((part) => {
      const { offsetsMs } = part as typeof part & { offsetsMs: Readonly<Record<string, number>> }
      return { ...part, offsetsMs: sound in offsetsMs ? offsetsMs : {} }
    })
    const example = { ...whole, parts, fields: { ...whole.fields, lanes } }
    const samples = compose(example)
    return placesOf(example).map(({ fromSeconds, seconds }) =>
      onsets(cut(samples, fromSeconds, seconds), { floor: 0.001, quietMs: 4 }).map((time) => 1000 * (time - 0.03)),
    )
  }
  const near = (found: readonly number[] | undefined, wanted: readonly number[]) => {
    for (const time of wanted)
      expect(
        found?.some((one) => Math.abs(one - time) < 1),
        `${time} in ${found}`,
      ).toBe(true)
  }

  test('straight at 92 BPM the snare is at 652 and 1,957 ms, laid back at 664 and 1,969', () => {
    const [straight, swung, laidBack] = hitsOf('au-feels', 'snare')

    near(straight, [652.2, 1956.5])
    near(swung, [652.2, 1956.5])
    near(laidBack, [664.2, 1968.5])
  })

  test('swung at 58 %, the kick on step 8 moves from 1,141 to 1,167 ms', () => {
    const [straight, swung, laidBack] = hitsOf('au-feels', 'kick')

    near(straight, [0, 1141.3])
    near(swung, [0, 1167.4])
    near(laidBack, [0, 1141.3])
  })

  test('pushed is 25 ms early, laid back 25 ms late', () => {
    const [pushed, straight, laidBack] = hitsOf('au-offsets', 'snare')

    near(pushed, [627.2, 1931.5])
    near(straight, [652.2, 1956.5])
    near(laidBack, [677.2, 1981.5])
  })
})
