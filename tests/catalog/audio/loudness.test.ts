/** How loud the examples are, by a meter that is not ours, on what a player decodes. */
import { describe, expect, test } from 'vitest'
import { partLufs } from '../../../functions/catalog/audio/compose.ts'
import { integratedLoudness } from '../../../functions/catalog/audio/loudness.ts'
import { pinkNoise } from '../../../functions/catalog/audio/random.ts'
import {
  decode,
  examples,
  heardParts,
  madeExamples,
  measuredLufs,
  measuredTruePeakDb,
} from '../../support/heard-examples.ts'

const levelled = [...examples].filter(([, { rmsDb }]) => rmsDb === undefined).map(([id]) => id)

describe('parts to be compared are equally loud', () => {
  test.each(levelled)('%s: within 0.5 dB of each other, but for what it says itself', async (id) => {
    const offsets = (await heardParts(id)).map(({ samples, part }) => measuredLufs(samples) - part.levelDb)

    expect(Math.max(...offsets) - Math.min(...offsets)).toBeLessThan(0.5)
    expect(Math.max(...offsets.map((lufs) => Math.abs(lufs - partLufs)))).toBeLessThan(0.5)
  })

  test('only where loudness or distance is the subject does a part differ on purpose', () => {
    const uneven = [...examples].filter(([, { parts }]) => parts.some(({ levelDb }) => levelDb !== 0))

    expect(uneven.map(([id]) => id)).toEqual(['au-louder-wins', 'au-near-far'])
  })
})

test('the noise for a monitor level is at -20 dBFS RMS', async () => {
  const [noise] = await heardParts('au-pink-reference')
  const samples = noise?.samples ?? new Float32Array()
  const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

  expect(20 * Math.log10(rms)).toBeCloseTo(-20, 1)
})

test('no example comes closer to full scale than 1 dB, between samples neither', async () => {
  const peaks = await Promise.all(
    [...(await madeExamples())].map(async ([id, file]) => [id, measuredTruePeakDb(await decode(file))] as const),
  )

  expect(peaks).toHaveLength(examples.size)
  expect(peaks.filter(([, peak]) => !(peak < -1))).toEqual([])
})

describe('our own meter', () => {
  const seconds = (length: number) => Math.round(length * 44_100)
  const sine = (hertz: number, gain: number) =>
    Float64Array.from({ length: seconds(3) }, (_, index) => gain * Math.sin((2 * Math.PI * hertz * index) / 44_100))

  test('reads -3.01 LUFS for a sine of 997 Hz at full scale in one channel', () => {
    expect(integratedLoudness(sine(997, 1))).toBeCloseTo(-3.01, 1)
  })

  test.each([
    ['a low sine', sine(60, 0.5)],
    ['a high sine', sine(6000, 0.1)],
    ['pink noise', pinkNoise(seconds(4), 7).map((sample) => 0.1 * sample)],
    [
      'a sound among silence, which the gates leave out',
      Float64Array.from([...sine(440, 0.2), ...new Float64Array(seconds(4))]),
    ],
  ])('agrees with the other on %s', (_name, samples) => {
    expect(Math.abs(integratedLoudness(samples) - measuredLufs(samples))).toBeLessThan(0.1)
  })

  test('reads no number for silence', () => {
    expect(integratedLoudness(new Float64Array(seconds(1)))).toBe(Number.NEGATIVE_INFINITY)
  })
})
