/** `path.md`: which steps there are, in which order. */
import { readHead } from './front-matter.ts'
import type { Problem } from './problems.ts'
import { type PathFields, pathSchema, type StepFields } from './schema.ts'
import { type Files, readText } from './source.ts'

export interface PlanStep extends StepFields {
  readonly stage: string
  /** Where its text stands, or will stand. */
  readonly file: string
  readonly written: boolean
  readonly line: number | undefined
}

export interface PathFile {
  readonly folder: string
  readonly file: string
  readonly fields: PathFields
  /** Every step announced, in order; the finish is not among them. */
  readonly plan: readonly PlanStep[]
  readonly intro: string
  readonly introOffset: number
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined
  readonly lineOfId: (id: string) => number | undefined
}

/** Answers: in which folder does the path stand? One path per deployment in this version. */
export function findPathFolder(files: Files): { folder: string | undefined; problems: Problem[] } {
  const folders = [...files.keys()]
    .filter((file) => /^[^/]+\/path\.md$/.test(file))
    .map((file) => file.split('/')[0] ?? '')
  if (folders.length === 1) return { folder: folders[0], problems: [] }
  if (folders.length === 0) {
    const what = 'There is no path.'
    const remedy = 'Write `content/<path>/path.md` as content/README.md shows.'
    return { folder: undefined, problems: [{ file: 'path.md', field: 'path', what, remedy }] }
  }
  const what = `There are ${folders.length} paths (${folders.join(', ')}), and one deployment carries one path.`
  const remedy = 'Move all but one folder out of `content/`.'
  return { folder: folders[0], problems: [{ file: `${folders[1]}/path.md`, field: 'path', what, remedy }] }
}

/** Answers: the plan of the path, or undefined when its head is wrong. */
export function readPath(files: Files, folder: string): { path: PathFile | undefined; problems: readonly Problem[] } {
  const file = `${folder}/path.md`
  const { text, problems } = readText(files, file)
  if (problems.length > 0) return { path: undefined, problems }
  const head = readHead(file, text, pathSchema)
  const { fields, lineOf } = head
  if (!fields) return { path: undefined, problems: head.problems }
  const plan = fields.stages.flatMap((stage, stageIndex) =>
    stage.steps.map((step, stepIndex) => ({
      ...step,
      stage: stage.id,
      file: `${folder}/${stage.id}/${step.slug}.md`,
      written: step.status !== 'unwritten',
      line: lineOf(['stages', stageIndex, 'steps', stepIndex, 'id']),
    })),
  )
  const lineOfId = (id: string) => {
    const retired = fields.retired.indexOf(id)
    if (retired !== -1) return lineOf(['retired', retired])
    return id === fields.finish.id ? lineOf(['finish', 'id']) : plan.find((step) => step.id === id)?.line
  }
  const path = { folder, file, fields, plan, intro: head.body, introOffset: head.bodyOffset, lineOf, lineOfId }
  return { path, problems: [] }
}
