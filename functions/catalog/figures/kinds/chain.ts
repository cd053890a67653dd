/** Steps one below the other, in one column or two, with what leaves and returns beside them. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { arrow, arrowHead, line, lineHeight, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const stepSchema = v.strictObject({
  text: words,
  /** Counted into the sum at the foot of its column. */
  ms: v.optional(number),
  heavy: v.optional(v.boolean(), false),
  /** Stands to the right, with an arrow away from the step (`out`), a loop (`loop`), or just as words. */
  side: v.optional(
    v.strictObject({
      text: words,
      arrow: v.optional(v.picklist(['out', 'loop', 'in', 'none']), 'none'),
      at: v.optional(v.picklist(['before', 'middle', 'after']), 'middle'),
    }),
  ),
  /** A line across under the step, with words above and below it. */
  rule: v.optional(v.strictObject({ above: words, below: words })),
  /** A mark on the way to the next step. */
  gate: v.optional(words),
  /** The step, counted from 1, to which an arrow goes back. */
  backTo: v.optional(number),
})

export const chain = defineKind(
  {
    numbered: v.optional(v.boolean(), false),
    chains: v.pipe(
      v.array(
        v.strictObject({
          name: v.optional(words),
          unit: v.optional(words),
          steps: v.array(stepSchema),
          sum: v.optional(words),
          /** Counted into the sum besides the steps. */
          moreMs: v.optional(number, 0),
        }),
      ),
      v.maxLength(2, 'It has more than two chains.'),
    ),
    boxWidth: v.optional(number),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const width = innerWidth / data.chains.length - (data.chains.length > 1 ? 12 : 0)
    const drawn = data.chains.map((one, index) =>
      drawChain(one, {
        x: margin + index * (width + 24),
        width,
        boxWidth: data.boxWidth ?? width,
        numbered: data.numbered,
      }),
    )
    const bottom = Math.max(...drawn.map((one) => one.bottom))
    const notes = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    const body = drawn.map((one) => one.body).join('')
    return {
      body: body + notes.map((words, index) => text(margin, bottom + 40 + index * lineHeight, words, 'q')).join(''),
      bottom: bottom + (notes.length > 0 ? 20 + notes.length * lineHeight : 0),
    }
  },
)

type Step = v.InferOutput<typeof stepSchema>
interface Room {
  readonly x: number
  readonly width: number
  readonly boxWidth: number
  readonly numbered: boolean
}

function drawChain(
  chain: { name?: string | undefined; steps: readonly Step[]; sum?: string | undefined; moreMs: number },
  room: Room,
): Drawing {
  let body = ''
  let y = top
  if (chain.name !== undefined) {
    body += text(room.x, y + 20, chain.name, 'b')
    y += lineHeight + 14
  }
  const uppers: number[] = []
  for (const [index, step] of chain.steps.entries()) {
    uppers.push(y)
    const drawn = drawStep(step, index, room, y)
    body += drawn.body
    const isLast = index === chain.steps.length - 1
    if (!isLast) body += arrow([room.x + 30, drawn.boxBottom], [room.x + 30, drawn.bottom + 22])
    if (step.rule) body += drawRule(step.rule, room, drawn.boxBottom)
    if (step.backTo !== undefined) body += drawBack(uppers[step.backTo - 1] ?? y, y, room)
    y = drawn.bottom + (isLast ? 0 : 22)
  }
  if (chain.sum !== undefined) {
    const sum = chain.steps.reduce((total, step) => total + (step.ms ?? 0), chain.moreMs)
    body += wrapWords(chain.sum.replace('{sum}', figure(sum, 2)), room.width, 'bold')
      .map((words, index) => text(room.x, y + 36 + index * lineHeight, words, 'b'))
      .join('')
    y += 16 + lineHeight * wrapWords(chain.sum, room.width, 'bold').length
  }
  return { body, bottom: y }
}

function drawStep(step: Step, index: number, room: Room, y: number): Drawing & { boxBottom: number } {
  const label = room.numbered ? `${index + 1} ${step.text}` : step.text
  const inner = room.boxWidth - 24 - (step.ms === undefined ? 0 : 74)
  const wrapped = wrapWords(label, inner, step.heavy ? 'bold' : 'sans')
  const height = wrapped.length * lineHeight + 14
  const box = { x: room.x, y, width: room.boxWidth, height }
  let body = rect(box, step.heavy ? 'heavy' : 'box')
  body += wrapped
    .map((words, row) => text(room.x + 12, y + 29 + row * lineHeight, words, step.heavy ? 'b' : ''))
    .join('')
  if (step.ms !== undefined) body += text(room.x + room.boxWidth - 10, y + 29, figure(step.ms, 2), 'e n')
  const side = step.side ? drawSide(step.side, box, room) : ''
  // A rule needs room for its words.
  const gap = step.rule ? 2 * lineHeight + 8 : step.gate ? 22 : 0
  const gate = step.gate ? drawGate(step.gate, room.x + 30, y + height + 22) : ''
  return { body: body + side + gate, boxBottom: y + height, bottom: y + height + gap }
}

function drawSide(
  side: NonNullable<Step['side']>,
  box: { x: number; y: number; width: number; height: number },
  room: Room,
): string {
  const right = box.x + box.width
  const x = right + 62
  const y = box.y + { before: -11, middle: box.height / 2, after: box.height + 11 }[side.at]
  const wrapped = wrapWords(side.text, room.x + room.width - x - 2)
  const first = y + 8 - ((wrapped.length - 1) * lineHeight) / 2
  const wordsOf = wrapped.map((words, row) => text(x, first + row * lineHeight, words)).join('')
  const from = side.at === 'middle' ? right : box.x + 30
  if (side.arrow === 'out') return arrow([from, y], [x - 10, y]) + wordsOf
  if (side.arrow === 'in') return arrow([x - 10, y], [right, y]) + wordsOf
  if (side.arrow === 'loop')
    return (
      polyline(
        [
          [right, y - 10],
          [x - 16, y - 10],
          [x - 16, y + 10],
          [right, y + 10],
        ],
        'thin',
      ) +
      arrowHead([x - 16, y + 10], [right, y + 10]) +
      wordsOf
    )
  return wordsOf
}

function drawRule(rule: { above: string; below: string }, room: Room, y: number): string {
  const middle = y + lineHeight + 15
  return (
    line(room.x, middle, room.x + room.width, middle, 'red dash') +
    text(room.x + room.width, middle - 10, `${rule.above} ↑`, 'e r h') +
    text(room.x + room.width, middle + 24, `${rule.below} ↓`, 'e r h')
  )
}

function drawGate(words: string, x: number, y: number): string {
  return line(x - 16, y, x + 16, y, 'red') + text(x + 28, y + 8, words, 'r')
}

function drawBack(toTop: number, fromTop: number, room: Room): string {
  const x = room.x + room.boxWidth + 26
  const right = room.x + room.boxWidth
  return (
    polyline(
      [
        [right, fromTop + 20],
        [x, fromTop + 20],
        [x, toTop + 20],
        [right + 2, toTop + 20],
      ],
      'thin',
    ) + arrowHead([x, toTop + 20], [right, toTop + 20])
  )
}
