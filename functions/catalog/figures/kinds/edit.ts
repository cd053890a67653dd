/** One drum hit as two tracks, cut: where the cut lies, how it fades, and which tracks move. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, words } from '../kind.ts'
import { line, lineHeight, lines, type Point, polygon, polyline, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const laneHeight = 110
const [fromMs, toMs] = [-20, 40] as const

const panelSchema = v.strictObject({
  name: words,
  /** Against the beginning of the transient. */
  cutMs: number,
  fadeMs: number,
  tracks: v.array(
    v.strictObject({ name: words, movedMs: v.optional(number, 0), gain: number, delayMs: v.optional(number, 0) }),
  ),
  cuts: v.picklist(['all', 'first']),
  labels: v.array(words),
})

export const edit = defineKind(
  { panels: v.array(panelSchema), notes: v.optional(v.array(words), []) },
  ({ panels, notes }): Drawing => {
    const width = (innerWidth - 24) / panels.length
    let body = ''
    let bottom = top
    for (const [index, panel] of panels.entries()) {
      const drawn = drawPanel(panel, margin + index * (width + 24), width)
      body += drawn.body
      bottom = Math.max(bottom, drawn.bottom)
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, bottom + 36, wrapped, 'q')
    return { body, bottom: bottom + (wrapped.length > 0 ? 16 + wrapped.length * lineHeight : 0) }
  },
)

function drawPanel(panel: v.InferOutput<typeof panelSchema>, x: number, width: number): Drawing {
  const at = (ms: number) => x + (width * (ms - fromMs)) / (toMs - fromMs)
  let body = text(x, top + 20, panel.name, 'b')
  let names = ''
  let y = top + lineHeight + 12
  const firstTop = y
  for (const track of panel.tracks) {
    y += lineHeight
    const middle = y + laneHeight / 2
    names += text(x, y - 4, track.name, 'q h')
    body += line(x, middle, x + width, middle, 'hair')
    body += polyline(waveform(track, at, middle), 's1')
    y += laneHeight
  }
  const bottom = y + 6
  body += line(at(0), firstTop + 6, at(0), bottom, 'line dash')
  const cutBottom = panel.cuts === 'all' ? bottom : firstTop + lineHeight + laneHeight
  body += line(at(panel.cutMs), firstTop + lineHeight, at(panel.cutMs), cutBottom, 'red')
  if (panel.fadeMs > 0) {
    const [from, to] = [at(panel.cutMs - panel.fadeMs / 2), at(panel.cutMs + panel.fadeMs / 2)]
    body += polygon(
      [
        [from, firstTop + lineHeight],
        [to, firstTop + lineHeight],
        [from, cutBottom],
        [to, cutBottom],
      ],
      'red',
    )
  }
  const wrapped = panel.labels.flatMap((label) => wrapWords(label, width))
  return { body: body + names + lines(x, bottom + 30, wrapped), bottom: bottom + 8 + wrapped.length * lineHeight }
}

/** A struck head: room tone before it, then a fast attack and a slower decay. */
function waveform(
  track: { movedMs: number; gain: number; delayMs: number },
  at: (ms: number) => number,
  middle: number,
): Point[] {
  return Array.from({ length: 301 }, (_, index): Point => {
    const ms = fromMs + ((toMs - fromMs) * index) / 300
    const since = ms - track.movedMs - track.delayMs
    const tone = 2.2 * Math.sin(ms * 2.1) + 1.4 * Math.sin(ms * 3.7 + 1)
    const hit =
      since < 0 ? 0 : 48 * track.gain * Math.min(1, since / 1.5) * Math.exp(-since / 11) * Math.sin(since * 1.25)
    return [at(ms), middle - Math.max(-52, Math.min(52, tone + hit))]
  })
}
