import { describe, expect, test } from 'vitest'
import * as acoustics from '../../../functions/catalog/figures/formulas/acoustics.ts'
import * as decibels from '../../../functions/catalog/figures/formulas/decibels.ts'
import * as dynamics from '../../../functions/catalog/figures/formulas/dynamics.ts'
import * as filters from '../../../functions/catalog/figures/formulas/filters.ts'
import * as money from '../../../functions/catalog/figures/formulas/money.ts'
import * as music from '../../../functions/catalog/figures/formulas/music.ts'

describe('decibels', () => {
  test('+4 dBu is 1.228 V, 1.78 dBV, 0 VU, -14 dBFS in the EBU alignment and -20 dBFS in that of SMPTE (F01 to F05)', () => {
    expect(decibels.rulers.volts(4)).toBeCloseTo(1.228, 3)
    expect(decibels.rulers.dbv(4)).toBeCloseTo(1.78, 2)
    expect([decibels.rulers.vu(4), decibels.rulers.ebu(4), decibels.rulers.smpte(4)]).toEqual([0, -14, -20])
  })

  test('-10 dBV is 0.316 V and -7.8 dBu (F02)', () => {
    expect(decibels.fromDb(-10)).toBeCloseTo(0.316, 3)
    expect(decibels.rulersBack.dbv(-10)).toBeCloseTo(-7.78, 2)
  })

  test.each(Object.keys(decibels.rulers) as (keyof typeof decibels.rulers)[])('the ruler %s leads back', (ruler) => {
    expect(decibels.rulersBack[ruler](decibels.rulers[ruler](-7))).toBeCloseTo(-7, 9)
  })

  test('16 bits reach 98.1 dB and 24 bits 146.2 (F09)', () => {
    expect(decibels.wordLengthRange(16)).toBeCloseTo(98.1, 1)
    expect(decibels.wordLengthRange(24)).toBeCloseTo(146.26, 2)
  })

  test('a microphone of 150 ohms into 1,500 loses 0.8 dB, a pickup in a line input 20.2 dB at 4 kHz (F20)', () => {
    const pickup = { ohms: 8000, henry: 4 }

    expect(decibels.dividerLoss({ ohms: 150, henry: 0 }, 1500, 1000)).toBeCloseTo(-0.83, 2)
    expect(decibels.dividerLoss(pickup, 10_000, 100)).toBeCloseTo(-5.19, 2)
    expect(decibels.dividerLoss(pickup, 10_000, 4000)).toBeCloseTo(-20.2, 1)
  })
})

describe('acoustics', () => {
  test('a copy 1 ms late cancels at 500, 1,500 and 2,500 Hz, one 2 ms late first at 250 (F21)', () => {
    const comb = acoustics.combFilter({ delayMs: 1, copyDb: 0 })

    expect(acoustics.combNotches(1, 3)).toEqual([500, 1500, 2500])
    expect(acoustics.combNotches(2, 1)).toEqual([250])
    for (const notch of acoustics.combNotches(1, 3)) expect(comb(notch)).toBeLessThan(-100)
    for (const peak of [0, 1000, 2000]) expect(comb(peak)).toBeCloseTo(6.02, 2)
  })

  test.each([
    [-9.5, 2.5, -3.5],
    [-10, 2.4, -3.3],
    [-20, 0.8, -0.9],
  ])('a copy at %d dB swings from +%d to %d dB (F23)', (copyDb, peak, notch) => {
    const comb = acoustics.combFilter({ delayMs: 1, copyDb })

    expect(comb(1000)).toBeCloseTo(peak, 1)
    expect(comb(500)).toBeCloseTo(notch, 1)
  })

  test.each([
    [0.5, -6.0, undefined, 180, 1.7],
    [0.366, -8.7, -11.4, 125.3, 1.9],
    [0.25, -12.0, -6.0, 109.5, 2.0],
  ])('a pattern with a share of %d is as the textbook says (F17)', (omni, side, rear, silent, factor) => {
    expect(acoustics.polarLevel(omni, 90)).toBeCloseTo(side, 1)
    expect(acoustics.nullAngle(omni)).toBeCloseTo(silent, 1)
    expect(acoustics.distanceFactor(omni)).toBeCloseTo(factor, 1)
    if (rear === undefined) expect(acoustics.polarLevel(omni, 180)).toBeLessThan(-100)
    else expect(acoustics.polarLevel(omni, 180)).toBeCloseTo(rear, 1)
  })

  test('an omni has no null, a figure-of-eight has it at the side', () => {
    expect(acoustics.nullAngle(1)).toBeUndefined()
    expect(acoustics.nullAngle(0)).toBeCloseTo(90, 9)
  })

  test('direct sound falls 6.02 dB when the distance doubles (F07)', () => {
    const direct = acoustics.directSound({ db: -14, atCm: 10 })

    expect(direct(10)).toBe(-14)
    expect(direct(20)).toBeCloseTo(-20.02, 2)
  })

  test('a tail with an RT60 of 1.2 s is 60 dB down 1.2 s after its start, and 34.2 dB after 684 ms (F28)', () => {
    const tail = acoustics.decay({ rt60Ms: 1200, startMs: 30, startDb: 0 })

    expect(tail(1230)).toBeCloseTo(-60, 9)
    expect(tail(714)).toBeCloseTo(-34.2, 9)
  })
})

