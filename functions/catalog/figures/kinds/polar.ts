/** Polar patterns of the first order: level by angle, in dB, computed from A + B cos. */
import * as v from 'valibot'
import { nullAngle, polarLevel } from '../formulas/acoustics.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { circle, line, lineHeight, lines, type Point, polyline, text } from '../paint.ts'

const floorDb = -30
const radius = 112
const columnWidth = innerWidth / 2
const rowHeight = 2 * radius + 5 * lineHeight + 26

export const polar = defineKind(
  {
    /** `omni` is A: the share of pressure; 1 is omni, 0.5 cardioid, 0 figure-of-eight. */
    patterns: v.array(v.strictObject({ name: words, omni: number, note: v.optional(words) })),
    note: words,
  },
  ({ patterns, note }): Drawing => {
    const cells = patterns.map((pattern, index) => {
      const x = margin + columnWidth * ((index % 2) + 0.5)
      return drawPattern(pattern, x, top + rowHeight * Math.floor(index / 2) + lineHeight + 10 + radius)
    })
    // The last place of an odd number is free for the words that hold for all.
    const isOdd = patterns.length % 2 === 1
    const noteTop = top + rowHeight * Math.floor(patterns.length / 2) + 70
    const body = cells.join('') + (isOdd ? lines(margin + columnWidth + 12, noteTop, note.split('\n'), 'q') : '')
    return { body, bottom: top + rowHeight * Math.ceil(patterns.length / 2) - 20 }
  },
)

function drawPattern(
  { name, omni, note }: { name: string; omni: number; note?: string | undefined },
  x: number,
  y: number,
): string {
  const reach = (db: number) => radius * Math.max(0, 1 - db / floorDb)
  const at = (degrees: number, length: number): Point => {
    const angle = ((degrees - 90) * Math.PI) / 180
    return [x + length * Math.cos(angle), y + length * Math.sin(angle)]
  }
  let body = text(x, y - radius - 16, name, 'm b')
  for (const db of [0, -10, -20]) body += circle(x, y, reach(db), 'hair')
  for (const degrees of [0, 90]) body += line(...at(degrees, radius), ...at(degrees + 180, radius), 'hair')
  const silent = nullAngle(omni)
  const sides = silent === undefined ? [] : silent > 179 ? [180] : [silent, 360 - silent]
  for (const degrees of sides) body += line(x, y, ...at(degrees, radius), 'red dash')
  body += polyline(
    Array.from({ length: 361 }, (_, degrees) => at(degrees, reach(polarLevel(omni, degrees)))),
    's1 curve',
  )
  const level = (degrees: number) => {
    const db = polarLevel(omni, degrees)
    return db < -100 ? 'null' : `${figure(db, 1)} dB`
  }
  const nulls = silent === undefined ? 'no null' : `null at ${figure(silent)}°`
  return body + lines(x, y + radius + 30, [`90°: ${level(90)}`, `180°: ${level(180)}`, note ?? nulls], 'm')
}
