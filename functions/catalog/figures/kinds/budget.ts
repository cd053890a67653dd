/** A budget: every line with what it will have cost, and the sums, computed. */
import * as v from 'valibot'
import { type BudgetLine, costToComplete } from '../formulas/money.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, signed, words } from '../kind.ts'
import { line, lineHeight, lines, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const heads = ['budget', 'spent', 'com-\nmitted', 'to\ncome', 'vari-\nance'] as const
const labelWidth = 176

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
    let body = heads.map((head, column) => lines(right(column), top + 20, head.split('\n'), 'e q')).join('')
    let y = top + 2 * lineHeight + 10
    for (const entry of data.lines) {
      const drawn = drawRow(entry.name, entry, { y, right, style: '' })
      body += drawn.body
      y = drawn.bottom
    }
    const totals = totalOf(data.lines)
    body += line(margin, y, margin + innerWidth, y, 'bold')
    const drawn = drawRow(data.total, totals, { y: y + 2, right, style: 'b' })
    const cost = figure(costToComplete(totals).total)
    const wrapped = data.notes.flatMap((note) => wrapWords(note.replace('{cost}', cost), innerWidth))
    const noteTop = drawn.bottom + 14
    return {
      body: body + drawn.body + lines(margin, noteTop + 21, wrapped, 'q'),
      bottom: noteTop + wrapped.length * lineHeight - 6,
    }
  },
)

function drawRow(
  name: string,
  entry: BudgetLine,
  { y, right, style }: { y: number; right: (column: number) => number; style: string },
): Drawing {
  const { variance } = costToComplete(entry)
  const names = wrapWords(name, labelWidth - 4, style === 'b' ? 'bold' : 'sans')
  const cells = [entry.budget, entry.spent, entry.committed, entry.remaining].map((value) => figure(value))
  const numbers = [...cells, signed(variance)].map((cell, column) => {
    const isOver = column === cells.length && variance < 0
    return text(right(column), y + 27, cell, `e n ${isOver ? 'b r' : style}`.trim())
  })
  const body = line(margin, y, margin + innerWidth, y, 'hair') + lines(margin, y + 27, names, style) + numbers.join('')
  return { body, bottom: y + names.length * lineHeight + 12 }
}

function totalOf(entries: readonly BudgetLine[]): BudgetLine {
  const sum = (field: keyof BudgetLine) => entries.reduce((total, entry) => total + entry[field], 0)
  return { budget: sum('budget'), spent: sum('spent'), committed: sum('committed'), remaining: sum('remaining') }
}
