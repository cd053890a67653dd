/** Rulers side by side: the same level as each of them shows it, computed from dBu. */
import * as v from 'valibot'
import { rulers, rulersBack } from '../formulas/decibels.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, signed, words } from '../kind.ts'
import { line, lineHeight, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const unitsPerDb = 12.5
const rulerSchema = v.strictObject({
  name: words,
  ruler: v.picklist(['volts', 'dbu', 'dbv', 'vu', 'ebu', 'smpte']),
  ticks: v.array(number),
  decimals: v.optional(number, 0),
})

export const scales = defineKind(
  {
    fromDbu: number,
    toDbu: number,
    rulers: v.array(rulerSchema),
    /** Levels in dBu that run across all rulers; every ruler says what it shows there. */
    lines: v.array(
      v.strictObject({
        dbu: number,
        name: words,
        show: v.array(v.picklist(['volts', 'dbu', 'dbv', 'vu', 'ebu', 'smpte'])),
      }),
    ),
    note: v.optional(words),
  },
  (data): Drawing => {
    const width = innerWidth / data.rulers.length
    const heads = data.rulers.map((ruler) => ruler.name.split(' '))
    const scaleTop = top + 2 * lineHeight + 26
    const at = (dbu: number) => scaleTop + (data.toDbu - dbu) * unitsPerDb
    const bottom = at(data.fromDbu)
    let body = ''
    for (const index of data.rulers.keys())
      body += rect(
        { x: margin + width * index + 4, y: scaleTop - 16, width: width - 8, height: bottom - scaleTop + 32 },
        'box',
      )
    for (const across of data.lines)
      body += line(margin, at(across.dbu), margin + innerWidth, at(across.dbu), 'red dash')
    for (const [index, ruler] of data.rulers.entries()) {
      const x = margin + width * index
      for (const [row, word] of (heads[index] ?? []).entries())
        body += text(x + width / 2, top + 20 + row * lineHeight, word, row === 0 ? 'm b' : 'm q')
      body += drawTicks(ruler, data, { x, width, at })
    }
    const note = data.note === undefined ? [] : wrapWords(data.note, innerWidth)
    body += note.map((words, index) => text(margin, bottom + 50 + index * lineHeight, words, 'q')).join('')
    return { body, bottom: bottom + 26 + note.length * lineHeight }
  },
)

type Data = { lines: readonly { dbu: number; show: readonly string[] }[] }

function drawTicks(
  ruler: v.InferOutput<typeof rulerSchema>,
  data: Data,
  { x, width, at }: { x: number; width: number; at: (dbu: number) => number },
): string {
  const shown = data.lines.filter(({ show }) => show.includes(ruler.ruler)).map(({ dbu }) => dbu)
  const back = rulersBack[ruler.ruler]
  // A tick makes room for a level that runs across.
  const ticks = ruler.ticks.map(back).filter((dbu) => shown.every((other) => Math.abs(other - dbu) * unitsPerDb > 26))
  const label = (dbu: number, style: string) => {
    const value = rulers[ruler.ruler](dbu)
    const isWhole = Math.abs(value - Math.round(value)) < 0.005
    const number =
      ruler.ruler === 'volts' ? figure(value, value < 1 ? 3 : 2) : signed(value, isWhole ? 0 : ruler.decimals)
    return text(x + width / 2, at(dbu) + 8, number, `m n ${style}`.trim())
  }
  const strokes = [...ticks, ...shown].map(
    (dbu) => line(x + 4, at(dbu), x + 14, at(dbu)) + line(x + width - 14, at(dbu), x + width - 4, at(dbu)),
  )
  const box = (dbu: number) => rect({ x: x + 14, y: at(dbu) - 13, width: width - 28, height: 26 }, 'field')
  return [...strokes, ...ticks.map((dbu) => label(dbu, 'q')), ...shown.map((dbu) => box(dbu) + label(dbu, 'b'))].join(
    '',
  )
}
