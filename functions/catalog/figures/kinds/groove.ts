/** Hits on a grid of sixteenths, placed by tempo, swing and offset, in milliseconds. */
import * as v from 'valibot'
import { gridTimeMs, sixteenthMs } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, signed, words } from '../kind.ts'
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
      /** Sixteenths, counted from 0. */ steps: v.array(number),
      offsetMs: v.optional(number, 0),
    }),
  ),
  /** Steps whose time stands under the grid. */
  times: v.optional(v.array(number), []),
  note: v.optional(words),
})

export const groove = defineKind(
  { bpm: number, steps: number, versions: v.array(versionSchema), notes: v.optional(v.array(words), []) },
  ({ bpm, steps, versions, notes }): Drawing => {
    const left = margin + labelWidth
    const width = margin + innerWidth - left
    const at = (ms: number) => left + (width * ms) / (steps * sixteenthMs(bpm))
    let body = ''
    let y = top
    for (const version of versions) {
      body += text(margin, y + 20, version.name, 'b')
      y += lineHeight + 8
      const bottom = y + version.lanes.length * rowHeight
      for (let step = 0; step < steps; step += 1) {
        const x = at(step * sixteenthMs(bpm))
        body += line(x, y, x, bottom, step % 4 === 0 ? 'line' : 'hair')
      }
      for (const [index, lane] of version.lanes.entries()) {
        const upper = y + index * rowHeight
        body += line(margin, upper, margin + innerWidth, upper, 'hair') + text(margin, upper + 29, lane.name)
        for (const step of lane.steps) {
          const x = at(gridTimeMs(step, { bpm, swingPercent: version.swingPercent, offsetMs: lane.offsetMs }))
          body += rect(
            { x: x - 3, y: upper + 7, width: 14, height: rowHeight - 14 },
            lane.offsetMs === 0 ? 'ink' : 'redfill',
          )
        }
        const last = lane.steps.at(-1)
        if (lane.offsetMs !== 0 && last !== undefined)
          body += text(at(last * sixteenthMs(bpm)) + 24, upper + 29, `${signed(lane.offsetMs)} ms`, 'n r h')
      }
      body += line(margin, bottom, margin + innerWidth, bottom, 'hair')
      y = bottom + 4
      if (version.times.length > 0) {
        for (const step of version.times) {
          const ms = gridTimeMs(step, { bpm, swingPercent: version.swingPercent, offsetMs: 0 })
          body += text(at(ms), y + 22, figure(ms), step === 0 ? 'n' : 'm n')
        }
        body += text(margin, y + 22, 'ms', 'q')
        y += lineHeight + 2
      }
      if (version.note !== undefined) {
        const wrapped = wrapWords(version.note, innerWidth)
        body += lines(margin, y + 22, wrapped, 'q')
        y += wrapped.length * lineHeight
      }
      y += 26
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 10, wrapped, 'q')
    return { body, bottom: y - 22 + (wrapped.length > 0 ? 10 + wrapped.length * lineHeight : 0) }
  },
)
