/** An example → its samples: parts equally loud, with soft ends and silence between them. */
import { fromDb, toDb } from '../figures/formulas/decibels.ts'
import { type Example, placesOf, secondsOf } from './example-file.ts'
import { integratedLoudness } from './loudness.ts'
import { meanSquare, mixInto, peakOf, type Samples, samplesIn, withSoftEnds } from './samples.ts'
import { treat } from './treatment.ts'

/** The loudness of every part, but for its own `levelDb`: broadcast's programme level (fact F41), well below most records. */
export const partLufs = -23
const fadeSeconds = 0.01
const peakMaxDb = -1

/** Answers: the whole example. Throws where a part would come closer to full scale than 1 dB. */
export function compose(example: Example): Samples {
  const whole = new Float64Array(samplesIn(secondsOf(example)))
  for (const { part, fromSeconds } of placesOf(example)) {
    // A threshold means the same in every example: sources are levelled before they are treated, too.
    const source = atLoudness(example.kind.render(part, example.fields), partLufs)
    const treated = withSoftEnds(treat(source, part), fadeSeconds)
    const levelled = example.rmsDb === undefined ? atLoudness(treated, partLufs) : atRms(treated, example.rmsDb)
    const peakDb = toDb(peakOf(levelled)) + part.levelDb
    if (peakDb > peakMaxDb)
      throw new Error(`"${part.name}" would peak at ${peakDb.toFixed(1)} dBFS, above ${peakMaxDb}.`)
    mixInto(whole, levelled, samplesIn(fromSeconds), fromDb(part.levelDb))
  }
  return whole
}

function atLoudness(samples: Samples, lufs: number): Samples {
  return scaled(samples, fromDb(lufs - integratedLoudness(samples)))
}

function atRms(samples: Samples, rmsDb: number): Samples {
  return scaled(samples, fromDb(rmsDb) / Math.sqrt(meanSquare(samples)))
}

function scaled(samples: Samples, gain: number): Samples {
  if (!Number.isFinite(gain)) throw new Error('A part is silent, or shorter than the 0.4 s that loudness needs.')
  return samples.map((sample) => sample * gain)
}
