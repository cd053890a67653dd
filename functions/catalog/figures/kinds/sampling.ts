/** Three small pictures of one format: samples of a sine, the Nyquist limit, and the range of a word length. */
import * as v from 'valibot'
import { wordLengthRange } from '../formulas/decibels.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { circle, line, lineHeight, lines, type Point, polyline, rect, text } from '../paint.ts'

const panelTop = top + 3 * lineHeight + 14
const height = 300

export const sampling = defineKind(
  {
    sine: v.strictObject({ hertz: number, rate: number, head: v.array(words) }),
    nyquist: v.strictObject({ rates: v.array(number), toKhz: number, head: v.array(words) }),
    range: v.strictObject({ bits: v.array(number), head: v.array(words) }),
  },
  ({ sine, nyquist, range }): Drawing => {
    const body =
      drawSine(sine, { x: margin, width: 232 }) +
      drawLimits(nyquist, { x: margin + 262, width: 160 }) +
      drawRange(range, { x: margin + 446, width: innerWidth - 446 })
    return { body, bottom: panelTop + height + lineHeight }
  },
)

interface Room {
  readonly x: number
  readonly width: number
}

function drawSine(sine: { hertz: number; rate: number; head: readonly string[] }, { x, width }: Room): string {
  const count = sine.rate / sine.hertz
  const middle = panelTop + height / 2
  const at = (sample: number): Point => [
    x + 6 + ((width - 12) * sample) / count,
    middle - (height / 2 - 16) * Math.sin((2 * Math.PI * sample) / count),
  ]
  const curve = Array.from({ length: 201 }, (_, index) => at((index * count) / 200))
  const dots = Array.from({ length: count }, (_, sample) => at(sample))
  const stems = dots.map(([dotX, dotY]) => line(dotX, middle, dotX, dotY, 'hair'))
  const marks = dots.map(([dotX, dotY]) => circle(dotX, dotY, 3.4, 'ink'))
  return (
    lines(x, top + 20, sine.head, '') +
    rect({ x, y: panelTop, width, height }, 'field') +
    stems.join('') +
    line(x, middle, x + width, middle) +
    polyline(curve, 's1') +
    marks.join('')
  )
}

function drawLimits(
  limits: { rates: readonly number[]; toKhz: number; head: readonly string[] },
  { x, width }: Room,
): string {
  const at = (khz: number) => panelTop + height * (1 - khz / limits.toKhz)
  let body = lines(x, top + 20, limits.head, '') + line(x + 34, panelTop, x + 34, panelTop + height, 'bold')
  for (let khz = 0; khz <= limits.toKhz; khz += 10)
    body += line(x + 26, at(khz), x + 34, at(khz), 'thin') + text(x + 22, at(khz) + 8, figure(khz), 'e n q')
  for (const [index, rate] of limits.rates.entries()) {
    const nyquist = rate / 2000
    const y = at(nyquist)
    const labelY = y + (index === 0 ? 30 : -12)
    body += line(x + 34, y, x + width, y, index === 0 ? 'red dash' : 'red')
    body +=
      text(x + 46, labelY, `${figure(nyquist, nyquist % 1 === 0 ? 0 : 2)} kHz`, 'n') +
      text(
        x + 46,
        labelY + (index === 0 ? lineHeight : -lineHeight),
        `at ${figure(rate / 1000, rate % 1000 === 0 ? 0 : 1)}`,
        'q',
      )
  }
  return body
}

function drawRange(range: { bits: readonly number[]; head: readonly string[] }, { x, width }: Room): string {
  const most = Math.max(...range.bits.map(wordLengthRange))
  const step = width / range.bits.length
  let body = lines(x, top + 20, range.head, '') + line(x, panelTop, x + width, panelTop, 'bold')
  for (const [index, bits] of range.bits.entries()) {
    const db = wordLengthRange(bits)
    const box = { x: x + step * index + 6, y: panelTop, width: step - 12, height: ((height - 38) * db) / most }
    body += rect(box, index === 0 ? 'pattern:hatch' : 'pattern:dots') + rect(box, 'thin')
    body +=
      text(box.x + box.width / 2, box.y + box.height + 28, figure(db), 'm n b') +
      text(box.x + box.width / 2, panelTop + height + 22, `${bits} bit`, 'm')
  }
  return body
}
