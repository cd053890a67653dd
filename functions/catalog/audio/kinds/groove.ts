/** A bar of struck sounds on a grid of sixteenths, with swing for all and an offset for each. */
import * as v from 'valibot'
import { fromDb } from '../../figures/formulas/decibels.ts'
import { gridTimeMs, noteNumber } from '../../figures/formulas/music.ts'
import { kit, pluckedString } from '../drums.ts'
import { decibels, positive } from '../fields.ts'
import { defineKind } from '../kind.ts'
import { mixInto, type Samples, samplesIn } from '../samples.ts'
import { leadSeconds } from '../tones.ts'
import { hertzOf } from './notes.ts'

const stepsInBar = 16
/** The last hit of a bar may ring on. */
const ringSeconds = 0.4

const laneSchema = v.strictObject({
  /** `kick`, `snare`, `hat`, or the note of a plucked string. */
  sound: v.pipe(
    v.string(),
    v.check((name) => name in kit || noteNumber(name) !== undefined, 'It is no drum, and no note such as `A2`.'),
  ),
  /** Counted from 1. */
  steps: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(stepsInBar))),
  levelDb: v.optional(decibels, 0),
})

export const groove = defineKind({
  entries: { bpm: positive, lanes: v.array(laneSchema) },
  part: {
    bars: positive,
    /** The first note's share of a pair of sixteenths. */
    swingPercent: v.optional(v.pipe(v.number(), v.minValue(50), v.maxValue(75)), 50),
    /** By sound, in milliseconds: late above 0. */
    offsetsMs: v.optional(v.record(v.string(), v.number()), {}),
  },
  bitRateKbps: 128,
  seconds: ({ bars }, { bpm }) => secondsOf(bars, bpm),
  render: ({ bars, swingPercent, offsetsMs }, { bpm, lanes }) => {
    const silent = Object.keys(offsetsMs).find((name) => !lanes.some(({ sound }) => sound === name))
    if (silent !== undefined) throw new Error(`A part moves \`${silent}\`, which no lane plays.`)
    const samples = new Float64Array(samplesIn(secondsOf(bars, bpm)))
    for (const { sound, steps, levelDb } of lanes) {
      const hit = soundOf(sound)
      const grid = { bpm, swingPercent, offsetMs: offsetsMs[sound] ?? 0 }
      for (let bar = 0; bar < bars; bar += 1)
        for (const step of steps) {
          const timeMs = gridTimeMs(bar * stepsInBar + step - 1, grid)
          mixInto(samples, hit, samplesIn(leadSeconds + timeMs / 1000), fromDb(levelDb))
        }
    }
    return samples
  },
})

function secondsOf(bars: number, bpm: number): number {
  return leadSeconds + (bars * 240) / bpm + ringSeconds
}

function soundOf(name: string): Samples {
  return name in kit ? kit[name as keyof typeof kit]() : pluckedString(hertzOf(name))
}
