/** Hits on a grid of sixteenths, placed by tempo, swing and offset, in milliseconds. */
import * as v from 'valibot'
import { gridTimeMs, sixteenthMs } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const rowHeight = 42
const labelWidth = 84

const versionSchema = v.strictObject({
  name: words,
  swingPercent: v.optional(number, 50),
  lanes: v.array(
    v.strictObject({
      name: words,
      /** Sixteenths, counted from 1. */ steps: v.array(number),
      offsetMs: v.optional(number, 0),
    }),
  ),
  /** Hits whose time stands under the grid. */
  times: v.optional(v.array(v.strictObject({ lane: words, step: number })), []),
  note: v.optional(words),
})

type Version = v.InferOutput<typeof versionSchema>
type Place = (ms: number) => number

export const groove = defineKind(
  { bpm: number, steps: number, versions: v.array(versionSchema), notes: v.optional(v.array(words), []) },
  ({ bpm, steps, versions, notes }): Drawing => {
    const left = margin + labelWidth
    const at = (ms: number) => left + ((margin + innerWidth - left) * ms) / (steps * sixteenthMs(bpm))
    let body = drawSteps(steps, bpm, at)
    let y = top + lineHeight + 10
    for (const version of versions) {
      const drawn = drawVersion(version, y, { bpm, steps, at })
      body += drawn.body
      y = drawn.bottom + 26
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 10, wrapped, 'q')
    return { body, bottom: y - 22 + (wrapped.length > 0 ? 10 + wrapped.length * lineHeight : 0) }
  },
)

function drawSteps(steps: number, bpm: number, at: Place): string {
  const odd = Array.from({ length: steps / 2 }, (_, index) => 2 * index + 1)
  return odd
    .map((step) => text(at((step - 1) * sixteenthMs(bpm)) + 4, top + 20, `${step}`, step === 1 ? 'n q' : 'm n q'))
    .join('')
}

function drawVersion(version: Version, upper: number, grid: { bpm: number; steps: number; at: Place }): Drawing {
  const { bpm, steps, at } = grid
  const lanesTop = upper + lineHeight + 8
  const bottom = lanesTop + version.lanes.length * rowHeight
  let body = text(margin, upper + 20, version.name, 'b')
  for (let step = 0; step < steps; step += 1) {
    const x = at(step * sixteenthMs(bpm))
    body += line(x, lanesTop, x, bottom, step % 4 === 0 ? 'line' : 'hair')
  }
  body += version.lanes
    .map((lane, index) => drawLane(lane, version, lanesTop + index * rowHeight, { bpm, at }))
    .join('')
  body += line(margin, bottom, margin + innerWidth, bottom, 'hair')
  let y = bottom + 4
  if (version.times.length > 0) {
    body +=
      text(margin, y + 24, 'ms', 'q') +
      version.times.map((time) => drawTime(time, version, y + 24, { bpm, at })).join('')
    y += lineHeight + 4
  }
  const note = version.note === undefined ? [] : wrapWords(version.note, innerWidth)
  return { body: body + lines(margin, y + 22, note, 'q'), bottom: y + note.length * lineHeight }
}

function hitMs(step: number, version: Version, offsetMs: number, bpm: number): number {
  return gridTimeMs(step - 1, { bpm, swingPercent: version.swingPercent, offsetMs })
}

function drawLane(
  lane: Version['lanes'][number],
  version: Version,
  y: number,
  { bpm, at }: { bpm: number; at: Place },
): string {
  const hits = lane.steps.map((step) => {
    const x = at(hitMs(step, version, lane.offsetMs, bpm))
    return rect({ x, y: y + 7, width: 11, height: rowHeight - 14 }, lane.offsetMs === 0 ? 'ink' : 'redfill')
  })
  return line(margin, y, margin + innerWidth, y, 'hair') + text(margin, y + 29, lane.name) + hits.join('')
}

function drawTime(
  time: Version['times'][number],
  version: Version,
  y: number,
  { bpm, at }: { bpm: number; at: Place },
): string {
  const lane = version.lanes.find(({ name }) => name === time.lane)
  if (!lane) throw new Error(`A time is asked for in "${time.lane}", which is no lane of "${version.name}".`)
  const ms = hitMs(time.step, version, lane.offsetMs, bpm)
  return text(at(ms) + 5, y, figure(ms), lane.offsetMs === 0 ? 'm n' : 'm n r')
}
