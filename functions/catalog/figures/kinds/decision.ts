/** Questions one below the other: one answer leads down, the other to an end at the side. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { arrow, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const questionWidth = 322
const answerGap = 74

export const decision = defineKind(
  {
    steps: v.array(
      v.strictObject({
        question: words,
        side: v.strictObject({ answer: words, end: words, heavy: v.optional(v.boolean(), true) }),
        down: words,
      }),
    ),
    end: words,
    notes: v.optional(v.array(words), []),
  },
  ({ steps, end, notes }): Drawing => {
    let body = ''
    let y = top
    for (const step of steps) {
      const drawn = drawStep(step, y)
      body += drawn.body
      y = drawn.bottom
    }
    const last = box({ x: margin, y, width: questionWidth }, end, 'heavy')
    body += last.body
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, last.bottom + 40, wrapped, 'q')
    return { body, bottom: last.bottom + (wrapped.length > 0 ? 22 + wrapped.length * lineHeight : 0) }
  },
)

interface Step {
  readonly question: string
  readonly side: { readonly answer: string; readonly end: string; readonly heavy: boolean }
  readonly down: string
}

function drawStep({ question, side, down }: Step, y: number): Drawing {
  const asked = box({ x: margin, y, width: questionWidth }, question, 'box')
  const x = margin + questionWidth + answerGap
  const found = box({ x, y, width: margin + innerWidth - x }, side.end, side.heavy ? 'heavy' : 'box')
  const level = y + 29
  const bottom = Math.max(asked.bottom + 44, found.bottom + 16)
  const body = [
    asked.body,
    found.body,
    arrow([margin + questionWidth, level], [x, level]),
    text(margin + questionWidth + answerGap / 2 - 4, level - 9, side.answer, 'm b'),
    arrow([margin + 40, asked.bottom], [margin + 40, bottom]),
    text(margin + 54, bottom - 14, down, 'b'),
  ]
  return { body: body.join(''), bottom }
}

function box(at: { x: number; y: number; width: number }, label: string, style: 'box' | 'heavy'): Drawing {
  const wrapped = wrapWords(label, at.width - 24, style === 'heavy' ? 'bold' : 'sans')
  const height = wrapped.length * lineHeight + 14
  return {
    body: rect({ ...at, height }, style) + lines(at.x + 12, at.y + 29, wrapped, style === 'heavy' ? 'b' : ''),
    bottom: at.y + height,
  }
}
