/** A ring of 100 %, each slice in two halves: the writer's share and the publisher's. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { circle, lineHeight, lines, path, rect, round, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const [outer, middle, inner] = [190, 140, 90] as const
// Told apart without colour too, as on grey paper. `own` and `none` are the publisher's.
const fills = { writer: 'pattern:dots', own: 'paper', none: 'pattern:hatch' } as const

export const ring = defineKind(
  {
    centre: v.array(words),
    slices: v.pipe(
      v.array(
        v.strictObject({ name: words, percent: number, publisher: v.optional(v.picklist(['own', 'none']), 'own') }),
      ),
      v.check(
        (slices) => Math.abs(slices.reduce((sum, slice) => sum + slice.percent, 0) - 100) < 1e-9,
        'Its slices do not add up to 100.',
      ),
    ),
    key: v.strictObject({ writer: words, publisher: words, none: words }),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => {
    const [x, y] = [margin + innerWidth / 2, top + 30 + outer]
    let body = ''
    let from = 0
    for (const slice of data.slices) {
      const to = from + slice.percent
      body += path(sector([x, y], from, to, [inner, middle]), fills.writer)
      body += path(sector([x, y], from, to, [middle, outer]), fills[slice.publisher])
      body +=
        path(sector([x, y], from, to, [inner, outer]), 'bold') + path(sector([x, y], from, to, [middle, outer]), 'thin')
      const half = figure(slice.percent / 2)
      const at = (radius: number) => place([x, y], (from + to) / 2, radius)
      for (const radius of [(inner + middle) / 2, (middle + outer) / 2]) {
        body += circle(...at(radius), 19, 'paper') + text(at(radius)[0], at(radius)[1] + 8, half, 'm n')
      }
      const [nameX, nameY] = at(outer + 16)
      const isRight = nameX > x
      const lift = nameY < y - outer / 2 ? -26 : 4
      body += lines(nameX, nameY + lift, [slice.name, `${figure(slice.percent)} %`], isRight ? 'b' : 'e b')
      from = to
    }
    body += data.centre
      .map((line, index) => text(x, y + 8 + (index - (data.centre.length - 1) / 2) * lineHeight, line, 'm b'))
      .join('')
    const keyTop = y + outer + 34
    const keys = [
      [fills.writer, `inner ring: ${data.key.writer}`],
      [fills.own, `outer ring: ${data.key.publisher}`],
      [fills.none, data.key.none],
    ] as const
    for (const [index, [style, label]] of keys.entries()) {
      const box = { x: margin, y: keyTop + index * 34 + 6, width: 40, height: 20 }
      body += rect(box, style) + rect(box, 'thin') + text(margin + 54, keyTop + index * 34 + 24, label)
    }
    const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, keyTop + keys.length * 34 + 26, wrapped, 'q')
    return { body, bottom: keyTop + keys.length * 34 + (wrapped.length > 0 ? 4 + wrapped.length * lineHeight : -6) }
  },
)

/** Percent run clockwise from the top. */
function place([x, y]: readonly [number, number], percent: number, radius: number): readonly [number, number] {
  const angle = (percent / 100) * 2 * Math.PI - Math.PI / 2
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

function sector(
  at: readonly [number, number],
  from: number,
  to: number,
  [near, far]: readonly [number, number],
): string {
  const point = (percent: number, radius: number) => place(at, percent, radius).map(round).join(' ')
  const large = to - from > 50 ? 1 : 0
  return `M${point(from, far)}A${far} ${far} 0 ${large} 1 ${point(to, far)}L${point(to, near)}A${near} ${near} 0 ${large} 0 ${point(from, near)}Z`
}
