/** Second-order filters, as in R. Bristow-Johnson's cookbook: the bell is the one that the figures draw. */
import { type Samples, sampleRate } from './samples.ts'

interface Biquad {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number, number]
}

export interface Bell {
  readonly centreHz: number
  readonly gainDb: number
  readonly q: number
}

export function bell(samples: Samples, { centreHz, gainDb, q }: Bell): Samples {
  const { cosine, alpha } = angleOf(centreHz, q)
  const root = 10 ** (gainDb / 40)
  return run(samples, {
    b: [1 + alpha * root, -2 * cosine, 1 - alpha * root],
    a: [1 + alpha / root, -2 * cosine, 1 - alpha / root],
  })
}

export interface HighShelf {
  readonly turnoverHz: number
  readonly gainDb: number
}

export function highShelf(samples: Samples, { turnoverHz, gainDb }: HighShelf): Samples {
  const { cosine, alpha } = angleOf(turnoverHz, Math.SQRT1_2)
  const root = 10 ** (gainDb / 40)
  const [plus, minus, slope] = [root + 1, root - 1, 2 * Math.sqrt(root) * alpha]
  return run(samples, {
    b: [
      root * (plus + minus * cosine + slope),
      -2 * root * (minus + plus * cosine),
      root * (plus + minus * cosine - slope),
    ],
    a: [plus - minus * cosine + slope, 2 * (minus - plus * cosine), plus - minus * cosine - slope],
  })
}

/** Butterworth, 12 dB an octave. */
export function lowPass(samples: Samples, cutoffHz: number): Samples {
  const { cosine, alpha } = angleOf(cutoffHz, Math.SQRT1_2)
  const side = (1 - cosine) / 2
  return run(samples, { b: [side, 2 * side, side], a: [1 + alpha, -2 * cosine, 1 - alpha] })
}

/** Butterworth, 12 dB an octave. */
export function highPass(samples: Samples, cutoffHz: number): Samples {
  const { cosine, alpha } = angleOf(cutoffHz, Math.SQRT1_2)
  const side = (1 + cosine) / 2
  return run(samples, { b: [side, -2 * side, side], a: [1 + alpha, -2 * cosine, 1 - alpha] })
}

/** The two filters before the sum in ITU-R BS.1770-4, whose coefficients are given for 48 kHz only: here for any rate. */
export function kWeighting(samples: Samples): Samples {
  return run(run(samples, headShelf()), lowCut())
}

// Analogue prototypes behind the tabled coefficients, as B. De Man derived them (AES, 2014).
function headShelf(): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const q = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  return {
    b: [high + (band * k) / q + k * k, 2 * (k * k - high), high - (band * k) / q + k * k],
    a: [1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k],
  }
}

function lowCut(): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const whole = 1 + k / q + k * k
  // Its numerator stands in the standard as 1, -2, 1, without the gain that the bilinear transform would give.
  return { b: [whole, -2 * whole, whole], a: [whole, 2 * (k * k - 1), 1 - k / q + k * k] }
}

function angleOf(hertz: number, q: number): { cosine: number; alpha: number } {
  const angle = (2 * Math.PI * hertz) / sampleRate
  return { cosine: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) }
}

function run(samples: Samples, { b, a }: Biquad): Samples {
  const [b0, b1, b2] = [b[0] / a[0], b[1] / a[0], b[2] / a[0]]
  const [a1, a2] = [a[1] / a[0], a[2] / a[0]]
  let [first, second] = [0, 0]
  return samples.map((sample) => {
    const out = b0 * sample + first
    first = b1 * sample - a1 * out + second
    second = b2 * sample - a2 * out
    return out
  })
}
