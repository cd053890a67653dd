/** Rows by columns of short cells, some of them marked, with a path through them if wanted. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, words } from '../kind.ts'
import { line, lineHeight, lines, type Point, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

export const grid = defineKind(
  {
    labelWidth: v.optional(number, 150),
    rowHeight: v.optional(number, 52),
    columns: v.array(words),
    rows: v.array(
      v.strictObject({
        name: words,
        cells: v.array(v.string()),
        /** Cells to mark, counted from 1. */
        marked: v.optional(v.array(number), []),
      }),
    ),
    /** Joins the marked cells from row to row. */
    path: v.optional(v.boolean(), false),
    before: v.optional(words),
    after: v.optional(words),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const left = margin + data.labelWidth
    const step = (margin + innerWidth - left) / data.columns.length
    const headTop = data.before === undefined ? top : top + lineHeight + 6
    const first = headTop + lineHeight + 14
    let body = data.before === undefined ? '' : text(margin, top + 20, data.before, 'q')
    for (const [index, name] of data.columns.entries())
      body += text(left + step * (index + 0.5), headTop + 20, name, 'm b')
    const marks: Point[] = []
    let cells = ''
    for (const [row, entry] of data.rows.entries()) {
      const y = first + row * data.rowHeight
      body +=
        line(margin, y, margin + innerWidth, y, 'hair') + text(margin, y + data.rowHeight / 2 + 8, entry.name, 'b')
      for (const [column, words] of entry.cells.entries()) {
        const isMarked = entry.marked.includes(column + 1)
        const x = left + step * column
        if (isMarked) {
          marks.push([x + step / 2, y + data.rowHeight / 2])
          cells += rect({ x: x + 4, y: y + 5, width: step - 8, height: data.rowHeight - 10 }, 'heavy')
        }
        cells += text(x + step / 2, y + data.rowHeight / 2 + 8, words, isMarked ? 'm b' : 'm q')
      }
    }
    if (data.path) body += polyline(marks, 'red')
    body += cells
    const bottom = first + data.rows.length * data.rowHeight
    body += line(margin, bottom, margin + innerWidth, bottom, 'hair')
    const wrapped = [...(data.after === undefined ? [] : [data.after]), ...data.notes].flatMap((note) =>
      wrapWords(note, innerWidth),
    )
    body += lines(margin, bottom + 28, wrapped, 'q')
    return { body, bottom: bottom + wrapped.length * lineHeight + 4 }
  },
)
