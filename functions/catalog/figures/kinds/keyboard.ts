/** One octave of keys with the semitones counted on them, and the name of every interval below. */
import * as v from 'valibot'
import { isBlackKey } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { lineHeight, rect, text } from '../paint.ts'

const whites = 8
const height = 240

export const keyboard = defineKind(
  {
    whiteNames: v.array(words),
    /** By semitones, from 0. */
    intervals: v.array(words),
  },
  ({ whiteNames, intervals }): Drawing => {
    const width = innerWidth / whites
    let [white, body, black] = [0, '', '']
    for (let semitone = 0; semitone <= 12; semitone += 1) {
      if (isBlackKey(semitone)) {
        const x = margin + white * width - 24
        black += rect({ x, y: top, width: 48, height: 138 }, 'ink') + text(x + 24, top + 122, `${semitone}`, 'm n b x')
      } else {
        const x = margin + white * width
        body += rect({ x, y: top, width, height }, 'box') + text(x + width / 2, top + 186, `${semitone}`, 'm n b')
        body += text(x + width / 2, top + 222, whiteNames[white] ?? '', 'm q')
        white += 1
      }
    }
    const listTop = top + height + 18
    const rows = Math.ceil(intervals.length / 2)
    for (const [semitone, name] of intervals.entries()) {
      const x = margin + Math.floor(semitone / rows) * (innerWidth / 2)
      const y = listTop + 21 + (semitone % rows) * (lineHeight + 3)
      body += text(x + 30, y, `${semitone}`, 'e n b') + text(x + 46, y, name)
    }
    return { body: body + black, bottom: listTop + rows * (lineHeight + 3) - 4 }
  },
)
