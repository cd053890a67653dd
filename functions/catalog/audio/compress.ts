/** A compressor with a hard knee. Its gain is smoothed in decibels: peaks are held and let go, and what is held is approached. */
import { fromDb, toDb } from '../figures/formulas/decibels.ts'
import { compressor } from '../figures/formulas/dynamics.ts'
import { type Samples, sampleRate } from './samples.ts'

export interface CompressorSetting {
  readonly thresholdDb: number
  readonly ratio: number
  readonly attackMs: number
  readonly releaseMs: number
}

/** Answers: the signal, compressed, without make-up gain. */
export function compress(samples: Samples, { thresholdDb, ratio, attackMs, releaseMs }: CompressorSetting): Samples {
  const outputDb = compressor({ thresholdDb, ratio, kneeDb: 0 })
  const [attack, release] = [smoothing(attackMs), smoothing(releaseMs)]
  let [heldDb, reductionDb] = [0, 0]
  return samples.map((sample) => {
    const inputDb = sample === 0 ? -200 : toDb(sample)
    const wantedDb = inputDb - outputDb(inputDb)
    heldDb = Math.max(wantedDb, heldDb + release * (wantedDb - heldDb))
    reductionDb += attack * (heldDb - reductionDb)
    return sample * fromDb(-reductionDb)
  })
}

/** After the stated time 63 % of a change is done. */
function smoothing(timeMs: number): number {
  return 1 - Math.exp(-1000 / (timeMs * sampleRate))
}
