/** Things in a room, seen from above: speakers, heads, microphones, walls, and the lines between them. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, pair, words } from '../kind.ts'
import { lineHeight, lines, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'
import { drawThing, thingSchema } from './plan-things.ts'

export const plan = defineKind(
  {
    panels: v.array(
      v.strictObject({
        name: v.optional(words),
        /** One of two columns where it is true. */
        half: v.optional(v.boolean(), false),
        height: number,
        /** The point of the canvas on which `[0, 0]` of the things lies: right and down from the panel's upper left corner. */
        origin: pair,
        /** How many units of the canvas one unit of the things is; metres, say. */
        scale: v.optional(number, 1),
        things: v.array(thingSchema),
        notes: v.optional(v.array(words), []),
      }),
    ),
    legend: v.optional(v.array(words), []),
  },
  ({ panels, legend }): Drawing => {
    let body = ''
    let y = top
    let rowBottom = y
    let column = 0
    for (const panel of panels) {
      const width = panel.half ? innerWidth / 2 : innerWidth
      if (column === 0) y = rowBottom
      const x = margin + column * width
      let under = y
      if (panel.name !== undefined) {
        body += text(x, y + 21, panel.name, 'b')
        under += lineHeight + 8
      }
      const at = (point: readonly [number, number]) =>
        [x + panel.origin[0] + panel.scale * point[0], under + panel.origin[1] + panel.scale * point[1]] as const
      body += panel.things.map((thing) => drawThing(thing, at, panel.scale)).join('')
      under += panel.height
      const notes = panel.notes.flatMap((note) => wrapWords(note, width - 16))
      body += lines(x, under + 21, notes)
      rowBottom = Math.max(rowBottom, under + notes.length * lineHeight + 26)
      column = panel.half && column === 0 ? 1 : 0
    }
    const words = legend.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, rowBottom + 10, words, 'q')
    return { body, bottom: rowBottom + words.length * lineHeight - 16 }
  },
)