describe('filters', () => {
  test.each([
    [1, -7.0],
    [2, -12.3],
    [4, -24.1],
  ])('a high-pass of order %d is 3 dB down at its cut-off and %d dB an octave below (F26)', (order, below) => {
    const highPass = filters.highPass({ cutoffHz: 90, order })

    expect(highPass(90)).toBeCloseTo(-3.01, 2)
    expect(highPass(45)).toBeCloseTo(below, 1)
  })

  test('one octave is Q 1.41, two are 0.67, a third is 4.3 (F25)', () => {
    expect(filters.qOfOctaves(1)).toBeCloseTo(1.41, 2)
    expect(filters.qOfOctaves(2)).toBeCloseTo(0.67, 2)
    expect(filters.qOfOctaves(1 / 3)).toBeCloseTo(4.32, 2)
  })

  test('a bell has its gain at the centre, half of it at both ends of its width, and mirrors when cut', () => {
    const bell = { centreHz: 2500, q: filters.qOfOctaves(1) }
    const cut = filters.bell({ ...bell, gainDb: -3 })

    expect(cut(2500)).toBeCloseTo(-3, 9)
    expect(cut(2500 / Math.SQRT2)).toBeCloseTo(-1.5, 9)
    expect(cut(2500 * Math.SQRT2)).toBeCloseTo(-1.5, 9)
    expect(filters.bell({ ...bell, gainDb: 3 })(3000)).toBeCloseTo(-cut(3000), 9)
  })

  test('a shelf has nothing far on one side, its gain far on the other, and half of it at the turnover', () => {
    const high = filters.shelf({ turnoverHz: 8000, gainDb: 2, side: 'high' })

    expect(high(20)).toBeCloseTo(0, 3)
    expect(high(8000)).toBeCloseTo(1, 9)
    expect(high(8_000_000)).toBeCloseTo(2, 3)
    expect(filters.shelf({ turnoverHz: 8000, gainDb: 2, side: 'low' })(20)).toBeCloseTo(2, 3)
  })
})

