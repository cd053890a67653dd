/** Every figure of the content that ships, drawn. */
import { join } from 'node:path'
import { drawFigure } from '../../functions/catalog/figures/draw-figure.ts'
import { textBoxes } from '../../functions/catalog/figures/text-boxes.ts'
import { formatProblem } from '../../functions/catalog/problems.ts'
import { readFolder } from '../../functions/catalog/read-folder.ts'

export const content = readFolder(join(import.meta.dirname, '../../content'))

/** By name, such as `fig-eq-curves`: the SVG for pages. */
export const drawnFigures: ReadonlyMap<string, string> = new Map(
  [...content.keys()]
    .filter((path) => /\/figures\/[^/]+\.yaml$/.test(path))
    .map((path) => {
      const drawn = drawFigure(content, path)
      if ('problems' in drawn) throw new Error(drawn.problems.map(formatProblem).join('\n'))
      return [path.replace(/^.*\/|\.yaml$/g, ''), drawn.figure.svg('both')] as const
    }),
)

/** Answers: all words of the figure, as a reader meets them. */
export function wordsOf(svg: string): string {
  return textBoxes(svg)
    .map(({ words }) => words)
    .join(' ')
}
