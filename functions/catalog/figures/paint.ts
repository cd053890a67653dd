/** The few marks that every figure is made of. Coordinates are those of the canvas: no transforms, so tests can measure. */
import { withCurvedQuotes } from '../curved-quotes.ts'
import { type Face, textWidth, wrapWords } from './text-width.ts'

export const lineHeight = 28

/** `m` middle, `e` end, `b` bold, `n` number, `q` quiet, `x` on ink, `k` and `w` on white and black keys, `r` red, `h` with a halo: see theme.ts. */
export type TextStyle = string

export function text(x: number, y: number, words: string, style: TextStyle = ''): string {
  // Refuses a letter that the font lacks.
  textWidth(words, faceOf(style))
  return `<text x="${round(x)}" y="${round(y)}"${attribute('class', style)}>${escapeText(words)}</text>\n`
}

/** Answers: the lines one below the other, the first on this baseline. */
export function lines(x: number, y: number, words: readonly string[], style: TextStyle = ''): string {
  return words.map((line, index) => text(x, y + index * lineHeight, line, style)).join('')
}

export interface Paragraph {
  readonly svg: string
  readonly height: number
}

/** Answers: words wrapped to a width, and how much height they take; `y` is their upper edge. */
export function paragraph(x: number, y: number, width: number, words: string, style: TextStyle = ''): Paragraph {
  const wrapped = wrapWords(words, width, faceOf(style))
  return { svg: lines(x, y + 21, wrapped, style), height: wrapped.length * lineHeight }
}

/** Answers: words centred in a box, both ways. */
export function centred(box: Box, words: string, style: TextStyle = ''): string {
  const wrapped = wrapWords(words, box.width - 12, faceOf(style))
  assertRoom(words, wrapped, box.height)
  const top = box.y + (box.height - wrapped.length * lineHeight) / 2
  return lines(box.x + box.width / 2, top + 21.5, wrapped, `m ${style}`.trim())
}

/** Refuses words that need more lines than their box has room for. */
export function assertRoom(words: string, wrapped: readonly string[], height: number): void {
  // The upper and lower edge of a line are empty: a box may be that much lower than its lines.
  const spare = 6
  if (wrapped.length * lineHeight - spare <= height) return
  throw new Error(`The words "${words}" need ${wrapped.length} lines, which is more than their box is high.`)
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function rect({ x, y, width, height }: Box, style: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${fillOrClass(style)}/>\n`
}

export function line(x1: number, y1: number, x2: number, y2: number, style = 'line'): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${style}"/>\n`
}

export function circle(x: number, y: number, radius: number, style: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${fillOrClass(style)}/>\n`
}

export type Point = readonly [x: number, y: number]

export function polyline(points: readonly Point[], style: string): string {
  return path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`, style)
}

export function polygon(points: readonly Point[], style: string): string {
  return path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`, style)
}

export function path(shape: string, style: string): string {
  return `<path d="${shape}" ${fillOrClass(style)}/>\n`
}

/** A line that ends in an arrow head. */
export function arrow(from: Point, to: Point, style = 'thin'): string {
  return line(...from, ...to, style) + arrowHead(from, to, style.startsWith('red') ? 'redfill' : 'ink')
}

export function arrowHead(from: Point, to: Point, fill = 'ink'): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const corner = (turn: number): Point => [to[0] - 13 * Math.cos(angle + turn), to[1] - 13 * Math.sin(angle + turn)]
  return polygon([to, corner(0.42), corner(-0.42)], fill)
}

/** Answers: which font a text of this style is set in. */
export function faceOf(style: TextStyle): Face {
  const classes = style.split(' ')
  const bold = classes.includes('b') || classes.includes('label')
  if (classes.includes('n') || classes.includes('label')) return bold ? 'monoBold' : 'mono'
  return bold ? 'bold' : 'sans'
}

/** Answers: how wide are these words in this style? */
export function widthOf(words: string, style: TextStyle = ''): number {
  return textWidth(words, faceOf(style))
}

/** One decimal is finer than any screen, and keeps bytes equal where machines differ in the last digit of a cosine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

const patternPrefix = 'pattern:'

function fillOrClass(style: string): string {
  const pattern = style.split(' ').find((name) => name.startsWith(patternPrefix))
  const rest = style.split(' ').filter((name) => name !== pattern)
  const fill = pattern === undefined ? '' : `fill="url(#${pattern.slice(patternPrefix.length)}-ID)"`
  return `${rest.length === 0 ? '' : `class="${rest.join(' ')}"`} ${fill}`.trim()
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${value}"`
}

export function escapeText(words: string): string {
  return withCurvedQuotes(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
