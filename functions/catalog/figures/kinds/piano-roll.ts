/** Chords as a piano roll: every voice a line of notes, with the semitones it moves, counted. */
import * as v from 'valibot'
import { isBlackKey, noteNumber, semitonesMoved } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const note = v.pipe(
  words,
  v.check((name) => noteNumber(name) !== undefined, 'It is no note such as `C4` or `B♭2`.'),
)
const rowHeight = 19
const panelSchema = v.strictObject({
  name: words,
  chords: v.array(v.strictObject({ name: words, /** Low to high. */ notes: v.array(note) })),
})

type Panel = v.InferOutput<typeof panelSchema>

export const pianoRoll = defineKind(
  {
    low: note,
    high: note,
    panels: v.pipe(v.array(panelSchema), v.maxLength(2, 'It has more than two panels.')),
    notes: v.optional(v.array(words), []),
  },
  ({ low, high, panels, notes }): Drawing => {
    const left = margin + 48
    const width = (margin + innerWidth - left - 24 * (panels.length - 1)) / panels.length
    const [first, last] = [numberOf(low), numberOf(high)]
    const rollTop = top + 2 * lineHeight + 18
    const at = (key: number) => rollTop + (last - key) * rowHeight
    const bottom = at(first) + rowHeight
    let body = ''
    for (let key = first; key <= last; key += 1)
      if (key % 12 === 0) body += text(left - 8, at(key) + 17, `C${key / 12 - 1}`, 'e n q')
    for (const [index, panel] of panels.entries()) {
      const x = left + index * (width + 24)
      for (let key = first; key <= last; key += 1)
        if (!isBlackKey(key)) body += rect({ x, y: at(key), width, height: rowHeight }, 'field')
      for (let key = first; key <= last; key += 1)
        if (key % 12 === 0) body += line(x, at(key) + rowHeight, x + width, at(key) + rowHeight, 'hair')
      body += drawPanel(panel, x, width, at, bottom)
    }
    const wrapped = notes.flatMap((words) => wrapWords(words, innerWidth))
    body += lines(margin, bottom + 98, wrapped, 'q')
    return { body, bottom: bottom + 76 + wrapped.length * lineHeight }
  },
)

const voiceStyles = ['ink', 'pattern:hatch', 'pattern:dots'] as const

function drawPanel(panel: Panel, x: number, width: number, at: (key: number) => number, bottom: number): string {
  const step = width / panel.chords.length
  const keys = panel.chords.map((chord) => chord.notes.map(numberOf))
  const moves = keys.map((chord, column) => semitonesMoved(chord, keys[(column + 1) % keys.length] ?? []))
  const columns = panel.chords.map((chord, column) => {
    const left = x + step * column
    const isLast = column === keys.length - 1
    return [
      text(left + step / 2, top + 20 + lineHeight + 6, chord.name, 'm'),
      drawVoices(keys[column] ?? [], keys[column - 1] ?? [], { left, step, at }),
      text(left + step, bottom + 26, figure(moves[column] ?? 0), isLast ? 'e n' : 'm n'),
    ].join('')
  })
  const total = moves.reduce((sum, moved) => sum + moved, 0)
  return text(x, top + 20, panel.name, 'b') + columns.join('') + text(x, bottom + 58, `total ${total} semitones`, 'b')
}

function drawVoices(
  keys: readonly number[],
  before: readonly number[],
  { left, step, at }: { left: number; step: number; at: (key: number) => number },
): string {
  const marks = keys.map((key, voice) => {
    const from = before[voice] ?? key
    const box = { x: left + 3, y: at(key) + 1, width: step - 6, height: rowHeight - 2 }
    const move = line(left - 3, at(from) + rowHeight / 2, left + 3, at(key) + rowHeight / 2, 'red')
    return (from === key ? '' : move) + rect(box, voiceStyles[voice % 3] ?? 'ink') + rect(box, 'thin')
  })
  return marks.join('')
}

function numberOf(name: string): number {
  return noteNumber(name) ?? 0
}
