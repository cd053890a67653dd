/** Where lines may end: not between a number and its unit, nor inside a range or the name of a note. */

const units =
  '%|°C|dB[A-Za-z]*|LUFS|LKFS|LU|k?Hz|m?s|min|h|[cmk]?m|mA|V|BPM|rpm|[kMG]B(?:/s)?|Mbit/s|bits?|[kM]?Ω|(?:kil|meg)?ohm'
const beforeUnit = new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu')
const hyphened = /\b(?:\d[\d.,:]*(?:-\d[\d.,:]*)+|\d+-(?:bit|inch)|[A-G]-(?:flat|sharp)|flat-[IV]+)\b/g

/** Answers: this text with every number tied to its unit. */
export function withTiedUnits(text: string): string {
  return text.replace(beforeUnit, '\u00a0')
}

/** Answers: this escaped text, held together where it must be. */
export function unbroken(html: string): string {
  return withTiedUnits(html).replace(hyphened, '<span class="whole">$&</span>')
}

/** Answers: the words between which a line of this text may end. */
export function breakableWords(text: string): string[] {
  return withTiedUnits(text)
    .split(' ')
    .map((word) => word.replaceAll('\u00a0', ' '))
}

/** Answers: this name of a file, to be broken where its parts meet. */
export function breakable(html: string): string {
  return html.replace(/_(?=\w{3})/g, '_<wbr>')
}

const shortCell = 9

/** Answers: is this what a cell of a table shows in one line, however narrow the screen? */
export function isShort(cell: string): boolean {
  return cell.length <= shortCell && /[\s/-]/.test(cell)
}
