/** Nodes on a grid and the links between them, as one or several maps below each other. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, pair, words } from '../kind.ts'
import { arrowHead, type Box, centred, lineHeight, type Point, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const nodeSchema = v.strictObject({
  id: words,
  text: words,
  /** Column and row, counted from 0; halves are allowed. */
  at: pair,
  /** In columns. */
  width: v.optional(number, 1),
  height: v.optional(number),
  heavy: v.optional(v.boolean(), false),
  plain: v.optional(v.boolean(), false),
})

const linkSchema = v.strictObject({
  from: words,
  to: words,
  text: v.optional(words),
  dashed: v.optional(v.boolean(), false),
  both: v.optional(v.boolean(), false),
  /** Where along its width, from 0 to 1, it leaves and arrives. */
  leave: v.optional(number, 0.5),
  arrive: v.optional(number, 0.5),
  bend: v.optional(number, 0.5),
})

const mapSchema = v.strictObject({
  name: v.optional(words),
  columns: number,
  rowHeight: v.optional(number, 116),
  nodeHeight: v.optional(number, 70),
  nodes: v.array(nodeSchema),
  links: v.array(linkSchema),
})

export const flow = defineKind(
  { maps: v.array(mapSchema), notes: v.optional(v.array(words), []) },
  ({ maps, notes }): Drawing => {
    let body = ''
    let y = top
    for (const map of maps) {
      const drawn = drawMap(map, y)
      body += drawn.body
      y = drawn.bottom + 34
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += wrapped.map((words, index) => text(margin, y + 4 + index * lineHeight, words, 'q')).join('')
    return { body, bottom: wrapped.length > 0 ? y - 20 + wrapped.length * lineHeight : y - 34 }
  },
)

function drawMap(map: v.InferOutput<typeof mapSchema>, upper: number): Drawing {
  const gap = 20
  const step = (innerWidth + gap) / map.columns
  const head = map.name === undefined ? 0 : lineHeight + 12
  const firstRow = Math.min(...map.nodes.map((node) => node.at[1]))
  const boxOf = (node: v.InferOutput<typeof nodeSchema>): Box => ({
    x: margin + step * node.at[0],
    y: upper + head + map.rowHeight * (node.at[1] - firstRow),
    width: step * node.width - gap,
    height: node.height ?? map.nodeHeight,
  })
  const boxes = new Map(map.nodes.map((node) => [node.id, boxOf(node)]))
  const links = map.links.map((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)]
    if (!from || !to) throw new UnknownNode(link.from, link.to)
    return drawLink(link, from, to)
  })
  const nodes = map.nodes.map((node) => {
    const box = boxOf(node)
    const frame = node.plain ? '' : rect(box, node.heavy ? 'heavy' : 'box')
    return frame + centred(box, node.text, node.heavy ? 'b' : '')
  })
  const title = map.name === undefined ? '' : text(margin, upper + 20, map.name, 'b')
  const lowest = Math.max(...[...boxes.values()].map((box) => box.y + box.height))
  return {
    body: title + links.map(({ path }) => path).join('') + nodes.join('') + links.map(({ label }) => label).join(''),
    bottom: lowest,
  }
}

class UnknownNode extends Error {
  override readonly name = 'UnknownNode'
  constructor(from: string, to: string) {
    super(`A link runs from "${from}" to "${to}", and one of them is no node. Give both as the id of a node.`)
  }
}

function drawLink(link: v.InferOutput<typeof linkSchema>, from: Box, to: Box): { path: string; label: string } {
  const points = isLevel(from, to) ? sideways(from, to) : downwards(link, from, to)
  const [first, last] = [points[0] as Point, points.at(-1) as Point]
  const heads = arrowHead(points.at(-2) as Point, last) + (link.both ? arrowHead(points[1] as Point, first) : '')
  const path = polyline(points, link.dashed ? 'thin dash' : 'thin') + heads
  if (link.text === undefined) return { path, label: '' }
  const [before, after] = points.length > 2 ? [points[1] as Point, points[2] as Point] : [first, last]
  const [x, y] = [(before[0] + after[0]) / 2, (before[1] + after[1]) / 2]
  const onSide = points.length === 2 && before[0] === after[0]
  return { path, label: onSide ? text(x + 12, y + 4, link.text, 'h') : text(x, y + 7, link.text, 'm h') }
}

function isLevel(from: Box, to: Box): boolean {
  return Math.abs(from.y - to.y) < 10
}

function sideways(from: Box, to: Box): Point[] {
  const y = from.y + from.height / 2
  return from.x < to.x
    ? [
        [from.x + from.width, y],
        [to.x, y],
      ]
    : [
        [from.x, y],
        [to.x + to.width, y],
      ]
}

function downwards(link: { leave: number; arrive: number; bend: number }, from: Box, to: Box): Point[] {
  const isDown = from.y < to.y
  const start: Point = [from.x + from.width * link.leave, isDown ? from.y + from.height : from.y]
  const end: Point = [to.x + to.width * link.arrive, isDown ? to.y : to.y + to.height]
  const bend = start[1] + (end[1] - start[1]) * link.bend
  return Math.abs(start[0] - end[0]) < 2 ? [start, [start[0], end[1]]] : [start, [start[0], bend], [end[0], bend], end]
}
