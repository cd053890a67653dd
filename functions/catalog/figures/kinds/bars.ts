/** Rows with a bar each: how much of something falls to each name. A stretch of rows may be bracketed. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { line, lineHeight, lines, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const barHeight = 26
const fills = ['ink', 'pattern:hatch'] as const

export const bars = defineKind(
  {
    unit: words,
    labelWidth: v.optional(number, 66),
    /** One or two bars a row. */
    series: v.pipe(
      v.array(words),
      v.minLength(1, 'It names no series.'),
      v.maxLength(2, 'It has more than two series.'),
    ),
    rows: v.array(
      v.strictObject({ name: words, values: v.array(number), /** On a line below the row. */ rule: v.optional(words) }),
    ),
    brackets: v.optional(v.array(v.strictObject({ from: words, to: words, text: words })), []),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const rowHeight = data.series.length * barHeight + 8
    const left = margin + data.labelWidth
    const full = innerWidth - data.labelWidth - (data.brackets.length > 0 ? 180 : 0) - 50
    const most = Math.max(...data.rows.flatMap((row) => row.values))
    const first = top + lineHeight + 8
    let body = text(left, top + 20, data.unit, 'q')
    for (const [index, row] of data.rows.entries()) {
      const y = first + index * rowHeight
      body +=
        text(left - 10, y + rowHeight / 2 + 8, row.name, 'e n') +
        line(left, y + rowHeight, left + full, y + rowHeight, 'hair')
      body += row.values
        .map((value, place) => drawBar(value, (full * value) / most, left, y + 4 + place * barHeight, place))
        .join('')
      if (row.rule !== undefined)
        body +=
          line(margin, y + rowHeight, left + full, y + rowHeight, 'red dash') +
          text(left + full, y + rowHeight - 8, row.rule, 'e r h')
    }
    const bottom = first + data.rows.length * rowHeight
    body += line(left, first, left, bottom)
    const names = data.rows.map((row) => row.name)
    body += data.brackets.map((bracket) => drawBracket(bracket, names, first, rowHeight)).join('')
    let y = bottom + 12
    for (const [place, label] of data.series.entries()) {
      const box = { x: margin, y: y + 6, width: 40, height: 20 }
      body += rect(box, fills[place] ?? 'ink') + rect(box, 'thin') + text(margin + 54, y + 24, label)
      y += 34
    }
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 24, wrapped, 'q')
    return { body, bottom: y + wrapped.length * lineHeight }
  },
)

function drawBar(value: number, width: number, x: number, y: number, place: number): string {
  if (value === 0) return ''
  const box = { x, y: y + 3, width, height: barHeight - 6 }
  return rect(box, fills[place] ?? 'ink') + rect(box, 'thin') + text(x + width + 10, y + 21, figure(value), 'n h')
}

function drawBracket(
  bracket: { from: string; to: string; text: string },
  names: readonly string[],
  first: number,
  rowHeight: number,
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
