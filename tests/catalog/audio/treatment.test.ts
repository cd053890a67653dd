import { describe, expect, test } from 'vitest'
import { compress } from '../../../functions/catalog/audio/compress.ts'
import { highPass, highShelf, lowPass } from '../../../functions/catalog/audio/filters.ts'
import { convolve } from '../../../functions/catalog/audio/fourier.ts'
import { pinkNoise, whiteNoise } from '../../../functions/catalog/audio/random.ts'
import { addRoom, decayingNoise } from '../../../functions/catalog/audio/room.ts'
import { meanSquare, type Samples } from '../../../functions/catalog/audio/samples.ts'
import { tailSeconds, treat } from '../../../functions/catalog/audio/treatment.ts'
import { heardParts } from '../../support/heard-examples.ts'
import { strengthAt } from '../../support/spectrum.ts'

const rate = 44_100
const sine = (hertz: number, gain: number, seconds = 1): Samples =>
  Float64Array.from({ length: seconds * rate }, (_, index) => gain * Math.sin((2 * Math.PI * hertz * index) / rate))
const impulse = (seconds: number): Samples =>
  Float64Array.from({ length: seconds * rate }, (_, index) => (index === 0 ? 1 : 0))
const peakOf = (samples: Iterable<number>) => {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return peak
}
const db = (ratio: number) => 20 * Math.log10(ratio)
const energyDb = (samples: Samples) => 10 * Math.log10(meanSquare(samples) * samples.length)

describe('a compressor', () => {
  const peakAfter = (samples: Samples) => peakOf(samples.subarray(rate / 2))

  test.each([
    [-8, 4, 9],
    [-12, 2, 4],
    [-14, 8, 5.25],
  ])(
    'with its threshold at -20 dBFS takes from a peak of %i dBFS at %i:1 about %f dB (F27)',
    (peakDb, ratio, reduction) => {
      const quick = { thresholdDb: -20, ratio, attackMs: 0.01, releaseMs: 2000 }
      const out = compress(sine(1000, 10 ** (peakDb / 20)), quick)

      expect(Math.abs(peakDb - db(peakAfter(out)) - reduction)).toBeLessThan(0.3)
    },
  )

  test('leaves what is below the threshold alone', () => {
    const quiet = sine(1000, 0.05)

    expect(compress(quiet, { thresholdDb: -20, ratio: 8, attackMs: 1, releaseMs: 100 })).toEqual(quiet)
  })

  test('makes a loop less peaked at the same loudness', async () => {
    const [before, after] = (await heardParts('au-compressed')).map(({ samples }) => peakOf(samples))

    expect(db((before ?? 0) / (after ?? 1))).toBeGreaterThan(3)
  })

  test('with a slow attack lets the stick through: at the same loudness its peaks are higher', async () => {
    const [quick, slow] = (await heardParts('au-attack')).map(({ samples }) => peakOf(samples))

    expect(db((slow ?? 0) / (quick ?? 1))).toBeGreaterThan(4)
  })
})

describe('a room', () => {
  test('falls by 60 dB in its RT60, in a straight line', () => {
    const tail = decayingNoise(1.2)
    const level = (seconds: number) => energyDb(tail.subarray(seconds * rate, (seconds + 0.1) * rate))

    expect(Math.abs(level(0) - level(0.6) - 30)).toBeLessThan(1)
    expect(Math.abs(level(0) - level(1.1) - 55)).toBeLessThan(1)
  })

  test.each([0, 6, 20])('has its direct sound %i dB above it, and begins after its pre-delay', (directToReverbDb) => {
    const sounding = addRoom(impulse(2), { directToReverbDb, rt60Seconds: 0.6, preDelayMs: 30 })

    expect(
      Math.abs(energyDb(sounding.subarray(0, 1)) - energyDb(sounding.subarray(1)) - directToReverbDb),
    ).toBeLessThan(0.2)
    expect(meanSquare(sounding.subarray(1, 0.029 * rate))).toBe(0)
    expect(meanSquare(sounding.subarray(0.031 * rate, 0.05 * rate))).toBeGreaterThan(0)
  })
})

test('convolving by transform is what the sum of delayed copies is', () => {
  const [one, other] = [whiteNoise(50, 1), whiteNoise(30, 2)]
  const slow = new Float64Array(79)
  for (const [index, sample] of one.entries())
    for (const [late, gain] of other.entries()) slow[index + late] = (slow[index + late] ?? 0) + sample * gain
  const quick = convolve(one, other)

  expect(quick).toHaveLength(79)
  for (const [index, sample] of slow.entries()) expect(quick[index]).toBeCloseTo(sample, 10)
})

test('an echo comes at its time, again and again, each as much lower', () => {
  const heard = treat(impulse(1), { echo: { delayMs: 468.75, levelDb: -7, repeats: 3 } })

  expect(heard.length / rate).toBeCloseTo(1 + tailSeconds({ echo: { delayMs: 468.75, levelDb: -7, repeats: 3 } }), 3)
  expect([1, 2, 3].map((count) => Math.round(db(heard[Math.round(count * 0.46875 * rate)] ?? 0)))).toEqual([
    -7, -14, -21,
  ])
})

test('filters turn over where they say', () => {
  const at = (samples: Samples, hertz: number) => db(strengthAt(samples.subarray(rate / 2), hertz))
  const through = (filter: (samples: Samples) => Samples, hertz: number) => at(filter(sine(hertz, 1)), hertz)

  expect(through((samples) => lowPass(samples, 6000), 6000)).toBeCloseTo(-3, 1)
  expect(through((samples) => highPass(samples, 90), 90)).toBeCloseTo(-3, 1)
  expect(through((samples) => highShelf(samples, { turnoverHz: 4000, gainDb: -2 }), 4000)).toBeCloseTo(-1, 1)
  expect(through((samples) => highShelf(samples, { turnoverHz: 4000, gainDb: -2 }), 15_000)).toBeCloseTo(-2, 1)
})

test('noise is the same for the same seed, and another for another', () => {
  expect(pinkNoise(1000, 1)).toEqual(pinkNoise(1000, 1))
  expect(pinkNoise(1000, 1)).not.toEqual(pinkNoise(1000, 2))
})
