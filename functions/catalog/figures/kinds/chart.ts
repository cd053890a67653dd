/** A number chart as sessions write it: bars in rows of four, with holds, pushes, split bars, rests and repeats. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { circle, line, lineHeight, lines, polygon, polyline, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const bar = v.strictObject({
  chords: v.pipe(v.array(words), v.maxLength(2, 'It has more than two chords.')),
  hold: v.optional(v.boolean(), false),
  push: v.optional(v.boolean(), false),
})

export const chart = defineKind(
  {
    head: v.array(words),
    sections: v.array(
      v.strictObject({ letter: words, name: words, repeat: v.optional(words), bars: v.array(v.union([words, bar])) }),
    ),
    key: v.array(v.strictObject({ sign: v.picklist(['split', 'hold', 'push', 'repeat', 'minus']), text: words })),
    notes: v.optional(v.array(words), []),
  },
  ({ head, sections, key, notes }): Drawing => {
    let body = lines(margin, top + 20, head, 'q')
    let y = top + head.length * lineHeight + 12
    for (const section of sections) {
      body +=
        rect({ x: margin, y: y + 4, width: 34, height: 34 }, 'ink') +
        text(margin + 17, y + 29, section.letter, 'm b x') +
        text(margin + 48, y + 29, section.name, 'b')
      if (section.repeat !== undefined) body += text(margin + innerWidth, y + 29, section.repeat, 'e')
      y += 48
      for (let start = 0; start < section.bars.length; start += 4) {
        const isLast = start + 4 >= section.bars.length
        body += drawRow(section.bars.slice(start, start + 4), y, {
          opens: start === 0 && section.repeat !== undefined,
          closes: isLast && section.repeat !== undefined,
        })
        y += 66
      }
      y += 10
    }
    for (const entry of key) {
      body += drawSign(entry.sign, y)
      const wrapped = wrapWords(entry.text, innerWidth - 84)
      body += lines(margin + 84, y + 24, wrapped)
      y += wrapped.length * lineHeight + 8
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, y + 24, wrapped, 'q')
    return { body, bottom: y + wrapped.length * lineHeight }
  },
)

type Bar = string | v.InferOutput<typeof bar>

function drawRow(bars: readonly Bar[], y: number, repeat: { opens: boolean; closes: boolean }): string {
  const step = innerWidth / 4
  let body = bars
    .map((one, index) =>
      drawBar(
        typeof one === 'string' ? { chords: [one], hold: false, push: false } : one,
        margin + step * index,
        step,
        y,
      ),
    )
    .join('')
  for (let index = 0; index <= bars.length; index += 1)
    body += line(margin + step * index, y + 4, margin + step * index, y + 54, 'thin')
  const end = margin + step * bars.length
  if (repeat.opens)
    body +=
      line(margin + 6, y + 4, margin + 6, y + 54, 'thin') +
      circle(margin + 13, y + 22, 3, 'ink') +
      circle(margin + 13, y + 36, 3, 'ink')
  if (repeat.closes)
    body +=
      line(end - 6, y + 4, end - 6, y + 54, 'thin') +
      circle(end - 13, y + 22, 3, 'ink') +
      circle(end - 13, y + 36, 3, 'ink')
  return body
}

function drawBar(
  one: { chords: readonly string[]; hold: boolean; push: boolean },
  x: number,
  width: number,
  y: number,
): string {
  const middle = x + width / 2
  const joined = one.chords.join('   ')
  let body = text(middle, y + 38, joined.replaceAll(' ', '\u00A0'), 'm n b')
  const half = widthOf(joined, 'n b') / 2
  if (one.chords.length > 1) body += line(middle - half, y + 48, middle + half, y + 48, 'bold')
  if (one.hold)
    body += polygon(
      [
        [middle, y + 2],
        [middle + half + 24, y + 30],
        [middle, y + 58],
        [middle - half - 24, y + 30],
      ],
      'thin',
    )
  if (one.push)
    body += polyline(
      [
        [middle - 12, y + 18],
        [middle, y + 6],
        [middle + 12, y + 18],
      ],
      'bold',
    )
  return body
}

function drawSign(sign: 'split' | 'hold' | 'push' | 'repeat' | 'minus', y: number): string {
  const [x, middle] = [margin + 36, y + 16]
  if (sign === 'split') return text(x, y + 22, '4 5', 'm n b') + line(x - 24, y + 30, x + 24, y + 30, 'bold')
  if (sign === 'hold')
    return polygon(
      [
        [x, middle - 16],
        [x + 18, middle],
        [x, middle + 16],
        [x - 18, middle],
      ],
      'thin',
    )
  if (sign === 'push')
    return polyline(
      [
        [x - 14, middle + 6],
        [x, middle - 8],
        [x + 14, middle + 6],
      ],
      'bold',
    )
  if (sign === 'minus') return text(x, y + 24, '6-', 'm n b')
  return (
    line(x - 10, y + 2, x - 10, y + 30, 'thin') +
    line(x - 4, y + 2, x - 4, y + 30, 'thin') +
    circle(x + 4, middle - 6, 3, 'ink') +
    circle(x + 4, middle + 6, 3, 'ink')
  )
}
