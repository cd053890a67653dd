/** A source and its load as a voltage divider, and what is left of the voltage in each case. */
import * as v from 'valibot'
import { dividerLoss, fromDb } from '../formulas/decibels.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { arrow, circle, line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

export const divider = defineKind(
  {
    source: words,
    load: words,
    formula: words,
    cases: v.array(
      v.strictObject({
        name: words,
        sourceOhms: number,
        sourceHenry: v.optional(number, 0),
        loadOhms: number,
        atHz: v.array(number),
      }),
    ),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    let body = drawCircuit(data.source, data.load)
    let y = top + 232
    body += text(margin, y + 20, data.formula, 'b')
    y += lineHeight + 14
    for (const one of data.cases) {
      const drawn = drawCase(one, y)
      body += drawn.body
      y = drawn.bottom
    }
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += line(margin, y, margin + innerWidth, y, 'hair') + lines(margin, y + 28, wrapped, 'q')
    return { body, bottom: y + 6 + wrapped.length * lineHeight }
  },
)

interface Case {
  readonly name: string
  readonly sourceOhms: number
  readonly sourceHenry: number
  readonly loadOhms: number
  readonly atHz: readonly number[]
}

/** A bar for what is left of the voltage, and the loss in dB, at each frequency. */
function drawCase(one: Case, upper: number): Drawing {
  const coil = one.sourceHenry === 0 ? '' : ` and ${figure(one.sourceHenry)} H`
  const into = `${ohms(one.sourceOhms)}${coil} into ${ohms(one.loadOhms)}`
  let body = line(margin, upper, margin + innerWidth, upper, 'hair')
  body += text(margin, upper + 28, one.name, 'b') + text(margin + innerWidth, upper + 28, into, 'e')
  let y = upper + lineHeight + 10
  for (const hertz of one.atHz) {
    const db = dividerLoss({ ohms: one.sourceOhms, henry: one.sourceHenry }, one.loadOhms, hertz)
    const bar = { x: margin + 150, y: y + 5, width: 310, height: 22 }
    const label = one.atHz.length === 1 ? 'all' : hertz >= 1000 ? `${hertz / 1000} kHz` : `${hertz} Hz`
    body += text(margin + 134, y + 24, label, 'e n q')
    body += rect({ ...bar, width: bar.width * fromDb(db) }, 'pattern:hatch') + rect(bar, 'thin')
    body += text(margin + innerWidth, y + 24, `${figure(db, 1)} dB`, 'e n b')
    y += 34
  }
  return { body, bottom: y + 8 }
}

function drawCircuit(source: string, load: string): string {
  const [left, right, upper, lower] = [margin + 110, margin + 420, top + 50, top + 196]
  return [
    line(left, upper, right, upper, 'thin'),
    line(left, lower, right, lower, 'thin'),
    line(left, upper, left, lower, 'thin'),
    line(right, upper, right, lower, 'thin'),
    circle(left, (upper + lower) / 2, 28, 'heavy'),
    text(left, (upper + lower) / 2 + 8, '~', 'm b'),
    rect({ x: left + 90, y: upper - 15, width: 120, height: 30 }, 'heavy'),
    rect({ x: right - 15, y: upper + 28, width: 30, height: 90 }, 'heavy'),
    text(left + 150, upper - 28, source, 'm'),
    text(right + 30, (upper + lower) / 2 + 8, load),
    circle(right, upper, 6, 'ink'),
    arrow([right, upper], [right + 74, upper]),
  ].join('')
}

function ohms(value: number): string {
  const [size, unit] = value >= 1_000_000 ? [1_000_000, 'MΩ'] : value >= 1000 ? [1000, 'kΩ'] : [1, 'Ω']
  return `${figure(value / size, (value / size) % 1 === 0 ? 0 : 1)} ${unit}`
}
