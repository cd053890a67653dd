/** Rules inside `path.md`: ids, slugs, the sample, titles. */
import type { PathFile } from './path-file.ts'
import type { Problem } from './problems.ts'
import { factPattern } from './references.ts'

const titleWordsMax = 12

/** Answers: which ids, slugs, stages or letters occur twice, and is the sample a lesson that can be read? */
export function checkPath(path: PathFile): Problem[] {
  const { file, fields, plan } = path
  const finish = { ...fields.finish, line: path.lineOf(['finish', 'id']) }
  const stages = fields.stages.map((stage, index) => ({ ...stage, line: path.lineOf(['stages', index, 'id']) }))
  const problems: Problem[] = [
    ...duplicates([...plan, finish], 'id', 'Give the later one a new id: an id names one step for ever.'),
    ...duplicates([...plan, finish], 'slug', 'Give the later one another slug, and name its file after it.'),
    ...duplicates(stages, 'id', 'Give the later stage another id, and name its folder after it.'),
    ...duplicates(stages, 'letter', 'Give the later stage another letter.'),
  ].map((problem) => ({ file, ...problem }))
  for (const { id, line } of plan.filter((step) => factPattern.test(step.id))) {
    const what = `The id ${id} could be taken for a fact in a link such as \`[words](${id})\`.`
    problems.push({ file, line, field: 'id', what, remedy: 'Give the step an id with another letter than F.' })
  }
  if (!plan.some((step) => step.written)) {
    const what = 'The path has no written step, so there is nothing to send.'
    problems.push({
      file,
      field: 'stages',
      what,
      remedy: 'Write one lesson and take `status: unwritten` off its entry.',
    })
  }
  const sample = plan.find((step) => step.id === fields.sample)
  if (!sample?.written || sample.kind !== 'lesson') {
    const what = `The sample ${fields.sample} is not a written lesson of this path.`
    const remedy = 'Name a lesson that is written: anybody may read it before signing up.'
    problems.push({ file, line: path.lineOf(['sample']), field: 'sample', what, remedy })
  }
  return problems
}

/** Answers: which titles are longer than a tape label bears? For the report only. */
export function warnOfTitles(path: PathFile): Problem[] {
  return path.plan.flatMap((step) => {
    const words = step.title.split(/\s+/).length
    if (words <= titleWordsMax) return []
    const what = `The title of ${step.id} has ${words} words.`
    return [{ file: path.file, line: step.line, field: 'title', what, remedy: `Use ${titleWordsMax} at most.` }]
  })
}

type Entry<Field extends string> = Readonly<Record<Field, string>> & { readonly line: number | undefined }

function duplicates<Field extends string>(entries: readonly Entry<Field>[], field: Field, remedy: string) {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const value = entry[field]
    if (!seen.has(value)) {
      seen.add(value)
      return []
    }
    return [{ line: entry.line, field, what: `\`${value}\` occurs twice.`, remedy }]
  })
}
