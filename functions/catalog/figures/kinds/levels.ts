/** One signal through the stages of a chain: noise, peak and clip point of each, on one axis of level. */
import * as v from 'valibot'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, number, signed, words } from '../kind.ts'
import { line, lineHeight, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const rowHeight = 88
const barHeight = 24

export const levels = defineKind(
  {
    from: number,
    to: number,
    stages: v.array(
      v.strictObject({
        name: words,
        unit: words,
        /** What is added to this stage's numbers to place them on the axis: 18 where 0 dBFS is +18 dBu. */
        shift: v.optional(number, 0),
        noise: number,
        peak: number,
        clip: v.optional(number),
        note: v.optional(words),
      }),
    ),
    notes: v.array(words),
  },
  (data): Drawing => {
    const at = (value: number) => margin + (innerWidth * (value - data.from)) / (data.to - data.from)
    let body = ''
    for (const [index, stage] of data.stages.entries()) {
      const y = top + index * rowHeight
      body += text(margin, y + 20, `${index + 1} ${stage.name}`, 'b')
      if (stage.note !== undefined) body += text(margin + innerWidth, y + 20, stage.note, 'e q')
      body += drawBar(stage, y + 34, at)
    }
    const bottom = top + data.stages.length * rowHeight
    const notes = data.notes.flatMap((note) => wrapWords(note, innerWidth))
    body += notes.map((words, index) => text(margin, bottom + 20 + index * lineHeight, words, 'q')).join('')
    return { body, bottom: bottom + notes.length * lineHeight }
  },
)

interface Stage {
  readonly unit: string
  readonly shift: number
  readonly noise: number
  readonly peak: number
  readonly clip?: number | undefined
}

function drawBar(stage: Stage, y: number, at: (value: number) => number): string {
  const place = (value: number) => at(value + stage.shift)
  const [noise, peak] = [place(stage.noise), place(stage.peak)]
  const middle = y + barHeight / 2 + 8
  let body = line(margin, y + barHeight, margin + innerWidth, y + barHeight, 'hair')
  body += rect({ x: noise, y, width: peak - noise, height: barHeight }, 'pattern:hatch')
  body +=
    line(noise, y, noise, y + barHeight, 'bold') +
    rect({ x: peak - 5, y: y - 4, width: 5, height: barHeight + 8 }, 'ink')
  body += text(noise - 8, middle, signed(stage.noise), 'e n q')
  body += text(peak + 8, middle, signed(stage.peak), 'n b')
  if (stage.clip === undefined) return body
  const clip = place(stage.clip)
  body += rect({ x: clip - 3, y: y - 8, width: 6, height: barHeight + 16 }, 'redfill')
  return body + text(clip + 9, middle, signed(stage.clip), 'n r')
}
