/** One octave of keys with the semitones counted on them, and the name of every interval below. */
import * as v from 'valibot'
import { isBlackKey } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, words } from '../kind.ts'
import { line, lineHeight, lines, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const whites = 8
const height = 240
const rowHeight = lineHeight + 3

export const keyboard = defineKind(
  {
    whiteNames: v.array(words),
    /** Two names for each black key, from the left. */
    blackNames: v.array(v.tuple([words, words])),
    /** By semitones, from 0. */
    intervals: v.array(words),
    note: words,
  },
  ({ whiteNames, blackNames, intervals, note }): Drawing => {
    const width = innerWidth / whites
    let [white, body, black] = [0, '', '']
    const names = [...blackNames]
    for (let semitone = 0; semitone <= 12; semitone += 1) {
      if (isBlackKey(semitone)) {
        const x = margin + white * width - 24
        black +=
          rect({ x, y: top, width: 48, height: 148 }, 'blackkey') + text(x + 24, top + 134, `${semitone}`, 'm n b w')
        black += lines(x + 24, top + 32, names.shift() ?? [], 'm w')
      } else {
        const x = margin + white * width
        body += rect({ x, y: top, width, height }, 'key') + text(x + width / 2, top + 186, `${semitone}`, 'm n b k')
        body += text(x + width / 2, top + 222, whiteNames[white] ?? '', 'm k')
        white += 1
      }
    }
    const listTop = top + height + 18
    // An interval and its inversion share a row: together they make an octave.
    for (let low = 0; low <= 6; low += 1) {
      const y = listTop + 21 + low * rowHeight
      const name = intervals[low] ?? ''
      body += text(margin + 30, y, `${low}`, 'e n b') + text(margin + 46, y, name)
      if (low === 6) continue
      body += line(margin + 58 + widthOf(name), y - 7, margin + innerWidth / 2 - 8, y - 7, 'line dot')
      body +=
        text(margin + innerWidth / 2 + 30, y, `${12 - low}`, 'e n b') +
        text(margin + innerWidth / 2 + 46, y, intervals[12 - low] ?? '')
    }
    const noteTop = listTop + 7 * rowHeight
    body += lines(margin, noteTop + 24, wrapWords(note, innerWidth), 'q')
    return { body: body + black, bottom: noteTop + wrapWords(note, innerWidth).length * lineHeight }
  },
)
