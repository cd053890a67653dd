/** Masters before and after a service that plays at one loudness, computed from its rule. */
import * as v from 'valibot'
import { playbackGain } from '../formulas/dynamics.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, signed, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const masterHeight = 172

export const loudness = defineKind(
  {
    target: v.strictObject({ lufs: number, ceilingDb: number }),
    fromDb: number,
    masters: v.array(v.strictObject({ name: words, lufs: number, truePeakDb: number })),
    notes: v.optional(v.array(words), []),
  },
  ({ target, fromDb, masters, notes }): Drawing => {
    const left = margin + 94
    const width = margin + innerWidth - left
    const at = (db: number) => left + width * (1 - db / fromDb)
    const first = top + lineHeight + 14
    const bottom = first + masters.length * masterHeight
    let body =
      text(at(target.lufs), top + 20, `plays at ${figure(target.lufs)} LUFS`, 'm r') +
      line(at(target.lufs), top + 30, at(target.lufs), bottom - 10, 'red dash')
    for (const [index, master] of masters.entries()) {
      const y = first + index * masterHeight
      const gain = playbackGain(master, target)
      const after = { lufs: master.lufs + gain, truePeakDb: master.truePeakDb + gain }
      body +=
        line(margin, y, margin + innerWidth, y, 'hair') +
        text(margin, y + 30, `${master.name}: ${gain === 0 ? 'unchanged' : `${signed(gain)} dB`}`, 'b h')
      body += drawBar(master, 'before', y + 44, { left, at }) + drawBar(after, 'after', y + 104, { left, at })
    }
    const wrapped = notes.flatMap((note) => wrapWords(note, innerWidth))
    body += lines(margin, bottom + 24, wrapped, 'q')
    return { body, bottom: bottom + wrapped.length * lineHeight }
  },
)

function drawBar(
  level: { lufs: number; truePeakDb: number },
  label: 'before' | 'after',
  y: number,
  { left, at }: { left: number; at: (db: number) => number },
): string {
  const box = { x: left, y, width: at(level.lufs) - left, height: 24 }
  const peak = at(level.truePeakDb)
  return [
    text(margin, y + 20, label),
    rect(box, label === 'before' ? 'pattern:hatch' : 'ink'),
    rect(box, 'thin'),
    line(box.x + box.width, y + 12, peak, y + 12, 'line dot'),
    line(peak, y, peak, y + 24, 'bold'),
    text(box.x + box.width - 6, y + 50, `${figure(level.lufs)} LUFS`, 'e'),
    text(margin + innerWidth, y + 50, `${figure(level.truePeakDb)} dBTP`, 'e'),
  ].join('')
}
