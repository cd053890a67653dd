/** Noise that is the same on every machine and in every run. */
import type { Samples } from './samples.ts'

/** Answers: a source of numbers from 0 to below 1, by T. Ettinger's Mulberry32: whole numbers only, so no rounding differs. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Answers: white noise between -1 and 1. */
export function whiteNoise(length: number, seed: number): Samples {
  const next = randomNumbers(seed)
  return Float64Array.from({ length }, () => 2 * next() - 1)
}

/** Poles and weights of P. Kellet's filter: 3 dB an octave within 0.05 dB from 9.2 Hz up, at 44.1 kHz. */
const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616] as const
const weights = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898] as const

/** Answers: pink noise, equal energy in every octave. */
export function pinkNoise(length: number, seed: number): Samples {
  const state = [0, 0, 0, 0, 0, 0]
  let late = 0
  return whiteNoise(length, seed).map((white) => {
    let sum = late + white * 0.5362
    for (const [index, pole] of poles.entries()) {
      state[index] = pole * (state[index] ?? 0) + white * (weights[index] ?? 0)
      sum += state[index] ?? 0
    }
    late = white * 0.115926
    return sum
  })
}
