/** The discrete Fourier transform, and what it makes cheap. */
import type { Samples } from './samples.ts'

/** Transforms in place; the length is a power of two. */
function transform(real: Samples, imaginary: Samples): void {
  const size = real.length
  for (let index = 1, mirror = 0; index < size; index += 1) {
    let bit = size >> 1
    for (; mirror & bit; bit >>= 1) mirror ^= bit
    mirror ^= bit
    if (index < mirror) {
      swap(real, index, mirror)
      swap(imaginary, index, mirror)
    }
  }
  const turns = turnsOf(size)
  for (let span = 2; span <= size; span *= 2)
    for (let from = 0; from < size; from += span) join({ real, imaginary }, { from, span }, turns)
}

interface Signal {
  readonly real: Samples
  readonly imaginary: Samples
}

/** Cosine and sine of every step of a turn, computed once. */
function turnsOf(size: number): Signal {
  const angle = (step: number) => (-2 * Math.PI * step) / size
  const half = { length: size / 2 }
  return {
    real: Float64Array.from(half, (_, step) => Math.cos(angle(step))),
    imaginary: Float64Array.from(half, (_, step) => Math.sin(angle(step))),
  }
}

function join({ real, imaginary }: Signal, { from, span }: { from: number; span: number }, turns: Signal): void {
  const half = span / 2
  const stride = turns.real.length / half
  for (let index = 0; index < half; index += 1) {
    const [cosine, sine] = [turns.real[index * stride] ?? 0, turns.imaginary[index * stride] ?? 0]
    const [low, high] = [from + index, from + index + half]
    const [r, i] = [real[high] ?? 0, imaginary[high] ?? 0]
    const [turnedReal, turnedImaginary] = [r * cosine - i * sine, r * sine + i * cosine]
    real[high] = (real[low] ?? 0) - turnedReal
    imaginary[high] = (imaginary[low] ?? 0) - turnedImaginary
    real[low] = (real[low] ?? 0) + turnedReal
    imaginary[low] = (imaginary[low] ?? 0) + turnedImaginary
  }
}

function swap(samples: Samples, one: number, other: number): void {
  const kept = samples[one] ?? 0
  samples[one] = samples[other] ?? 0
  samples[other] = kept
}

/** Answers: the signal as it sounds through this impulse response, as long as both together. */
export function convolve(samples: Samples, response: Samples): Samples {
  const length = samples.length + response.length - 1
  const size = 2 ** Math.ceil(Math.log2(length))
  const padded = (source: Samples) => {
    const room = new Float64Array(size)
    room.set(source)
    return room
  }
  // Two real signals as one complex one: its transform holds both.
  const [real, imaginary] = [padded(samples), padded(response)]
  transform(real, imaginary)
  const [outReal, outImaginary] = [new Float64Array(size), new Float64Array(size)]
  for (let index = 0; index < size; index += 1) {
    const mirror = (size - index) % size
    const [r, i, mr, mi] = [real[index] ?? 0, imaginary[index] ?? 0, real[mirror] ?? 0, imaginary[mirror] ?? 0]
    const [ar, ai, br, bi] = [(r + mr) / 2, (i - mi) / 2, (i + mi) / 2, (mr - r) / 2]
    outReal[index] = ar * br - ai * bi
    // Conjugated, so that transforming forward once more goes back.
    outImaginary[index] = -(ar * bi + ai * br)
  }
  transform(outReal, outImaginary)
  return outReal.subarray(0, length).map((value) => value / size)
}
