/** Time runs down, as on a phone: lanes with bars, points with words, lines across. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, words } from '../kind.ts'
import { circle, line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const fills = v.picklist(['plain', 'heavy', 'hatch', 'dots', 'slack'])

export const schedule = defineKind(
  {
    from: number,
    to: number,
    /** Height of one unit of time on the canvas. */
    unit: number,
    axisWidth: v.optional(number, 92),
    ticks: v.array(v.strictObject({ at: number, text: words, across: v.optional(v.boolean(), true) })),
    lanes: v.array(v.strictObject({ name: v.optional(words), share: v.optional(number, 1) })),
    bars: v.array(
      v.strictObject({
        lane: number,
        from: number,
        to: number,
        text: v.optional(words),
        fill: v.optional(fills, 'plain'),
      }),
    ),
    points: v.optional(
      v.array(v.strictObject({ lane: number, at: number, text: words, heavy: v.optional(v.boolean(), false) })),
      [],
    ),
    rules: v.optional(v.array(v.strictObject({ at: number, text: words, below: v.optional(v.boolean(), false) })), []),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const heads = data.lanes.map((lane) => lane.name).filter((name) => name !== undefined)
    const plotTop = top + (heads.length > 0 ? lineHeight + 16 : 14)
    const at = (time: number) => plotTop + (time - data.from) * data.unit
    const bottom = at(data.to)
    const left = margin + data.axisWidth
    const shares = data.lanes.reduce((sum, lane) => sum + lane.share, 0)
    const gap = 12
    const widthOfLane = (share: number) => ((margin + innerWidth - left + gap) * share) / shares
    const edges: { x: number; width: number }[] = []
    for (const lane of data.lanes) {
      const before = edges.at(-1)
      edges.push({ x: before ? before.x + before.width + gap : left, width: widthOfLane(lane.share) - gap })
    }
    const laneAt = (lane: number) => edges[lane - 1] ?? { x: left, width: innerWidth - data.axisWidth }
    let body = ''
    for (const tick of data.ticks) {
      if (tick.across) body += line(left - 12, at(tick.at), margin + innerWidth, at(tick.at), 'hair')
      body += text(left - 18, at(tick.at) + 8, tick.text, 'e n q')
    }
    body += line(left - 8, plotTop, left - 8, bottom)
    for (const [index, lane] of data.lanes.entries())
      if (lane.name !== undefined) body += text(laneAt(index + 1).x, top + 20, lane.name, 'b')
    for (const bar of data.bars) body += drawBar(bar, laneAt(bar.lane), at)
    for (const rule of data.rules) {
      body += line(left - 12, at(rule.at), margin + innerWidth, at(rule.at), 'red dash')
      body += text(margin + innerWidth, at(rule.at) + (rule.below ? 26 : -8), rule.text, 'e r h')
    }
    for (const point of data.points) body += drawPoint(point, laneAt(point.lane), at)
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, bottom + 42, wrapped, 'q')
    return { body, bottom: bottom + (wrapped.length > 0 ? 24 + wrapped.length * lineHeight : 12) }
  },
)

interface Lane {
  readonly x: number
  readonly width: number
}

function drawBar(
  bar: { from: number; to: number; text?: string | undefined; fill: v.InferOutput<typeof fills> },
  lane: Lane,
  at: (time: number) => number,
): string {
  const box = { ...lane, y: at(bar.from) + 1.5, height: at(bar.to) - at(bar.from) - 3 }
  const style = { plain: 'box', heavy: 'heavy', hatch: 'box', dots: 'box', slack: 'hollow dash' }[bar.fill]
  const pattern = bar.fill === 'hatch' || bar.fill === 'dots' ? rect({ ...box, width: 18 }, `pattern:${bar.fill}`) : ''
  const inset = pattern === '' ? 10 : 28
  if (bar.text === undefined) return rect(box, style) + pattern
  const isBold = bar.fill === 'heavy'
  const wrapped = wrapWords(bar.text, lane.width - inset - 4, isBold ? 'bold' : 'sans')
  // Centred where it fits tightly, at the head of the bar where there is room.
  const spare = box.height - wrapped.length * lineHeight
  const first = box.y + (spare < 24 ? spare / 2 : 6) + 21
  return rect(box, style) + pattern + lines(lane.x + inset, first, wrapped, isBold ? 'b' : '')
}

function drawPoint(
  point: { at: number; text: string; heavy: boolean },
  lane: Lane,
  at: (time: number) => number,
): string {
  const y = at(point.at)
  const wrapped = wrapWords(point.text, lane.width - 28, point.heavy ? 'bold' : 'sans')
  const mark = point.heavy ? circle(lane.x + 2, y, 9, 'redfill') : circle(lane.x + 2, y, 6, 'ink')
  return mark + lines(lane.x + 22, y + 8, wrapped, point.heavy ? 'b h' : 'h')
}
