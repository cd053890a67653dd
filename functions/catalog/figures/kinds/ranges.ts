/** Sounding ranges over one keyboard: where each instrument begins, and how far up it is drawn. */
import * as v from 'valibot'
import { isBlackKey, noteNumber } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
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
    instruments: v.array(v.strictObject({ name: words, low: note, high: v.optional(note), note: v.optional(words) })),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const [first, last] = [numberOf(data.from), numberOf(data.to)]
    const whites = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (key) => !isBlackKey(key),
    )
    const width = innerWidth / whites.length
    const at = (key: number) => margin + whites.filter((white) => white < key).length * width
    const bottom = top + data.instruments.length * rowHeight + 8
    let body = ''
    for (const white of whites) {
      if (white % 12 !== 0) continue
      body += line(at(white), top, at(white), bottom, 'hair')
    }
    for (const [index, instrument] of data.instruments.entries()) {
      const y = top + index * rowHeight
      const [low, high] = [numberOf(instrument.low), instrument.high === undefined ? last : numberOf(instrument.high)]
      const [x, end] = [at(low), at(high) + width]
      const box = { x, y: y + 32, width: end - x, height: 16 }
      body += rect(box, instrument.high === undefined ? 'pattern:hatch' : 'ink') + rect(box, 'thin')
      body += text(
        x,
        y + 24,
        `${instrument.name} ${instrument.low}${instrument.high === undefined ? '' : ` to ${instrument.high}`}`,
        'h',
      )
    }
    body += drawKeys(whites, width, bottom)
    const wrapped = data.notes.flatMap((words) => wrapWords(words, innerWidth))
    body += lines(margin, bottom + 122, wrapped, 'q')
    return { body, bottom: bottom + 98 + wrapped.length * lineHeight }
  },
)

function drawKeys(whites: readonly number[], width: number, y: number): string {
  const keys = whites.map((key, index) => rect({ x: margin + index * width, y, width, height: 60 }, 'box'))
  const blacks = whites.map((key, index) =>
    isBlackKey(key + 1) && index < whites.length - 1
      ? rect({ x: margin + (index + 1) * width - width * 0.3, y, width: width * 0.6, height: 36 }, 'ink')
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
