/** A few columns of words, row by row; the name of a row stands above it, so that the columns get the whole width. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

export const columns = defineKind(
  {
    heads: v.pipe(v.array(words), v.maxLength(3, 'It has more than three columns.')),
    rows: v.array(v.strictObject({ name: words, cells: v.array(words) })),
    notes: v.optional(v.array(words), []),
  },
  ({ heads, rows, notes }): Drawing => {
    const step = (innerWidth + 12) / heads.length
    const width = step - 12
    let body = heads.map((head, index) => text(margin + step * index, top + 20, head, 'b')).join('')
    let y = top + lineHeight + 8
    for (const row of rows) {
      const cells = row.cells.map((cell) => wrapWords(cell, width - 16))
      const height = Math.max(...cells.map((cell) => cell.length)) * lineHeight + 14
      body += line(margin, y, margin + innerWidth, y) + text(margin, y + 28, row.name, 'q')
      y += lineHeight + 12
      for (const [index, cell] of cells.entries()) {
        body +=
          rect({ x: margin + step * index, y, width, height }, 'box') + lines(margin + step * index + 10, y + 28, cell)
      }
      y += height + 14
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 21, wrapped, 'q')
    return { body, bottom: y + wrapped.length * lineHeight - 6 }
  },
)
