/** Folders within folders, as a list with elbows. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { line, lineHeight, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

interface Item {
  readonly name: string
  readonly note?: string | undefined
  readonly items?: Item[] | undefined
}

const itemSchema: v.GenericSchema<Item> = v.strictObject({
  name: words,
  note: v.optional(words),
  items: v.optional(v.array(v.lazy(() => itemSchema))),
})

const indent = 34

export const tree = defineKind(
  { root: itemSchema, notes: v.optional(v.array(words), []) },
  ({ root, notes }): Drawing => {
    const drawn = drawItem(root, 0, top)
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    const body = wrapped.map((line, index) => text(margin, drawn.bottom + 34 + index * lineHeight, line, 'q'))
    return {
      body: drawn.body + body.join(''),
      bottom: drawn.bottom + (wrapped.length > 0 ? 16 + wrapped.length * lineHeight : 0),
    }
  },
)

/** The name in monospace; its note beside it, or below where the line is too short. */
function drawItem(item: Item, depth: number, upper: number): Drawing {
  const x = margin + depth * indent
  const isFolder = item.items !== undefined
  let body = text(x, upper + 21, item.name, isFolder ? 'n b' : 'n')
  let y = upper + lineHeight + 6
  if (item.note !== undefined) {
    const beside = x + widthOf(item.name, isFolder ? 'n b' : 'n') + 18
    const fits = beside + widthOf(item.note) <= margin + innerWidth
    const below = wrapWords(item.note, margin + innerWidth - x - indent)
    body += fits
      ? text(beside, upper + 21, item.note, 'q')
      : below.map((line, index) => text(x + indent, y + 16 + index * lineHeight, line, 'q')).join('')
    if (!fits) y += below.length * lineHeight
  }
  let lastChild = y
  for (const child of item.items ?? []) {
    lastChild = y + 14
    body += line(x + 8, lastChild, x + indent - 6, lastChild)
    const drawn = drawItem(child, depth + 1, y)
    body += drawn.body
    y = drawn.bottom
  }
  if (item.items && item.items.length > 0) body += line(x + 8, upper + lineHeight + 2, x + 8, lastChild)
  return { body, bottom: y }
}
