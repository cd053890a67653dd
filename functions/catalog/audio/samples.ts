/** A mono signal in memory. Full scale is 1. */
export type Samples = Float64Array

/** Every example has this rate: browsers and encoders know it everywhere. */
export const sampleRate = 44_100

/** Answers: how many samples last so long? */
export function samplesIn(seconds: number): number {
  return Math.round(seconds * sampleRate)
}

/** Answers: the mean of the squares. */
export function meanSquare(samples: Samples): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return samples.length === 0 ? 0 : sum / samples.length
}

/** Answers: the highest sample, whatever its sign. */
export function peakOf(samples: Samples): number {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return peak
}

/** Adds a signal to another from this sample on; what would stand beyond the end is lost. */
export function mixInto(target: Samples, source: Samples, at: number, gain = 1): void {
  const length = Math.min(source.length, target.length - at)
  for (let index = 0; index < length; index += 1)
    target[at + index] = (target[at + index] ?? 0) + gain * (source[index] ?? 0)
}

/** Answers: the signal with its ends faded in and out, so that it neither begins nor ends with a click. */
export function withSoftEnds(samples: Samples, fadeSeconds: number): Samples {
  const length = Math.min(samplesIn(fadeSeconds), Math.floor(samples.length / 2))
  const last = samples.length - 1
  return samples.map((sample, index) => {
    const place = Math.min(index, last - index)
    return place >= length ? sample : sample * (0.5 - 0.5 * Math.cos((Math.PI * place) / length))
  })
}
