/** Boxes of words one below the other, in groups, with a line across where something changes. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const itemSchema = v.strictObject({
  mark: v.optional(words),
  head: v.optional(words),
  text: v.optional(words),
  quiet: v.optional(words),
  heavy: v.optional(v.boolean(), false),
  /** Stands on a line above the item. */
  rule: v.optional(words),
})

const groupSchema = v.strictObject({
  name: v.optional(words),
  /** Two such groups in a row stand side by side. */
  half: v.optional(v.boolean(), false),
  items: v.array(itemSchema),
})

type Item = v.InferOutput<typeof itemSchema>
type Group = v.InferOutput<typeof groupSchema>

export const list = defineKind(
  { groups: v.array(groupSchema), notes: v.optional(v.array(words), []) },
  ({ groups, notes }): Drawing => {
    const halfWidth = innerWidth / 2 - 8
    let body = ''
    let y = top
    let rowTop = y
    let isRight = false
    for (const group of groups) {
      const width = group.half ? halfWidth : innerWidth
      const x = isRight ? margin + halfWidth + 16 : margin
      if (!isRight) rowTop = y
      const drawn = drawGroup(group, x, rowTop, width)
      body += drawn.body
      y = isRight ? Math.max(y, drawn.bottom + 20) : drawn.bottom + 20
      isRight = group.half && !isRight
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 14, wrapped, 'q')
    return { body, bottom: y - 20 + (wrapped.length > 0 ? 14 + wrapped.length * lineHeight : 0) }
  },
)

function drawGroup(group: Group, x: number, upper: number, width: number): Drawing {
  let body = ''
  let y = upper
  if (group.name !== undefined) {
    body += text(x, y + 20, group.name, 'b')
    y += lineHeight + 8
  }
  for (const [index, item] of group.items.entries()) {
    if (item.rule !== undefined) {
      body += drawRule(x, y + 18, width, item.rule)
      y += 44
    } else if (index > 0) y += 8
    const drawn = drawItem(item, x, y, width)
    body += drawn.body
    y = drawn.bottom
  }
  return { body, bottom: y }
}

function drawRule(x: number, y: number, width: number, words: string): string {
  const half = widthOf(words) / 2 + 8
  const middle = x + width / 2
  return (
    line(x, y, middle - half, y, 'red dash') +
    line(middle + half, y, x + width, y, 'red dash') +
    text(middle, y + 8, words, 'm r')
  )
}

function drawItem(item: Item, x: number, y: number, width: number): Drawing {
  const inset = item.mark === undefined ? 12 : Math.max(40, widthOf(item.mark, 'n b') + 26)
  const room = width - inset - 10
  const parts = [
    ...wrapped(item.head, room, 'b'),
    ...wrapped(item.text, room, item.heavy ? 'b' : ''),
    ...wrapped(item.quiet, room, 'q'),
  ]
  const height = parts.length * lineHeight + 14
  const mark = item.mark === undefined ? '' : text(x + 13, y + 28, item.mark, 'n b')
  const words = parts.map(({ line, style }, row) => text(x + inset, y + 28 + row * lineHeight, line, style))
  return {
    body: rect({ x, y, width, height }, item.heavy ? 'heavy' : 'box') + mark + words.join(''),
    bottom: y + height,
  }
}

function wrapped(words: string | undefined, width: number, style: string): { line: string; style: string }[] {
  if (words === undefined) return []
  return wrapWords(words, width, style === 'b' ? 'bold' : 'sans').map((line) => ({ line, style }))
}
