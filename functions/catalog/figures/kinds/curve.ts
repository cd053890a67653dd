/** Curves over two axes, computed from the formula that each of them names. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, pair, words } from '../kind.ts'
import {
  type Box,
  circle,
  line,
  lineHeight,
  lines,
  type Point,
  paragraph,
  polyline,
  rect,
  text,
  widthOf,
} from '../paint.ts'
import { wrapWords } from '../text-width.ts'
import { type Curve, curveOf, formulaSchema } from './formula.ts'

const axisSchema = v.strictObject({
  label: words,
  from: number,
  to: number,
  ticks: v.array(v.union([number, v.tuple([number, v.string()])])),
  scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
})

const panelSchema = v.strictObject({
  name: v.optional(words),
  height: v.optional(number, 380),
  x: axisSchema,
  y: axisSchema,
  series: v.array(
    v.strictObject({
      letter: words,
      label: words,
      formula: formulaSchema,
      from: v.optional(number),
      to: v.optional(number),
      /** Where on the curve its letter stands, in the unit of x. */
      letterAt: number,
      letterSide: v.optional(v.picklist(['above', 'below', 'left', 'right']), 'above'),
    }),
  ),
  /** Uprights from the floor of the plot to `[x, y]`. */
  stems: v.optional(v.array(pair), []),
  marks: v.optional(
    v.array(
      v.strictObject({
        /** A dot at `[x, y]`; `on: A` computes y from that series. */
        at: v.optional(pair),
        on: v.optional(words),
        x: v.optional(number),
        y: v.optional(number),
        text: v.optional(words),
        /** Where the words stand, in the units of the axes. */
        textAt: v.optional(pair),
        anchor: v.optional(v.picklist(['start', 'middle', 'end']), 'middle'),
        decimals: v.optional(number, 1),
      }),
    ),
    [],
  ),
})

type Panel = v.InferOutput<typeof panelSchema>
type Axis = v.InferOutput<typeof axisSchema>

const strokes = ['s1 curve', 's5 curve dash', 's3 curve dot', 's4 curve mixed'] as const
const letterShift: Readonly<Record<string, Point>> = {
  above: [0, -14],
  below: [0, 30],
  left: [-18, 7],
  right: [18, 7],
}

export const curve = defineKind(
  { panels: v.pipe(v.array(panelSchema), v.minLength(1, 'It has no panel.')), notes: v.optional(v.array(words), []) },
  ({ panels, notes }): Drawing => {
    let body = ''
    let y = top
    for (const panel of panels) {
      const drawn = drawPanel(panel, y)
      body += drawn.body
      y = drawn.bottom + 34
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y - 2, wrapped, 'q')
    return { body, bottom: y - 34 + (wrapped.length > 0 ? 10 + wrapped.length * lineHeight : 0) }
  },
)

function drawPanel(panel: Panel, upper: number): Drawing {
  const heading = [panel.name, panel.y.label].filter((part) => part !== undefined)
  let body = heading
    .map((part, index) => text(margin, upper + 20 + index * lineHeight, part, index < heading.length - 1 ? 'b' : 'q'))
    .join('')
  const plotTop = upper + heading.length * lineHeight + 12
  const left = margin + Math.max(...panel.y.ticks.map((tick) => widthOf(tickWords(tick), 'n'))) + 12
  const plot = { x: left, y: plotTop, width: margin + innerWidth - left, height: panel.height }
  const atX = place(panel.x, plot.x, plot.x + plot.width)
  const atY = place(panel.y, plot.y + plot.height, plot.y)
  body += drawAxes(panel, plot, { atX, atY })
  const curves = panel.series.map((series) => curveOf(series.formula))
  for (const [index, series] of panel.series.entries()) {
    const found = curves[index] as Curve
    const points = sample(panel, series, found)
    body += polyline(
      points.map(([x, y]): Point => [atX(x), atY(y)]),
      strokes[index % strokes.length] as string,
    )
    const [right, down] = letterShift[series.letterSide] as Point
    body += text(atX(series.letterAt) + right, atY(found.at(series.letterAt)) + down, series.letter, 'm b h')
  }
  for (const [x, y] of panel.stems) body += line(atX(x), plot.y + plot.height, atX(x), atY(y), 'bold')
  for (const mark of panel.marks) {
    const index = panel.series.findIndex((series) => series.letter === mark.on)
    body += drawMark(mark, curves[index], { atX, atY }, plot)
  }
  const below = plot.y + plot.height + lineHeight + 8
  body += text(margin + innerWidth, below + lineHeight + 2, panel.x.label, 'e q')
  return drawLegend(panel, body, below + lineHeight + 14)
}

