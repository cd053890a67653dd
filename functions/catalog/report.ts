/** What a run without problems tells the author. */
import { secondsOf } from './audio/example-file.ts'
import { soundFile } from './audio/read-examples.ts'
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
  readonly sounds: {
    readonly examples: number
    readonly drills: number
    readonly seconds: number
    readonly bytes: number
  }
  readonly largestHtml: { readonly mail: string; readonly bytes: number }
  readonly warnings: readonly Problem[]
}

/** Answers: what was compiled, in numbers. */
export function makeReport(
  { path, lessons, glossary, assets, examples }: Course,
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
    sounds: countSounds(examples, assets),
    largestHtml: sizes.reduce((largest, size) => (size.bytes > largest.bytes ? size : largest), { mail: '', bytes: 0 }),
    warnings,
  }
}

function countSounds(examples: Course['examples'], assets: Course['assets']): Report['sounds'] {
  const sounds = [...examples.values()].flatMap(({ example }) => example ?? [])
  const drills = sounds.filter(({ drill }) => drill !== undefined).length
  return {
    examples: sounds.length - drills,
    drills,
    seconds: sounds.reduce((sum, example) => sum + secondsOf(example), 0),
    bytes: sounds.reduce((sum, { id }) => sum + (assets.get(soundFile(id))?.body.length ?? 0), 0),
  }
}

/** Answers: the report as lines of a terminal. */
export function formatReport(report: Report): string {
  const {
    stages,
    steps,
    words,
    factsCited,
    terms,
    figures,
    figuresNotDrawn,
    downloads,
    sounds,
    largestHtml,
    warnings,
  } = report
  const missing =
    figuresNotDrawn.length === 0 ? 'none missing' : `missing, shown in words: ${figuresNotDrawn.join(', ')}`
  return [
    ...stages.map((stage) => `${stage.name}: ${stage.written} of ${stage.announced} steps written`),
    `Steps: ${steps.lesson} lessons, ${steps.review} reviews, ${steps.project} projects; ${words} words to read`,
    `Facts cited: ${factsCited}. Terms in the glossary: ${terms}. Downloads: ${downloads}`,
    `Figures: ${figures - figuresNotDrawn.length} of ${figures} drawn; ${missing}`,
    `To hear: ${sounds.examples} examples and ${sounds.drills} drills; ${Math.round(sounds.seconds)} s, ${(sounds.bytes / 1e6).toFixed(1)} MB`,
    `Largest mail: ${largestHtml.mail}, ${(largestHtml.bytes / 1000).toFixed(1)} KB of HTML`,
    `Warnings: ${warnings.length}`,
    ...warnings.map((warning) => `Worth a look: ${formatProblem(warning)}`),
  ].join('\n')
}