describe('dynamics', () => {
  test.each([
    [2, -14],
    [4, -17],
    [Number.POSITIVE_INFINITY, -20],
  ])('12 dB over at a ratio of %d comes out at %d (F27)', (ratio, out) => {
    expect(dynamics.compressor({ thresholdDb: -20, ratio, kneeDb: 0 })(-8)).toBeCloseTo(out, 9)
  })

  test('a knee 6 dB wide takes 0.6 dB at the threshold and meets the straight lines at its ends', () => {
    const soft = dynamics.compressor({ thresholdDb: -20, ratio: 4, kneeDb: 6 })
    const hard = dynamics.compressor({ thresholdDb: -20, ratio: 4, kneeDb: 0 })

    expect(soft(-20)).toBeCloseTo(-20.56, 2)
    for (const end of [-23, -17]) expect(soft(end)).toBeCloseTo(hard(end), 9)
  })

  test.each([
    [-9, -1, -5],
    [-14, -1, 0],
    [-20, -5, 4],
    [-20, -0.5, 0],
  ])('a master at %d LUFS and %d dBTP is turned by %d dB at -14 (F42, F47)', (lufs, truePeakDb, gain) => {
    expect(dynamics.playbackGain({ lufs, truePeakDb }, { lufs: -14, ceilingDb: -1 })).toBe(gain)
  })
})

describe('money', () => {
  const terms = { costs: 20_000, netArtistRate: 15, points: 3, advance: 3000 }

  test('the gate opens at 133,333; then one clause pays 1,000 at once, the other nothing (F84)', () => {
    expect(money.gateOf(terms)).toBeCloseTo(133_333.33, 2)
    expect(money.retroactive(terms)(133_333)).toBe(0)
    expect(money.retroactive(terms)(133_334)).toBeCloseTo(1000, 0)
    expect(money.prospective(terms)(133_334)).toBe(0)
  })

  test('at 200,000 the word is worth 3,000, and the other clause begins at 233,333 (F84)', () => {
    expect(money.retroactive(terms)(200_000)).toBe(3000)
    expect(money.prospective(terms)(200_000)).toBe(0)
    expect(money.prospective(terms)(233_333)).toBe(0)
    expect(money.prospective(terms)(243_333.34)).toBeCloseTo(300, 2)
  })

  test('2,400 spent, 900 committed and 1,100 to come of 4,200 is 200 over (F89)', () => {
    const line = { budget: 4200, spent: 2400, committed: 900, remaining: 1100 }

    expect(money.costToComplete(line)).toEqual({ total: 4400, variance: -200 })
  })
})

describe('music', () => {
  test.each([
    ['C4', 60],
    ['A4', 69],
    ['B♭2', 46],
    ['F♯3', 54],
    ['C5', 72],
    ['H4', undefined],
    ['C', undefined],
  ])('%s is note %s', (name, note) => {
    expect(music.noteNumber(name)).toBe(note)
  })

  test('five of twelve keys are black', () => {
    expect(Array.from({ length: 12 }, (_, key) => key).filter(music.isBlackKey)).toEqual([1, 3, 6, 8, 10])
  })

  test('G to A above C and E is a move of 2 semitones (F107)', () => {
    expect(music.semitonesMoved([60, 64, 67], [60, 64, 69])).toBe(2)
  })

  test('16 bars at 96 BPM last 40 s, 8 bars at 100 last 19.2 (F106)', () => {
    expect(music.sectionSeconds(16, 4, 96)).toBe(40)
    expect(music.sectionSeconds(8, 4, 100)).toBeCloseTo(19.2, 9)
  })

  test('a sixteenth lasts 125 ms at 120 BPM, 167 at 90 (F29)', () => {
    expect(music.sixteenthMs(120)).toBe(125)
    expect(music.sixteenthMs(90)).toBeCloseTo(166.7, 1)
  })

  test('swing moves every second sixteenth and an offset moves all', () => {
    const at = (step: number, swingPercent: number, offsetMs = 0) =>
      Math.round(music.gridTimeMs(step, { bpm: 92, swingPercent, offsetMs }))

    expect([at(7, 50), at(7, 58), at(8, 58)]).toEqual([1141, 1167, 1304])
    expect(at(4, 50, 12)).toBe(664)
  })

  test('260 seconds are written 4:20, and 59.6 are 1:00', () => {
    expect(music.minutesAndSeconds(260)).toBe('4:20')
    expect(music.minutesAndSeconds(59.6)).toBe('1:00')
  })
})
