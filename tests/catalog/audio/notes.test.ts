/** Notes have the pitch that the lessons name, by what a player decodes. */
import { describe, expect, test } from 'vitest'
import { noteNumber } from '../../../functions/catalog/figures/formulas/music.ts'
import { cut, type HeardPart, heardParts } from '../../support/heard-examples.ts'
import { pitchNear, strengthAt } from '../../support/spectrum.ts'

const leadSeconds = 0.03
const hertzOf = (note: string) => 440 * 2 ** (((noteNumber(note) ?? 0) - 69) / 12)
const centsBetween = (one: number, other: number) => 1200 * Math.log2(other / one)

/** From just after one beat to just before another. */
function beatsOf({ samples }: HeardPart, bpm: number, from: number, to: number): Float32Array {
  const beat = 60 / bpm
  return cut(samples, leadSeconds + from * beat + 0.03, (to - from) * beat - 0.05)
}

describe('intervals', () => {
  const parts = ['au-intervals-small', 'au-intervals-large'].flatMap((id, half) =>
    [1, 2, 3, 4, 5, 6].map((number) => ({ id, part: number - 1, semitones: 6 * half + number })),
  )

  test.each(parts)(
    '$semitones semitones from the lower note to the upper, within 2 cents',
    async ({ id, part, semitones }) => {
      const heard = (await heardParts(id))[part] as HeardPart
      const low = pitchNear(beatsOf(heard, 140, 0, 1), 261.63)
      const high = pitchNear(beatsOf(heard, 140, 1, 2), 261.63 * 2 ** (semitones / 12))

      expect(Math.abs(centsBetween(261.63, low))).toBeLessThan(2)
      expect(Math.abs(centsBetween(low, high) - 100 * semitones)).toBeLessThan(2)
    },
  )

  test.each([
    ['au-drill-interval-1', 'D4', 'F4', 3],
    ['au-drill-interval-2', 'C4', 'G4', 7],
    ['au-drill-interval-3', 'C4', 'A♭4', 8],
    ['au-drill-interval-4', 'B3', 'E4', 5],
    ['au-drill-interval-5', 'G3', 'F4', 10],
    ['au-drill-interval-6', 'A3', 'C♯4', 4],
  ])('%s plays %s and %s, %i semitones', async (id, low, high, semitones) => {
    const heard = (await heardParts(id))[0] as HeardPart
    const [first, second] = [
      pitchNear(beatsOf(heard, 100, 0, 1), hertzOf(low)),
      pitchNear(beatsOf(heard, 100, 1, 2), hertzOf(high)),
    ]

    expect(Math.abs(centsBetween(first, second) - 100 * semitones)).toBeLessThan(2)
  })
})

test('the tempered third beats about ten times a second where its partials meet, the pure one does not', async () => {
  const [tempered, pure] = (await heardParts('au-third-beats')) as [HeardPart, HeardPart]
  const steady = (part: HeardPart) => cut(part.samples, 0.5, 2.5)
  // The fifth partial of C4 and the fourth of E4.
  const fifth = pitchNear(steady(tempered), 1308.1, 4)
  const fourth = pitchNear(steady(tempered), 1318.5, 4)

  expect(Math.abs(fourth - fifth - 10.4)).toBeLessThan(1)
  expect(strengthAt(steady(tempered), fourth)).toBeGreaterThan(10 * strengthAt(steady(pure), fourth))
  expect(strengthAt(steady(pure), fifth)).toBeGreaterThan(10 * strengthAt(steady(pure), fourth))
})

describe('chords sound with the notes that the lessons print', () => {
  const loop = [
    ['C4', 'E4', 'G4'],
    ['C4', 'E4', 'A4'],
    ['C4', 'F4', 'A4'],
    ['B3', 'D4', 'G4'],
    ['C4', 'E4', 'G4'],
  ]
  const blocks = [
    ['C4', 'E4', 'G4'],
    ['A3', 'C4', 'E4'],
    ['F3', 'A3', 'C4'],
    ['G3', 'B3', 'D4'],
    ['C4', 'E4', 'G4'],
  ]

  test.each([
    ['au-voice-leading', 0, 84, blocks],
    ['au-voice-leading', 1, 84, loop],
    ['au-inner-voice', 0, 84, blocks.map(([, middle]) => [middle ?? ''])],
    ['au-inner-voice', 1, 84, loop.map(([, middle]) => [middle ?? ''])],
    [
      'au-cadence-closed',
      0,
      92,
      [
        ['B3', 'G4'],
        ['E4', 'G4'],
        ['C4', 'E4'],
        ['C4', 'F♯4'],
        ['B3', 'G4'],
      ],
    ],
    [
      'au-cadence-evaded',
      0,
      92,
      [
        ['B3', 'G4'],
        ['E4', 'G4'],
        ['C4', 'E4'],
        ['C4', 'F♯4'],
        ['E2', 'B3', 'E4'],
      ],
    ],
    [
      'au-cadence-open',
      0,
      92,
      [
        ['B3', 'G4'],
        ['E4', 'G4'],
        ['C4', 'A4'],
        ['D3', 'F♯4'],
      ],
    ],
  ])('%s, part %i', async (id, part, bpm, chords) => {
    const heard = (await heardParts(id))[part] as HeardPart

    for (const [index, chord] of chords.entries()) {
      const samples = beatsOf(heard, bpm, 2 * index, 2 * index + 2)
      const loudest = Math.max(...chord.map((note) => strengthAt(samples, hertzOf(note))))
      for (const note of chord)
        expect(strengthAt(samples, hertzOf(note)), `${note} in chord ${index}`).toBeGreaterThan(loudest / 4)
      // A semitone beside each note nothing is as strong: the pitch is meant.
      for (const note of chord) {
        const beside = hertzOf(note) * 2 ** (0.5 / 12)
        expect(strengthAt(samples, beside)).toBeLessThan(strengthAt(samples, hertzOf(note)) / 4)
      }
    }
  })
})
