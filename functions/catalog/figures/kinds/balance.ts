/** A mix as a map: pan from left to right, level from top to bottom, the focus framed. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, signed, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const unitsPerDb = 62

export const balance = defineKind(
  {
    fromDb: number,
    toDb: number,
    parts: v.array(v.strictObject({ text: words, db: number, pan: number, focus: v.optional(v.boolean(), false) })),
    notes: v.optional(v.array(words), []),
  },
  ({ fromDb, toDb, parts, notes }): Drawing => {
    const left = margin + 52
    const width = margin + innerWidth - left
    const plotTop = top + lineHeight + 34
    const atX = (pan: number) => left + width / 2 + (width / 2) * (pan / 100)
    const atY = (db: number) => plotTop + (toDb - db) * unitsPerDb
    const bottom = atY(fromDb)
    let body = text(margin, top + 20, 'dB', 'q')
    for (const [pan, label, style] of [
      [-100, 'left', ''],
      [0, 'centre', 'm'],
      [100, 'right', 'e'],
    ] as const)
      body += text(atX(pan), top + 20, label, `${style} q`.trim())
    for (let db = toDb; db >= fromDb; db -= 1)
      body += line(left, atY(db), left + width, atY(db), 'hair') + text(left - 10, atY(db) + 8, signed(db), 'e n q')
    for (const pan of [-100, 0, 100])
      body += line(atX(pan), plotTop - 24, atX(pan), bottom + 24, pan === 0 ? 'line dash' : 'hair')
    for (const part of parts) {
      const half = widthOf(part.text, part.focus ? 'b' : '') / 2 + 12
      const x = Math.min(Math.max(atX(part.pan), left + half), left + width - half)
      body += rect({ x: x - half, y: atY(part.db) - 20, width: 2 * half, height: 40 }, part.focus ? 'ink' : 'box')
      body += text(x, atY(part.db) + 8, part.text, part.focus ? 'm b x' : 'm')
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, bottom + 62, wrapped, 'q')
    return { body, bottom: bottom + 40 + wrapped.length * lineHeight }
  },
)
