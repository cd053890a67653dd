/** A budget: every line with what it will have cost, and the sums, computed. */
import * as v from 'valibot'
import { type BudgetLine, costToComplete } from '../formulas/money.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, signed, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const rowHeight = 42
const heads = [
  ['A', 'budget'],
  ['B', 'spent'],
  ['C', 'committed'],
  ['D', 'estimate to complete'],
  ['E', 'cost, B + C + D'],
  ['F', 'variance, A - E'],
] as const
const labelWidth = 112

export const budget = defineKind(
  {
    lines: v.array(
      v.strictObject({ name: words, budget: number, spent: number, committed: number, remaining: number }),
    ),
    total: words,
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const step = (innerWidth - labelWidth) / heads.length
    const right = (column: number) => margin + labelWidth + step * (column + 1)
    let body = heads.map(([letter], column) => text(right(column), top + 20, letter, 'e b')).join('')
    let y = top + 34
    const row = (name: string, entry: BudgetLine, style: string) => {
      const { total, variance } = costToComplete(entry)
      const cells = [entry.budget, entry.spent, entry.committed, entry.remaining, total].map((value) => figure(value))
      const numbers = [...cells, signed(variance)].map((cell, column) =>
        text(right(column), y + 28, cell, `e n ${column === 5 && variance < 0 ? 'b r' : style}`.trim()),
      )
      return text(margin, y + 28, name, style) + numbers.join('')
    }
    for (const entry of data.lines) {
      body += line(margin, y, margin + innerWidth, y, 'hair') + row(entry.name, entry, '')
      y += rowHeight
    }
    const sum = (field: keyof BudgetLine) => data.lines.reduce((total, entry) => total + entry[field], 0)
    const totals = {
      budget: sum('budget'),
      spent: sum('spent'),
      committed: sum('committed'),
      remaining: sum('remaining'),
    }
    body +=
      rect({ x: margin - 6, y, width: innerWidth + 12, height: rowHeight }, 'field') +
      line(margin, y, margin + innerWidth, y, 'bold') +
      row(data.total, totals, 'b')
    y += rowHeight + 16
    for (const [index, [letter, meaning]] of heads.entries()) {
      const x = margin + (index % 2) * (innerWidth / 2)
      body +=
        text(x, y + 21 + Math.floor(index / 2) * lineHeight, letter, 'b') +
        text(x + 26, y + 21 + Math.floor(index / 2) * lineHeight, meaning)
    }
    y += 3 * lineHeight + 10
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    return { body: body + lines(margin, y + 21, wrapped, 'q'), bottom: y + wrapped.length * lineHeight - 6 }
  },
)
