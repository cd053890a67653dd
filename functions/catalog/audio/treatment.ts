/** What may happen to a part after it has sounded: each in numbers, in the order in which they stand here. */
import * as v from 'valibot'
import { fromDb } from '../figures/formulas/decibels.ts'
import { compress } from './compress.ts'
import { decibels, positive } from './fields.ts'
import { bell, highShelf, lowPass } from './filters.ts'
import { addRoom } from './room.ts'
import { mixInto, type Samples, samplesIn } from './samples.ts'

export const treatmentFields = {
  /** The same signal once more, late: a comb filter. */
  copy: v.optional(
    v.strictObject({ delayMs: positive, levelDb: v.optional(decibels, 0), flipped: v.optional(v.boolean(), false) }),
  ),
  bell: v.optional(v.strictObject({ centreHz: positive, gainDb: decibels, q: positive })),
  highShelf: v.optional(v.strictObject({ turnoverHz: positive, gainDb: decibels })),
  lowPassHz: v.optional(positive),
  compressor: v.optional(
    v.strictObject({ thresholdDb: decibels, ratio: positive, attackMs: positive, releaseMs: positive }),
  ),
  echo: v.optional(v.strictObject({ delayMs: positive, levelDb: decibels, repeats: v.pipe(v.number(), v.integer()) })),
  room: v.optional(
    v.strictObject({
      directToReverbDb: decibels,
      rt60Seconds: positive,
      preDelayMs: v.pipe(v.number(), v.minValue(0, 'It is below 0.')),
    }),
  ),
}

const treatmentSchema = v.object(treatmentFields)
export type Treatment = v.InferOutput<typeof treatmentSchema>

/** Answers: for how long does it sound after its source has ended? */
export function tailSeconds({ copy, echo, room }: Treatment): number {
  const late = (copy?.delayMs ?? 0) + (echo ? echo.delayMs * echo.repeats : 0) + (room?.preDelayMs ?? 0)
  return late / 1000 + (room?.rt60Seconds ?? 0)
}

/** Answers: the signal, treated; its tail included. */
export function treat(source: Samples, treatment: Treatment): Samples {
  const { copy, bell: boost, highShelf: shelf, lowPassHz, compressor, echo, room } = treatment
  let samples: Samples = new Float64Array(source.length + samplesIn(tailSeconds(treatment)))
  samples.set(source)
  if (copy) samples = addCopies(samples, { ...copy, repeats: 1 })
  if (boost) samples = bell(samples, boost)
  if (shelf) samples = highShelf(samples, shelf)
  if (lowPassHz !== undefined) samples = lowPass(samples, lowPassHz)
  if (compressor) samples = compress(samples, compressor)
  if (echo) samples = addCopies(samples, echo)
  return room ? addRoom(samples, room) : samples
}

interface Copies {
  readonly delayMs: number
  readonly levelDb: number
  readonly repeats: number
  readonly flipped?: boolean
}

function addCopies(samples: Samples, { delayMs, levelDb, repeats, flipped = false }: Copies): Samples {
  const sum = samples.slice()
  for (let count = 1; count <= repeats; count += 1)
    mixInto(sum, samples, samplesIn((count * delayMs) / 1000), fromDb(count * levelDb) * (flipped ? -1 : 1))
  return sum
}
