/** Struck sounds of a small kit, all hits alike. */
import { highPass, lowPass } from './filters.ts'
import { whiteNoise } from './random.ts'
import { type Samples, sampleRate, samplesIn } from './samples.ts'
import { instruments } from './tones.ts'

export const kit: Readonly<Record<'kick' | 'snare' | 'hat', () => Samples>> = { kick, snare, hat }

/** The pitch of the head falls from 160 to 50 Hz. */
function kick(): Samples {
  let phase = 0
  return struck(0.35, 0.09, (seconds) => {
    phase += (2 * Math.PI * (50 + 110 * Math.exp(-seconds / 0.025))) / sampleRate
    return 1.5 * Math.sin(phase)
  })
}

/** Two tones of the head, and wires. */
function snare(): Samples {
  const wires = lowPass(highPass(whiteNoise(samplesIn(0.25), 2), 1200), 9000)
  const head = struck(0.25, 0.045, (seconds) => 0.6 * (Math.sin(1194 * seconds) + 0.6 * Math.sin(2073 * seconds)))
  const decay = struck(0.25, 0.06, () => 1)
  return head.map((sample, index) => sample + 0.7 * (wires[index] ?? 0) * (decay[index] ?? 0))
}

function hat(): Samples {
  // The encoder drops what is above about 16 kHz: with it the hat would come out quieter than it was measured.
  const metal = lowPass(highPass(whiteNoise(samplesIn(0.12), 3), 6000), 12_000)
  return struck(0.12, 0.022, () => 0.45).map((sample, index) => sample * (metal[index] ?? 0))
}

export function pluckedString(hertz: number): Samples {
  return instruments.pluck.tone(hertz, 0.3).map((sample) => 0.5 * sample)
}

/** Answers: a wave that falls by one neper in the stated time, and is gone at its end. */
function struck(seconds: number, fallSeconds: number, wave: (seconds: number) => number): Samples {
  const length = samplesIn(seconds)
  return Float64Array.from({ length }, (_, index) => {
    const time = index / sampleRate
    return wave(time) * Math.exp(-time / fallSeconds) * Math.min(1, (length - index) / samplesIn(0.02))
  })
}
