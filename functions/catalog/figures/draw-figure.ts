/** One figure's file → its drawing, or what is wrong with the file. */
import * as v from 'valibot'
import { readYaml } from '../front-matter.ts'
import type { Problem } from '../problems.ts'
import { type Files, readText } from '../source.ts'
import { frameDrawing } from './frame.ts'
import { kinds } from './kinds/kinds.ts'
import { misplacedWords } from './text-boxes.ts'
import type { Theme } from './theme.ts'

interface DrawnFigure {
  /** The whole SVG, following the reader's theme or fixed to one. */
  readonly svg: (theme: Theme | 'both') => string
}

export type FigureResult = { readonly figure: DrawnFigure } | { readonly problems: readonly Problem[] }

const remedy = 'Compare with another figure of this kind, and with content/README.md.'
const kindSchema = v.looseObject({ kind: v.string() })

/** Answers: the figure of this file, such as `…/figures/fig-eq-curves.yaml`. */
export function drawFigure(files: Files, file: string): FigureResult {
  const { text, problems: unreadable } = readText(files, file)
  if (unreadable.length > 0) return { problems: unreadable }
  const first = readYaml(file, text, kindSchema)
  if (!first.fields) return { problems: first.problems }
  const kind = kinds[first.fields.kind]
  if (!kind) {
    const what = `There is no kind of figure called \`${first.fields.kind}\`.`
    const remedy = `Use one of ${Object.keys(kinds).join(', ')}.`
    return { problems: [{ file, line: first.lineOf(['kind']), field: 'kind', what, remedy }] }
  }
  const { fields, problems } = readYaml(file, text, kind.schema)
  // Fields of figures share names with those of lessons, whose remedies would mislead here.
  if (!fields) return { problems: problems.map((problem) => ({ ...problem, remedy })) }
  const name = (file.split('/').at(-1) ?? file).replace(/\.yaml$/, '')
  try {
    const drawing = kind.draw(fields)
    const frame = { name, title: fields.title, stage: fields.stage }
    const svg = (theme: Theme | 'both') => frameDrawing(frame, drawing, theme)
    const misplaced = misplacedWords(svg('light'))
    if (misplaced.length === 0) return { figure: { svg } }
    const shorten = 'Shorten or move them, or give the drawing more room.'
    return { problems: misplaced.map((what) => ({ file, field: 'drawing', what, remedy: shorten })) }
  } catch (error) {
    // Data in the right shape can still contradict itself: a link to no node, a bracket around no row.
    const what = error instanceof Error ? error.message : String(error)
    return { problems: [{ file, field: 'drawing', what, remedy }] }
  }
}
