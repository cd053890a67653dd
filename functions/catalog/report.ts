/** What a run without problems tells the author. */
import type { CompiledMail } from './compiled.ts'
import { formatProblem, type Problem } from './problems.ts'
import type { Course } from './read-course.ts'
import { figureFile } from './render-page.ts'

export interface Report {
  readonly stages: readonly { readonly name: string; readonly written: number; readonly announced: number }[]
  readonly steps: Readonly<Record<'lesson' | 'review' | 'project', number>>
  readonly words: number
  readonly factsCited: number
  readonly terms: number
  readonly figures: number
  readonly figuresNotDrawn: readonly string[]
  readonly downloads: number
  readonly largestHtml: { readonly mail: string; readonly bytes: number }
  readonly warnings: readonly Problem[]
}

/** Answers: what was compiled, in numbers. */
export function makeReport(
  { path, lessons, glossary, assets }: Course,
  mails: ReadonlyMap<string, CompiledMail>,
  warnings: readonly Problem[],
): Report {
  const figures = [...new Set(lessons.flatMap(({ fields }) => fields.figure ?? []))]
  const sizes = [...mails].map(([mail, { htmlBytes }]) => ({ mail, bytes: htmlBytes }))
  const written = path.plan.filter((step) => step.written)
  const count = (kind: string) => written.filter((step) => step.kind === kind).length
  return {
    stages: path.fields.stages.map((stage) => {
      const steps = path.plan.filter((step) => step.stage === stage.id)
      return { name: stage.name, written: steps.filter((step) => step.written).length, announced: steps.length }
    }),
    steps: { lesson: count('lesson'), review: count('review'), project: count('project') },
    words: lessons.reduce((sum, lesson) => sum + lesson.body.words, 0),
    factsCited: new Set(lessons.flatMap(({ citations }) => citations.map(({ id }) => id))).size,
    terms: glossary.terms.length,
    figures: figures.length,
    figuresNotDrawn: figures.filter((figure) => !assets.has(figureFile(figure))),
    downloads: [...assets.keys()].filter((name) => name.startsWith('downloads/')).length,
    largestHtml: sizes.reduce((largest, size) => (size.bytes > largest.bytes ? size : largest), { mail: '', bytes: 0 }),
    warnings,
  }
}

/** Answers: the report as lines of a terminal. */
export function formatReport(report: Report): string {
  const { stages, steps, words, factsCited, terms, figures, figuresNotDrawn, downloads, largestHtml, warnings } = report
  const missing =
    figuresNotDrawn.length === 0 ? 'none missing' : `missing, shown in words: ${figuresNotDrawn.join(', ')}`
  return [
    ...stages.map((stage) => `${stage.name}: ${stage.written} of ${stage.announced} steps written`),
    `Steps: ${steps.lesson} lessons, ${steps.review} reviews, ${steps.project} projects; ${words} words to read`,
    `Facts cited: ${factsCited}. Terms in the glossary: ${terms}. Downloads: ${downloads}`,
    `Figures: ${figures - figuresNotDrawn.length} of ${figures} drawn; ${missing}`,
    `Largest mail: ${largestHtml.mail}, ${(largestHtml.bytes / 1000).toFixed(1)} KB of HTML`,
    `Warnings: ${warnings.length}`,
    ...warnings.map((warning) => `Worth a look: ${formatProblem(warning)}`),
  ].join('\n')
}
