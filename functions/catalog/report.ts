/** What a run without problems tells the author. */
import type { Assets } from './assets.ts'
import type { CompiledMail } from './compiled.ts'
import type { Lesson } from './lesson-file.ts'
import type { PathFile } from './path-file.ts'
import { formatProblem, type Problem } from './problems.ts'
import { figureFile } from './render-page.ts'

export interface Report {
  readonly stages: readonly { readonly name: string; readonly written: number; readonly announced: number }[]
  readonly words: number
  readonly figuresNotDrawn: readonly string[]
  readonly largestHtml: { readonly mail: string; readonly bytes: number }
  readonly warnings: readonly Problem[]
}

/** Answers: what was compiled, in numbers. */
export function makeReport(
  path: PathFile,
  lessons: readonly Lesson[],
  mails: ReadonlyMap<string, CompiledMail>,
  assets: Assets,
  warnings: readonly Problem[],
): Report {
  const figures = lessons.flatMap(({ fields }) => (fields.figure ? [fields.figure] : []))
  const sizes = [...mails].map(([mail, { htmlBytes }]) => ({ mail, bytes: htmlBytes }))
  return {
    stages: path.fields.stages.map((stage) => {
      const steps = path.plan.filter((step) => step.stage === stage.id)
      return { name: stage.name, written: steps.filter((step) => step.written).length, announced: steps.length }
    }),
    words: lessons.reduce((sum, lesson) => sum + lesson.body.words, 0),
    figuresNotDrawn: figures.filter((figure) => !assets.has(figureFile(figure))),
    largestHtml: sizes.reduce((largest, size) => (size.bytes > largest.bytes ? size : largest), { mail: '', bytes: 0 }),
    warnings,
  }
}

/** Answers: the report as lines of a terminal. */
export function formatReport(report: Report): string {
  const { stages, words, figuresNotDrawn, largestHtml, warnings } = report
  return [
    ...stages.map((stage) => `${stage.name}: ${stage.written} of ${stage.announced} steps written`),
    `Words to read: ${words}`,
    `Figures not drawn, shown in words: ${figuresNotDrawn.length === 0 ? 'none' : figuresNotDrawn.join(', ')}`,
    `Largest mail: ${largestHtml.mail}, ${(largestHtml.bytes / 1000).toFixed(1)} KB of HTML`,
    ...warnings.map((warning) => `Worth a look: ${formatProblem(warning)}`),
  ].join('\n')
}
