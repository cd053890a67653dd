/** TrueType, as far as the width of a letter needs it. */

/** Answers: the advance width of every letter in ems, by code point (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap`). */
export function readGlyphWidths(font: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = readTables(view)
  const at = (tag: string) => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`The font has no table "${tag}". Use a TrueType font.`)
    return offset
  }
  const unitsPerEm = view.getUint16(at('head') + 18)
  const lastOwnWidth = view.getUint16(at('hhea') + 34) - 1
  const widthOf = (glyph: number) => view.getUint16(at('hmtx') + 4 * Math.min(glyph, lastOwnWidth)) / unitsPerEm
  const widths = new Map<number, number>()
  for (const [letter, glyph] of readLetters(view, at('cmap'))) widths.set(letter, widthOf(glyph))
  return widths
}

function readTables(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)))
    tables.set(tag, view.getUint32(record + 8))
  }
  return tables
}

/** Format 4 holds the basic plane, which is all that figures use. */
function* readLetters(view: DataView, cmap: number): Generator<[letter: number, glyph: number]> {
  const count = view.getUint16(cmap + 2)
  const offsets = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index))
  const table = offsets.find((offset) => view.getUint16(offset) === 4)
  if (table === undefined) throw new Error('The font has no character map of format 4. Use a TrueType font.')
  const segments = view.getUint16(table + 6) / 2
  const ends = table + 14
  for (let segment = 0; segment < segments; segment += 1) {
    const end = view.getUint16(ends + 2 * segment)
    const start = view.getUint16(ends + 2 + 2 * (segments + segment))
    const delta = view.getUint16(ends + 2 + 2 * (2 * segments + segment))
    const rangePlace = ends + 2 + 2 * (3 * segments + segment)
    const range = view.getUint16(rangePlace)
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const found = range === 0 ? letter : view.getUint16(rangePlace + range + 2 * (letter - start))
      if (range === 0 || found !== 0) yield [letter, (found + delta) & 0xffff]
    }
  }
}
