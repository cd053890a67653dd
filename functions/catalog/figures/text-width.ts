/** How wide words are, measured in the fonts that the PNGs are drawn with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { breakableWords } from '../unbroken.ts'
import { readGlyphWidths } from './glyph-widths.ts'
import { textSize } from './theme.ts'

const folder = join(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/package.json')), '../ttf')

export const fontFiles = {
  sans: join(folder, 'DejaVuSansCondensed.ttf'),
  bold: join(folder, 'DejaVuSansCondensed-Bold.ttf'),
  mono: join(folder, 'DejaVuSansMono.ttf'),
  monoBold: join(folder, 'DejaVuSansMono-Bold.ttf'),
} as const

export type Face = keyof typeof fontFiles

const widths = new Map<Face, ReadonlyMap<number, number>>()

/** A reader's own system font may be wider than our condensed one: DejaVu Sans and Verdana, by a ninth. */
const spare = 1.115

/** Answers: how many units of the canvas does this line need, in the widest font we reckon with? */
export function textWidth(words: string, face: Face = 'sans'): number {
  const ofFace = widths.get(face) ?? readGlyphWidths(readFileSync(fontFiles[face]))
  widths.set(face, ofFace)
  let sum = 0
  for (const letter of words) {
    const width = ofFace.get(letter.codePointAt(0) ?? 0)
    if (width === undefined) throw new MissingGlyph(letter, words)
    sum += width
  }
  return sum * textSize * (face.startsWith('mono') ? 1.02 : spare)
}

/** The PNG would show a box in its place. */
class MissingGlyph extends Error {
  override readonly name = 'MissingGlyph'
  constructor(letter: string, words: string) {
    super(`The figures' font has no letter for "${letter}" in "${words}". Write it in another way.`)
  }
}

/** Answers: these words on lines no wider than `width`. A word wider than that stands alone. */
export function wrapWords(words: string, width: number, face: Face = 'sans'): readonly string[] {
  const lines: string[] = []
  for (const part of words.split('\n')) {
    let line = ''
    for (const word of breakableWords(part)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && textWidth(longer, face) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}
