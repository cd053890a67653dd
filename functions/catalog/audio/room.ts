/** A room in three numbers: how much of it, how long, and how late it begins. */
import { fromDb } from '../figures/formulas/decibels.ts'
import { convolve } from './fourier.ts'
import { whiteNoise } from './random.ts'
import { meanSquare, mixInto, type Samples, sampleRate, samplesIn } from './samples.ts'

export interface Room {
  /** Energy of the direct sound over that of the reverberation. */
  readonly directToReverbDb: number
  readonly rt60Seconds: number
  readonly preDelayMs: number
}

const seed = 60

/** Answers: the signal in this room. Its length must leave space for the tail. */
export function addRoom(samples: Samples, { directToReverbDb, rt60Seconds, preDelayMs }: Room): Samples {
  const wet = convolve(samples, decayingNoise(rt60Seconds)).subarray(0, samples.length)
  const gain = Math.sqrt(meanSquare(samples) / meanSquare(wet)) * fromDb(-directToReverbDb)
  const sum = samples.slice()
  mixInto(sum, wet, samplesIn(preDelayMs / 1000), gain)
  return sum
}

/** Noise that falls by 60 dB in the stated time: a room without early reflections of its own. */
export function decayingNoise(rt60Seconds: number): Samples {
  const fall = Math.log(1000) / (rt60Seconds * sampleRate)
  return whiteNoise(samplesIn(rt60Seconds), seed).map((sample, index) => sample * Math.exp(-fall * index))
}
