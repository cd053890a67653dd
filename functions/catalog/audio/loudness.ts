/** How loud is a mono signal? By ITU-R BS.1770-4: K-weighting, blocks of 400 ms, both gates. */
import { kWeighting } from './filters.ts'
import { meanSquare, type Samples, samplesIn } from './samples.ts'

const blockSeconds = 0.4
const stepSeconds = 0.1
const absoluteGateLufs = -70
const relativeGateLu = -10

/** Answers: the integrated loudness in LUFS; minus infinity for silence. */
export function integratedLoudness(samples: Samples): number {
  const weighted = kWeighting(samples)
  const [block, step] = [samplesIn(blockSeconds), samplesIn(stepSeconds)]
  const powers: number[] = []
  for (let from = 0; from + block <= weighted.length; from += step)
    powers.push(meanSquare(weighted.subarray(from, from + block)))
  const audible = powers.filter((power) => loudnessOf(power) > absoluteGateLufs)
  const gate = loudnessOf(mean(audible)) + relativeGateLu
  return loudnessOf(mean(audible.filter((power) => loudnessOf(power) > gate)))
}

/** The constant makes a sine of 997 Hz at full scale read -3.01. */
function loudnessOf(power: number): number {
  return -0.691 + 10 * Math.log10(power)
}

function mean(powers: readonly number[]): number {
  return powers.length === 0 ? 0 : powers.reduce((sum, power) => sum + power, 0) / powers.length
}
