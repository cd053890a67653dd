/** Time runs down, as on a phone: lanes with bars, points with words, lines across. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, words } from '../kind.ts'
import { assertRoom, circle, line, lineHeight, lines, rect, text } from '../paint.ts'
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
    const hasHeads = data.lanes.some((lane) => lane.name !== undefined)
    const plotTop = top + (hasHeads ? lineHeight + 16 : 14)
    const at = (time: number) => plotTop + (time - data.from) * data.unit
    const bottom = at(data.to)
    const left = margin + data.axisWidth
    const lanes = placeLanes(data.lanes, left)
    const laneOf = ({ lane }: { lane: number }) => lanes[lane - 1] ?? { x: left, width: innerWidth - data.axisWidth }
    const heads = data.lanes.map(({ name }, index) => text(lanes[index]?.x ?? left, top + 20, name ?? '', 'b'))
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    const body = [
      ...data.ticks.map((tick) => drawTick(tick, left, at(tick.at))),
      line(left - 8, plotTop, left - 8, bottom),
      ...(hasHeads ? heads : []),
      ...data.bars.map((bar) => drawBar(bar, laneOf(bar), at)),
      ...data.rules.map((rule) => drawRule(rule, left, at(rule.at))),
      ...data.points.map((point) => drawPoint(point, laneOf(point), at)),
      lines(margin, bottom + 42, wrapped, 'q'),
    ]
    return { body: body.join(''), bottom: bottom + (wrapped.length > 0 ? 24 + wrapped.length * lineHeight : 12) }
  },
)

/** Side by side, each by its share of the width. */
function placeLanes(lanes: readonly { share: number }[], left: number): readonly Lane[] {
  const gap = 12
  const shares = lanes.reduce((sum, lane) => sum + lane.share, 0)
  const unit = (margin + innerWidth - left + gap) / shares
  let x = left
  return lanes.map(({ share }) => {
    const lane = { x, width: unit * share - gap }
    x += unit * share
    return lane
  })
}

function drawTick(tick: { text: string; across: boolean }, left: number, y: number): string {
  const across = tick.across ? line(left - 12, y, margin + innerWidth, y, 'hair') : ''
  return across + text(left - 18, y + 8, tick.text, 'e n q')
}

function drawRule(rule: { text: string; below: boolean }, left: number, y: number): string {
  const words = text(margin + innerWidth, y + (rule.below ? 26 : -8), rule.text, 'e r h')
  return line(left - 12, y, margin + innerWidth, y, 'red dash') + words
}

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
  assertRoom(bar.text, wrapped, box.height)
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
