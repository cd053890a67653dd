/** Comb filters and bells are where the lessons say, by the spectrum of what a player decodes. */
import { describe, expect, test } from 'vitest'
import { combNotches } from '../../../functions/catalog/figures/formulas/acoustics.ts'
import { heardParts } from '../../support/heard-examples.ts'
import { differenceDb, powerSpectrum } from '../../support/spectrum.ts'

type Curve = readonly (readonly [number, number])[]

/** Answers: the deepest place within 15 % of this frequency, in Hz. */
function notchNear(curve: Curve, hertz: number): number {
  const near = curve.filter(([place]) => Math.abs(place / hertz - 1) < 0.15)
  return near.reduce((deepest, one) => (one[1] < deepest[1] ? one : deepest), [0, Infinity])[0]
}

const levelAt = (curve: Curve, hertz: number) =>
  curve.reduce((nearest, one) => (Math.abs(one[0] - hertz) < Math.abs(nearest[0] - hertz) ? one : nearest))[1]

/** Part `treated` against part `plain` of an example. */
async function curveOf(id: string, treated: number, plain = 0, toHz = 20_000): Promise<Curve> {
  const parts = await heardParts(id)
  return differenceDb(
    parts[treated]?.samples ?? new Float32Array(),
    parts[plain]?.samples ?? new Float32Array(),
    20,
    toHz,
  )
}

describe('comb filters', () => {
  test.each([
    ['au-comb-1ms', 1, 1],
    ['au-comb-2-5ms', 2.5, 1],
  ])('%s: the first three notches lie within 3 % of 1/(2t), 3/(2t) and 5/(2t)', async (id, delayMs, part) => {
    const curve = await curveOf(id, part)

    for (const predicted of combNotches(delayMs, 3))
      expect(Math.abs(notchNear(curve, predicted) / predicted - 1)).toBeLessThan(0.03)
  })

  test('an equal copy cancels, and one at -10 dB swings by 5.7 dB (F23)', async () => {
    const [equal, quieter] = await Promise.all([curveOf('au-comb-1ms', 1), curveOf('au-comb-1ms', 2)])

    expect(levelAt(equal, 1000) - levelAt(equal, 500)).toBeGreaterThan(15)
    const swing = (curve: Curve, notch: number) => levelAt(curve, notch + 500) - levelAt(curve, notch)
    const swings = [500, 1500, 2500].map((notch) => swing(quieter, notch))
    expect(Math.abs(swings.reduce((sum, one) => sum + one, 0) / 3 - 5.7)).toBeLessThan(0.7)
  })

  test('with its polarity flipped peaks and notches have changed places, and the bass is gone', async () => {
    const curve = await curveOf('au-comb-flipped', 1)

    expect(levelAt(curve, 500) - levelAt(curve, 1000)).toBeGreaterThan(20)
    expect(levelAt(curve, 500) - levelAt(curve, 30)).toBeGreaterThan(20)
  })
})

describe('bells', () => {
  test.each([
    ['au-bell-250', 250],
    ['au-bell-1000', 1000],
    ['au-bell-4000', 4000],
    ['au-drill-bell-1', 500],
    ['au-drill-bell-2', 4000],
    ['au-drill-bell-3', 125],
  ])('%s rises by 9 dB at %i Hz and is one octave wide half-way up', async (id, centre) => {
    const curve = await curveOf(id, 1)
    const floor = levelAt(curve, centre > 900 ? 60 : 8000)
    const rise = (hertz: number) => levelAt(curve, hertz) - floor

    expect(Math.abs(rise(centre) - 9)).toBeLessThan(0.7)
    for (const edge of [centre / Math.SQRT2, centre * Math.SQRT2]) expect(Math.abs(rise(edge) - 4.5)).toBeLessThan(1)
  })

  test('Q 4.3 is narrower than Q 0.67 at the same centre and gain', async () => {
    const curve = await curveOf('au-bell-width', 1)

    expect(Math.abs(levelAt(curve, 2500) - levelAt(curve, 100))).toBeLessThan(4)
    for (const side of [1500, 4200]) expect(levelAt(curve, side) - levelAt(curve, 2500)).toBeLessThan(-4)
  })
})

test('pink noise holds the same in every octave, within 1 dB', async () => {
  const [noise] = await heardParts('au-pink-reference')
  const spectrum = powerSpectrum(noise?.samples ?? new Float32Array())
  const step = 44_100 / (2 * spectrum.length)
  const octaves = [62.5, 125, 250, 500, 1000, 2000, 4000, 8000].map((centre) => {
    const band = spectrum.filter((_, bin) => bin * step >= centre / Math.SQRT2 && bin * step < centre * Math.SQRT2)
    return 10 * Math.log10(band.reduce((sum, power) => sum + power, 0))
  })

  expect(Math.max(...octaves) - Math.min(...octaves)).toBeLessThan(1)
})
