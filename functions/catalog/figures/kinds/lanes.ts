/** Routes as lanes of stations, in groups: one station leads to the next, and the line breaks where the canvas ends. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { arrowHead, line, lineHeight, lines, polyline, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const height = 40
const gap = 34
const labelWidth = 36

const laneSchema = v.strictObject({
  name: words,
  stations: v.array(words),
  /** Struck through: what does not happen. */
  struck: v.optional(v.boolean(), false),
})

export const lanes = defineKind(
  {
    groups: v.array(v.strictObject({ name: words, lanes: v.array(laneSchema) })),
    notes: v.optional(v.array(words), []),
  },
  ({ groups, notes }): Drawing => {
    let body = ''
    let y = top
    for (const group of groups) {
      body += line(margin, y, margin + innerWidth, y) + text(margin, y + 30, group.name, 'b')
      y += lineHeight + 12
      for (const lane of group.lanes) {
        body += text(margin, y + 28, lane.name, 'q')
        const drawn = drawLane(lane, y + (widthOf(lane.name) > labelWidth - 8 ? lineHeight + 8 : 0))
        body += drawn.body
        y = drawn.bottom + 14
      }
      y += 10
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 14, wrapped, 'q')
    return { body, bottom: y - 20 + (wrapped.length > 0 ? 12 + wrapped.length * lineHeight : 0) }
  },
)

function drawLane(lane: v.InferOutput<typeof laneSchema>, upper: number): Drawing {
  const left = margin + labelWidth
  let body = ''
  let [x, y] = [left, upper]
  for (const [index, station] of lane.stations.entries()) {
    const width = widthOf(station) + 24
    const breaks = index > 0 && x + gap + width > margin + innerWidth
    if (breaks) {
      y += height + 12
      body += polyline(
        [
          [left - 22, y - height / 2 - 12],
          [left - 22, y + height / 2],
          [left, y + height / 2],
        ],
        'thin',
      )
      body += arrowHead([left - 22, y + height / 2], [left, y + height / 2])
      x = left
    } else if (index > 0) {
      body +=
        line(x, y + height / 2, x + gap, y + height / 2, 'thin') +
        arrowHead([x, y + height / 2], [x + gap, y + height / 2])
      if (lane.struck) body += line(x + 4, y + 34, x + gap - 6, y + 6, 'red')
      x += gap
    }
    body +=
      rect({ x, y, width, height }, lane.struck && index > 0 ? 'hollow dash' : 'box') + text(x + 12, y + 28, station)
    x += width
  }
  return { body, bottom: y + height }
}
