/** A kind of example: the shape of its parts, how long each lasts, and how it sounds. */
import * as v from 'valibot'
import { decibels, words } from './fields.ts'
import type { Samples } from './samples.ts'
import { type Treatment, treatmentFields } from './treatment.ts'

/** What every part of an example says. */
const partFields = {
  /** What is heard, in words: the text equivalent gives it with the second at which it begins. */
  name: words,
  /** Against the other parts, which are all equally loud. */
  levelDb: v.optional(decibels, 0),
  ...treatmentFields,
}

export interface Part extends Treatment {
  readonly name: string
  readonly levelDb: number
}

export interface Kind {
  /** Of the whole example: what stands beside `parts`. */
  readonly entries: v.ObjectEntries
  /** Of one part. */
  readonly partEntries: v.ObjectEntries
  /** In kilobits a second: what the encoder needs to stay inaudible. */
  readonly bitRateKbps: 64 | 128
  /** Answers: for how long does the source of a part sound, before any treatment? */
  readonly seconds: (part: Part, example: object) => number
  readonly render: (part: Part, example: object) => Samples
}

interface Definition<Entries extends v.ObjectEntries, PartEntries extends v.ObjectEntries> {
  readonly entries: Entries
  readonly part: PartEntries
  readonly bitRateKbps: Kind['bitRateKbps']
  readonly seconds: (part: OutputOf<PartEntries>, example: OutputOf<Entries>) => number
  readonly render: (part: OutputOf<PartEntries>, example: OutputOf<Entries>) => Samples
}

type OutputOf<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>

/** Answers: a kind whose functions get exactly what its schemas have let through. */
export function defineKind<Entries extends v.ObjectEntries, PartEntries extends v.ObjectEntries>(
  definition: Definition<Entries, PartEntries>,
): Kind {
  const { entries, part, bitRateKbps, seconds, render } = definition
  const partEntries = { ...partFields, ...part }
  return { entries, partEntries, bitRateKbps, seconds: seconds as never, render: render as never }
}
