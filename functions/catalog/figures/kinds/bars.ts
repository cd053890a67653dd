/** Rows with a bar each: how much of something falls to each name. A stretch of rows may be bracketed. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { line, lineHeight, lines, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const rowHeight = 34

export const bars = defineKind(
  {
    unit: words,
    decimals: v.optional(number, 0),
    labelWidth: v.optional(number, 66),
    rows: v.array(
      v.strictObject({ name: words, value: number, fill: v.optional(v.picklist(['full', 'half']), 'full') }),
    ),
    brackets: v.optional(v.array(v.strictObject({ from: words, to: words, text: words })), []),
    key: v.optional(v.strictObject({ full: words, half: words })),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const left = margin + data.labelWidth
    const bracketWidth = data.brackets.length > 0 ? 180 : 0
    const most = Math.max(...data.rows.map((row) => row.value))
    const full = innerWidth - data.labelWidth - bracketWidth - 76
    const first = top + lineHeight + 8
    let body = text(left, top + 20, data.unit, 'q')
    for (const [index, row] of data.rows.entries()) {
      const y = first + index * rowHeight
      const width = (full * row.value) / most
      body += text(left - 10, y + 25, row.name, 'e n') + line(left, y + rowHeight, left + full, y + rowHeight, 'hair')
      if (row.value === 0) continue
      const box = { x: left, y: y + 6, width, height: rowHeight - 10 }
      body += rect(box, row.fill === 'full' ? 'ink' : 'pattern:hatch') + rect(box, 'thin')
      body += text(left + width + 10, y + 25, figure(row.value, data.decimals), 'n')
    }
    const bottom = first + data.rows.length * rowHeight
    body += line(left, first, left, bottom)
    for (const bracket of data.brackets)
      body += drawBracket(
        bracket,
        data.rows.map((row) => row.name),
        first,
      )
    let y = bottom + 12
    for (const [fill, label] of Object.entries(data.key ?? {})) {
      const box = { x: margin, y: y + 6, width: 40, height: 20 }
      body +=
        rect(box, fill === 'full' ? 'ink' : 'pattern:hatch') + rect(box, 'thin') + text(margin + 54, y + 24, label)
      y += 34
    }
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 24, wrapped, 'q')
    return { body, bottom: y + wrapped.length * lineHeight }
  },
)

function drawBracket(
  bracket: { from: string; to: string; text: string },
  names: readonly string[],
  first: number,
): string {
  const [start, end] = [names.indexOf(bracket.from), names.indexOf(bracket.to)]
  if (start < 0 || end < 0)
    throw new Error(`A bracket reaches from "${bracket.from}" to "${bracket.to}", and one of them is no row.`)
  const x = margin + innerWidth - 168
  const [upper, lower] = [first + start * rowHeight + 4, first + (end + 1) * rowHeight - 4]
  const wrapped = wrapWords(bracket.text, 148)
  const middle = (upper + lower) / 2 - ((wrapped.length - 1) * lineHeight) / 2
  return (
    polyline(
      [
        [x - 8, upper],
        [x, upper],
        [x, lower],
        [x - 8, lower],
      ],
      'red',
    ) + lines(x + 14, middle + 8, wrapped)
  )
}
