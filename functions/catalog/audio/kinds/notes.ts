/** Notes and chords, one after the other, tuned by equal temperament to A = 440 Hz (fact F101). */
import * as v from 'valibot'
import { noteNumber } from '../../figures/formulas/music.ts'
import { positive } from '../fields.ts'
import { defineKind } from '../kind.ts'
import { mixInto, samplesIn } from '../samples.ts'
import { instruments, leadSeconds } from '../tones.ts'

const noteName = v.pipe(
  v.string(),
  v.check((name) => noteNumber(name) !== undefined, 'It is not a note such as `C4` or `B♭3`.'),
)
const noteSchema = v.union([noteName, v.strictObject({ note: noteName, cents: v.number() })])

/** Answers: the frequency of a note such as `A4`, and of one some cents beside it. */
export function hertzOf(note: v.InferOutput<typeof noteSchema>): number {
  const { note: name, cents } = typeof note === 'string' ? { note, cents: 0 } : note
  return 440 * 2 ** (((noteNumber(name) ?? 0) - 69) / 12 + cents / 1200)
}

export const notes = defineKind({
  entries: { bpm: positive, instrument: v.optional(v.picklist(['organ', 'pluck']), 'organ') },
  part: {
    /** In order; each lasts so many beats. Without notes it is a rest. */
    play: v.array(v.strictObject({ beats: positive, notes: v.optional(v.array(noteSchema), []) })),
  },
  bitRateKbps: 64,
  seconds: ({ play }, { bpm, instrument }) =>
    leadSeconds + (beatsIn(play) * 60) / bpm + instruments[instrument].releaseSeconds,
  render: ({ play }, { bpm, instrument }) => {
    const { tone, releaseSeconds } = instruments[instrument]
    const samples = new Float64Array(samplesIn(leadSeconds + (beatsIn(play) * 60) / bpm + releaseSeconds))
    let beat = 0
    for (const { beats, notes } of play) {
      const at = samplesIn(leadSeconds + (beat * 60) / bpm)
      for (const note of notes) mixInto(samples, tone(hertzOf(note), (beats * 60) / bpm), at)
      beat += beats
    }
    return samples
  },
})

function beatsIn(play: readonly { readonly beats: number }[]): number {
  return play.reduce((sum, { beats }) => sum + beats, 0)
}
