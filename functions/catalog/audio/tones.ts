/** Tones made of partials, in whole multiples of the pitch. */
import { type Samples, sampleRate, samplesIn } from './samples.ts'

/** Silence before the first tone: a fade at the very beginning would take its attack. */
export const leadSeconds = 0.03

interface Instrument {
  /** For how long a tone sounds beyond its written length. */
  readonly releaseSeconds: number
  readonly tone: (hertz: number, seconds: number) => Samples
}

/** A steady tone, which hides nothing, and one that is struck and falls. */
export const instruments: Readonly<Record<'organ' | 'pluck', Instrument>> = {
  organ: { releaseSeconds: 0.08, tone: (hertz, seconds) => organTone(hertz, seconds, 0.08) },
  pluck: { releaseSeconds: 0.4, tone: (hertz, seconds) => pluckTone(hertz, seconds + 0.4) },
}

const partialsMax = 12
/** Above it partials would only cost the encoder. */
const highestHz = 10_000

function organTone(hertz: number, seconds: number, releaseSeconds: number): Samples {
  const [length, rise, release] = [samplesIn(seconds + releaseSeconds), samplesIn(0.02), samplesIn(releaseSeconds)]
  return sumOfPartials(hertz, length, () => 0).map((sample, index) => {
    const place = Math.min(1, index / rise, (length - index) / release)
    return sample * (0.5 - 0.5 * Math.cos(Math.PI * place))
  })
}

/** Higher partials and higher notes die sooner, as on a string. */
function pluckTone(hertz: number, seconds: number): Samples {
  const [length, rise, release] = [samplesIn(seconds), samplesIn(0.002), samplesIn(0.06)]
  const fall = (partial: number) => (1.6 + 0.9 * (partial - 1)) * Math.sqrt(hertz / 220)
  return sumOfPartials(hertz, length, fall).map(
    (sample, index) => sample * Math.min(1, index / rise, (length - index) / release),
  )
}

/** Each partial has one over its number of the first one's level, and falls at so many nepers a second. */
function sumOfPartials(hertz: number, length: number, fall: (partial: number) => number): Samples {
  const samples = new Float64Array(length)
  for (let partial = 1; partial <= partialsMax && partial * hertz < highestHz; partial += 1) {
    const [angle, decay] = [(2 * Math.PI * partial * hertz) / sampleRate, Math.exp(-fall(partial) / sampleRate)]
    const [turnX, turnY] = [decay * Math.cos(angle), decay * Math.sin(angle)]
    // A hand that turns and shrinks by the same at each sample: quicker than asking for each sine.
    let [x, y] = [1 / partial, 0]
    for (let index = 0; index < length; index += 1) {
      samples[index] = (samples[index] ?? 0) + y
      const next = x * turnX - y * turnY
      y = x * turnY + y * turnX
      x = next
    }
  }
  return samples
}
