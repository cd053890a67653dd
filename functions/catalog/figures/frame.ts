/** A drawing in its frame: paper, the tape label with the stage's edge, and the style sheet. */

import { escapeText, rect, text, widthOf } from './paint.ts'
import { canvasWidth, figureStyle, type Theme } from './theme.ts'

export const margin = 20
/** Where the drawing begins, under the tape label. */
export const top = 72
export const innerWidth = canvasWidth - 2 * margin

export interface Drawing {
  readonly body: string
  /** The lowest point that is drawn on. */
  readonly bottom: number
}

export const stages = ['E', 'B', 'M', 'T', 'C'] as const
export type Stage = (typeof stages)[number]

export interface Frame {
  /** The figure's own name; keeps the ids of inlined figures apart. */
  readonly name: string
  readonly title: string
  readonly stage: Stage
}

/** Answers: the whole figure, following the reader's theme or fixed to one. */
export function frameDrawing(frame: Frame, drawing: Drawing, theme: Theme | 'both'): string {
  const height = Math.ceil(drawing.bottom + margin)
  const body = `${patterns(drawing.body)}${rect({ x: 0, y: 0, width: canvasWidth, height }, 'paper')}${tapeLabel(frame)}${drawing.body}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${canvasWidth}" height="${height}" viewBox="0 0 ${canvasWidth} ${height}" class="fig" role="img">
<title>${escapeText(frame.title)}</title>
<style>
${figureStyle(theme)}
</style>
<g class="fig">
${body.replaceAll('-ID)', `-${frame.name})`).replaceAll('-ID"', `-${frame.name}"`)}</g>
</svg>
`
}

/** The stages differ in colour and in the pattern of the edge, as on the pages' tape. */
const edgePatterns: Readonly<Record<Stage, readonly number[]>> = {
  E: [40],
  B: [10, 5, 10, 5, 10],
  M: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
  T: [17, 3, 3, 3, 14],
  C: [4, 4, 14, 4, 14],
}

function tapeLabel({ title, stage }: Frame): string {
  const words = title.toUpperCase()
  const width = widthOf(words, 'label') + words.length + 40
  const edge = `edge${stages.indexOf(stage) + 1}`
  const marks: string[] = []
  let y = margin - 4
  for (const [index, length] of edgePatterns[stage].entries()) {
    if (index % 2 === 0) marks.push(rect({ x: margin, y, width: 7, height: length }, edge))
    y += length
  }
  return `${rect({ x: margin, y: margin - 4, width, height: 40 }, 'tape')}${marks.join('')}${text(margin + 21, margin + 24, words, 'label')}`
}

const patternShapes: Readonly<Record<string, string>> = {
  hatch: '<path d="M-2 8L8 -2M0 14L14 0M6 16L16 6" class="thin"/>',
  dots: '<circle cx="3" cy="3" r="2" class="ink"/><circle cx="10" cy="10" r="2" class="ink"/>',
  bars: '<path d="M3 0V14M10 0V14" class="thin"/>',
  weave: '<path d="M0 0L14 14M14 0L0 14" class="thin"/>',
  level: '<path d="M0 3H14M0 10H14" class="thin"/>',
}

/** Only those that are used: an id that stands in no figure cannot clash in another. */
function patterns(body: string): string {
  const used = Object.entries(patternShapes).filter(([name]) => body.includes(`url(#${name}-ID)`))
  if (used.length === 0) return ''
  const shapes = used.map(
    ([name, shape]) =>
      `<pattern id="${name}-ID" width="14" height="14" patternUnits="userSpaceOnUse">${shape}</pattern>`,
  )
  return `<defs>${shapes.join('')}</defs>\n`
}
