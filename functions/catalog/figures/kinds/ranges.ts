/** Lowest sounding notes over one keyboard, and the notes that a part uses. */
import * as v from 'valibot'
import { isBlackKey, noteNumber } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { arrow, circle, line, lineHeight, lines, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const note = v.pipe(
  words,
  v.check((name) => noteNumber(name) !== undefined, 'It is no note such as `C4` or `B♭2`.'),
)
const rowHeight = 56

export const ranges = defineKind(
  {
    from: note,
    to: note,
    instruments: v.array(
      v.strictObject({ name: words, low: note, besides: v.optional(words), used: v.optional(v.tuple([note, note])) }),
    ),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const [first, last] = [numberOf(data.from), numberOf(data.to)]
    const whites = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (key) => !isBlackKey(key),
    )
    const width = innerWidth / whites.length
    const at = (key: number) =>
      margin + (whites.filter((white) => white < key).length + (isBlackKey(key) ? 0 : 0.5)) * width
    const bottom = top + data.instruments.length * rowHeight + 8
    const octaves = whites.filter((white) => white % 12 === 0)
    let body = octaves.map((white) => line(at(white), top, at(white), bottom, 'hair')).join('')
    for (const [index, instrument] of data.instruments.entries())
      body += drawInstrument(instrument, top + index * rowHeight, at)
    body += drawKeys(whites, width, bottom)
    const wrapped = data.notes.flatMap((words) => wrapWords(words, innerWidth))
    body += lines(margin, bottom + 122, wrapped, 'q')
    return { body, bottom: bottom + 98 + wrapped.length * lineHeight }
  },
)

interface Instrument {
  readonly name: string
  readonly low: string
  readonly besides?: string | undefined
  readonly used?: readonly [string, string] | undefined
}

function drawInstrument(instrument: Instrument, y: number, at: (key: number) => number): string {
  const x = at(numberOf(instrument.low))
  const label = `${instrument.name} ${instrument.low}${instrument.besides ?? ''}`
  const start = Math.min(x - 4, margin + innerWidth - widthOf(label))
  let body = text(start, y + 22, label, 'h') + line(x, y + 28, x, y + 50, 'bold') + arrow([x, y + 39], [x + 44, y + 39])
  if (instrument.used) {
    const [low, high] = instrument.used.map((name) => at(numberOf(name))) as [number, number]
    body +=
      line(low, y + 39, high, y + 39, 'red') + circle(low, y + 39, 7, 'redfill') + circle(high, y + 39, 7, 'redfill')
  }
  return body
}

function drawKeys(whites: readonly number[], width: number, y: number): string {
  const keys = whites.map((_, index) => rect({ x: margin + index * width, y, width, height: 60 }, 'key'))
  const blacks = whites.map((key, index) =>
    isBlackKey(key + 1) && index < whites.length - 1
      ? rect({ x: margin + (index + 1) * width - width * 0.3, y, width: width * 0.6, height: 36 }, 'blackkey')
      : '',
  )
  const names = whites.map((key, index) =>
    key % 12 === 0
      ? text(margin + index * width, y + 88, `C${key / 12 - 1}`, index > whites.length - 3 ? 'e n' : 'n')
      : '',
  )
  return [...keys, ...blacks, ...names].join('')
}

function numberOf(name: string): number {
  return noteNumber(name) ?? 0
}