function drawAxes(panel: Panel, plot: Box, at: Places): string {
  let body = rect(plot, 'field')
  for (const tick of panel.y.ticks) {
    const y = at.atY(tickValue(tick))
    body += line(plot.x, y, plot.x + plot.width, y, 'hair') + text(plot.x - 10, y + 8, tickWords(tick), 'e n q')
  }
  for (const tick of panel.x.ticks) {
    const x = at.atX(tickValue(tick))
    const label = tickWords(tick)
    const half = widthOf(label, 'n') / 2
    const centre = Math.min(Math.max(x, margin + half), margin + innerWidth - half)
    body += line(x, plot.y, x, plot.y + plot.height, 'hair') + text(centre, plot.y + plot.height + 34, label, 'm n q')
  }
  const isZeroInside = panel.y.from < 0 && panel.y.to > 0
  const base = isZeroInside ? at.atY(0) : plot.y + plot.height
  return body + line(plot.x, base, plot.x + plot.width, base) + line(plot.x, plot.y, plot.x, plot.y + plot.height)
}

interface Places {
  readonly atX: (value: number) => number
  readonly atY: (value: number) => number
}

function drawMark(mark: Panel['marks'][number], on: Curve | undefined, at: Places, plot: Box): string {
  const x = mark.at?.[0] ?? mark.x
  const y = mark.at?.[1] ?? mark.y ?? (on && x !== undefined ? on.at(x) : undefined)
  const isDot = mark.at !== undefined || mark.on !== undefined
  const body = isDot ? circle(at.atX(x ?? 0), at.atY(y ?? 0), 6, 'ink') : drawRules({ x, y }, at, plot)
  if (mark.text === undefined || mark.textAt === undefined) return body
  const anchor = { start: 'h', middle: 'm h', end: 'e h' }[mark.anchor]
  // The number is computed, so that it cannot differ from the curve it stands on.
  const label = mark.text.replace('{y}', figure(y ?? 0, mark.decimals)).replace('{x}', figure(x ?? 0))
  return body + text(at.atX(mark.textAt[0]), at.atY(mark.textAt[1]), label, anchor)
}

/** Across the whole plot, where a mark names only x or only y. */
function drawRules({ x, y }: { x?: number | undefined; y?: number | undefined }, at: Places, plot: Box): string {
  const upright = x === undefined ? '' : line(at.atX(x), plot.y, at.atX(x), plot.y + plot.height, 'red dash')
  const level = y === undefined ? '' : line(plot.x, at.atY(y), plot.x + plot.width, at.atY(y), 'red dash')
  return upright + level
}

function drawLegend(panel: Panel, plotted: string, from: number): Drawing {
  let body = plotted
  let y = from + 8
  for (const [index, series] of panel.series.entries()) {
    const label = paragraph(margin + 104, y, innerWidth - 104, series.label)
    body += line(margin, y + 14, margin + 60, y + 14, strokes[index % strokes.length])
    body += text(margin + 82, y + 21, series.letter, 'm b') + label.svg
    y += label.height + 6
  }
  return { body, bottom: y }
}

/** Answers: points close enough to look like a curve, held inside the plot. */
function sample(panel: Panel, series: Panel['series'][number], found: Curve): Point[] {
  const count = 600
  const { x, y } = panel
  const [from, to] = [series.from ?? x.from, series.to ?? x.to]
  const along = (share: number) => (x.scale === 'log' ? from * (to / from) ** share : from + (to - from) * share)
  const plain = Array.from({ length: count + 1 }, (_, index) => along(index / count))
  const jumps = found.jumps.flatMap((jump) => [jump - 1e-6, jump])
  const held = (value: number) => Math.min(Math.max(value, Math.min(y.from, y.to)), Math.max(y.from, y.to))
  return [...plain, ...jumps].sort((one, other) => one - other).map((value): Point => [value, held(found.at(value))])
}

function place(axis: Axis, start: number, end: number): (value: number) => number {
  const scaled = axis.scale === 'log' ? Math.log : (value: number) => value
  const [from, to] = [scaled(axis.from), scaled(axis.to)]
  return (value) => start + ((end - start) * (scaled(value) - from)) / (to - from)
}

function tickValue(tick: Axis['ticks'][number]): number {
  return typeof tick === 'number' ? tick : tick[0]
}

function tickWords(tick: Axis['ticks'][number]): string {
  return typeof tick === 'number' ? figure(tick) : tick[1]
}
