/** What is in a sound: written apart from the code that makes it, so that one cannot share the other's mistake. */
const rate = 44_100
type Signal = Float32Array | Float64Array

/** Answers: the power of each frequency, averaged over windows that overlap by half. `[k]` is k × 44,100 ÷ size Hz. */
export function powerSpectrum(samples: Signal, size = 8192): Float64Array {
  const sum = new Float64Array(size / 2)
  for (let from = 0; from + size <= samples.length; from += size / 2) {
    const window = Float64Array.from({ length: size }, (_, index) => {
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size)
      return hann * (samples[from + index] ?? 0)
    })
    const [real, imaginary] = fourier(window, new Float64Array(size))
    for (let bin = 0; bin < size / 2; bin += 1)
      sum[bin] = (sum[bin] ?? 0) + (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2
  }
  return sum
}

/** By halves: even places, odd places. */
function fourier(real: Float64Array, imaginary: Float64Array): [Float64Array, Float64Array] {
  const size = real.length
  if (size === 1) return [real, imaginary]
  const pick = (source: Float64Array, odd: number) => {
    const picked = new Float64Array(size / 2)
    for (let index = 0; index < size / 2; index += 1) picked[index] = source[2 * index + odd] ?? 0
    return picked
  }
  const [evenReal, evenImaginary] = fourier(pick(real, 0), pick(imaginary, 0))
  const [oddReal, oddImaginary] = fourier(pick(real, 1), pick(imaginary, 1))
  const [outReal, outImaginary] = [new Float64Array(size), new Float64Array(size)]
  for (let index = 0; index < size / 2; index += 1) {
    const [cosine, sine] = [Math.cos((2 * Math.PI * index) / size), -Math.sin((2 * Math.PI * index) / size)]
    const [r, i] = [oddReal[index] ?? 0, oddImaginary[index] ?? 0]
    const [x, y] = [r * cosine - i * sine, r * sine + i * cosine]
    outReal[index] = (evenReal[index] ?? 0) + x
    outImaginary[index] = (evenImaginary[index] ?? 0) + y
    outReal[index + size / 2] = (evenReal[index] ?? 0) - x
    outImaginary[index + size / 2] = (evenImaginary[index] ?? 0) - y
  }
  return [outReal, outImaginary]
}

/** Answers: how one signal differs from another at each frequency between two, as `[hertz, dB]`, over three bins each. */
export function differenceDb(
  treated: Signal,
  plain: Signal,
  fromHz: number,
  toHz: number,
): (readonly [number, number])[] {
  const [one, other] = [powerSpectrum(treated), powerSpectrum(plain)]
  const step = rate / (2 * one.length)
  const around = (powers: Float64Array, bin: number) =>
    powers.subarray(Math.max(0, bin - 1), bin + 2).reduce((sum, power) => sum + power, 0)
  return Array.from(
    one,
    (_, bin) => [bin * step, 10 * Math.log10(around(one, bin) / around(other, bin))] as const,
  ).filter(([hertz]) => hertz >= fromHz && hertz <= toHz)
}

/** Answers: the amplitude of this one frequency. */
export function strengthAt(samples: Signal, hertz: number): number {
  let [real, imaginary] = [0, 0]
  const turn = (2 * Math.PI * hertz) / rate
  for (let index = 0; index < samples.length; index += 1) {
    const weighted = (samples[index] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length))
    real += weighted * Math.cos(turn * index)
    imaginary += weighted * Math.sin(turn * index)
  }
  return (4 * Math.hypot(real, imaginary)) / samples.length
}

/** Answers: the strongest frequency within so many cents of this one, to half a cent. */
export function pitchNear(samples: Signal, hertz: number, cents = 32): number {
  let [best, step] = [hertz, cents / 2]
  for (; step >= 0.5; step /= 2) {
    const around = [-2, -1, 0, 1, 2].map((count) => best * 2 ** ((count * step) / 1200))
    const strengths = around.map((one) => strengthAt(samples, one))
    best = around[strengths.indexOf(Math.max(...strengths))] ?? best
  }
  return best
}

/** Answers: when does something begin, in seconds? Above this floor, after so many milliseconds below it. */
export function onsets(samples: Signal, { floor, quietMs }: { floor: number; quietMs: number }): number[] {
  const found: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let index = 0; index < samples.length; index += 1) {
    if (Math.abs(samples[index] ?? 0) <= floor) continue
    if (index - last > (quietMs / 1000) * rate) found.push(index / rate)
    last = index
  }
  return found
}
