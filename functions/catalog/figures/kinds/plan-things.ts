/** What may stand in a plan view. Angles count clockwise from "up" on the canvas. */
import * as v from 'valibot'
import { number, pair, words } from '../kind.ts'
import { arrow, circle, line, type Point, path, polygon, rect, round, text } from '../paint.ts'

const turned = { at: pair, facing: v.optional(number, 0) }
const label = {
  text: v.optional(words),
  textAt: v.optional(pair),
  anchor: v.optional(v.picklist(['start', 'middle', 'end']), 'middle'),
}

export const thingSchema = v.union([
  v.strictObject({ speaker: v.strictObject({ ...turned, ...label }) }),
  v.strictObject({ head: v.strictObject({ ...turned, ...label }) }),
  v.strictObject({ mic: v.strictObject({ ...turned, ...label, pattern: v.picklist(['omni', 'cardioid', 'eight']) }) }),
  v.strictObject({ source: v.strictObject({ at: pair, ...label }) }),
  v.strictObject({ wall: v.strictObject({ from: pair, to: pair, ...label }) }),
  v.strictObject({ desk: v.strictObject({ from: pair, to: pair, ...label }) }),
  v.strictObject({
    ray: v.strictObject({
      through: v.pipe(v.array(pair), v.minLength(2, 'It has one point only.')),
      dashed: v.optional(v.boolean(), false),
      ...label,
    }),
  }),
  v.strictObject({ span: v.strictObject({ from: pair, to: pair, ...label }) }),
  v.strictObject({ angle: v.strictObject({ at: pair, from: number, to: number, radius: number, ...label }) }),
  v.strictObject({ point: v.strictObject({ at: pair, ...label }) }),
  v.strictObject({ words: v.strictObject({ ...label }) }),
])

type Thing = v.InferOutput<typeof thingSchema>
type Place = (point: readonly [number, number]) => Point

/** Answers: the thing drawn where `at` puts it, with its words. */
export function drawThing(thing: Thing, at: Place, scale: number): string {
  return drawShape(thing, at, scale) + drawWords(Object.values(thing)[0] as Labelled, at)
}

interface Labelled {
  readonly text?: string | undefined
  readonly textAt?: readonly [number, number] | undefined
  readonly anchor: 'start' | 'middle' | 'end'
}

function drawWords({ text: words, textAt, anchor }: Labelled, at: Place): string {
  if (words === undefined || textAt === undefined) return ''
  return text(...at(textAt), words, { start: 'h', middle: 'm h', end: 'e h' }[anchor])
}

function drawShape(thing: Thing, at: Place, scale: number): string {
  if ('speaker' in thing) return speaker(at(thing.speaker.at), thing.speaker.facing)
  if ('head' in thing) return head(at(thing.head.at), thing.head.facing)
  if ('mic' in thing) return mic(at(thing.mic.at), thing.mic.facing, thing.mic.pattern)
  if ('source' in thing) return circle(...at(thing.source.at), 11, 'ink')
  if ('wall' in thing) return wall(at(thing.wall.from), at(thing.wall.to))
  if ('desk' in thing) {
    const [from, to] = [at(thing.desk.from), at(thing.desk.to)]
    return rect({ x: from[0], y: from[1], width: to[0] - from[0], height: to[1] - from[1] }, 'box')
  }
  if ('ray' in thing) {
    const points = thing.ray.through.map(at)
    const style = thing.ray.dashed ? 'line dash' : 'thin'
    return points
      .slice(1)
      .map((to, index) => {
        const from = points[index] as Point
        return index === points.length - 2 && thing.ray.dashed ? arrow(from, to, style) : line(...from, ...to, style)
      })
      .join('')
  }
  if ('span' in thing) return span(at(thing.span.from), at(thing.span.to))
  if ('angle' in thing) return arc(at(thing.angle.at), thing.angle, scale)
  if ('point' in thing) return circle(...at(thing.point.at), 9, 'redfill')
  return ''
}

function turn([x, y]: Point, degrees: number, shape: readonly Point[]): Point[] {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return shape.map(([right, down]): Point => [x + right * cosine - down * sine, y + right * sine + down * cosine])
}

function speaker(at: Point, facing: number): string {
  const cabinet = turn(at, facing, [
    [-26, 0],
    [26, 0],
    [26, 40],
    [-26, 40],
  ])
  const cone = turn(at, facing, [
    [-16, 3],
    [16, 3],
    [8, 16],
    [-8, 16],
  ])
  return polygon(cabinet, 'heavy') + polygon(cone, 'ink')
}

function head(at: Point, facing: number): string {
  return (
    polygon(
      turn(at, facing, [
        [-9, -20],
        [0, -36],
        [9, -20],
      ]),
      'heavy',
    ) + circle(...at, 25, 'heavy')
  )
}

/** The capsule, a stroke along its axis, and its pattern as a thin outline. */
function mic(at: Point, facing: number, pattern: 'omni' | 'cardioid' | 'eight'): string {
  const share = { omni: 1, cardioid: 0.5, eight: 0 }[pattern]
  const outline = Array.from({ length: 73 }, (_, index): Point => {
    const angle = (index * 5 * Math.PI) / 180
    const reach = 44 * Math.abs(share + (1 - share) * Math.cos(angle))
    return [reach * Math.sin(angle), -reach * Math.cos(angle)]
  })
  const tip = turn(at, facing, [[0, -58]])[0] as Point
  const body = pattern === 'omni' ? [] : [arrow(at, tip, 's1 curve')]
  return polygon(turn(at, facing, outline), 's1 dash') + body.join('') + circle(...at, 10, 'ink')
}

/** A line with strokes behind it, on the left as one walks from its beginning to its end. */
function wall(from: Point, to: Point): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const [right, down] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const strokes = Array.from({ length: Math.floor(length / 16) }, (_, index) => {
    const [x, y] = [from[0] + right * 16 * (index + 0.5), from[1] + down * 16 * (index + 0.5)]
    return line(x, y, x + 9 * (down + right * 0.5), y + 9 * (down * 0.5 - right), 'line')
  })
  return strokes.join('') + line(...from, ...to, 'bold')
}

function span(from: Point, to: Point): string {
  const isUpright = Math.abs(to[0] - from[0]) < Math.abs(to[1] - from[1])
  const ends = [from, to].map(([x, y]) =>
    isUpright ? line(x - 8, y, x + 8, y, 'thin') : line(x, y - 8, x, y + 8, 'thin'),
  )
  return line(...from, ...to, 'thin') + ends.join('')
}

function arc([x, y]: Point, { from, to, radius }: { from: number; to: number; radius: number }, scale: number): string {
  const reach = radius * scale
  const end = (degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180
    return `${round(x + reach * Math.cos(angle))} ${round(y + reach * Math.sin(angle))}`
  }
  return path(
    `M${end(from)}A${round(reach)} ${round(reach)} 0 ${Math.abs(to - from) > 180 ? 1 : 0} 1 ${end(to)}`,
    'red',
  )
}
