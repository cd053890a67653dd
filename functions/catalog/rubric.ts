/** "The rubric" of a project: criteria in bold, each above the list of its four levels. */
import { criteriaMax, criterionMax } from '../domain/hand-in.ts'
import { listItems, paragraphText, type Section, splitBlocks } from './blocks.ts'
import type { BodyProblem } from './lesson-body.ts'

export interface Criterion {
  /** Its name as marks are kept under it: a renamed criterion is a new one. */
  readonly id: string
  readonly name: string
  /** From "not yet" to "strong", in inline Markdown. */
  readonly levels: readonly string[]
}

const levelCount = 4
const criterionPattern = /^\*\*([^*]+)\*\*$/
const field = 'The rubric'
const remedy =
  'Write `**Criterion**` in a line of its own and below it a list `1.` to `4.`, from "not yet" to "strong".'

/** Answers: the criteria with their levels; none for a step without this section. What stands before them is prose. */
export function readRubric(section: Section | undefined): { criteria: Criterion[]; problems: BodyProblem[] } {
  const criteria: Criterion[] = []
  const problems: BodyProblem[] = []
  const blocks = splitBlocks(section?.tokens ?? [])
  for (const [index, block] of blocks.entries()) {
    const line = block[0]?.map?.[0] ?? section?.line ?? 0
    const name = criterionPattern.exec(paragraphText(block).trim())?.[1]?.trim()
    if (name === undefined) continue
    const list = blocks[index + 1] ?? []
    const levels = list[0]?.type === 'ordered_list_open' ? listItems(list).flatMap(({ text }) => text ?? []) : []
    const id = idOf(name)
    const isKnown = criteria.some((criterion) => criterion.id === id)
    criteria.push({ id, name, levels })
    if (levels.length !== levelCount) {
      problems.push({ line, field, what: `\`${name}\` has ${levels.length} levels, and a criterion has 4.`, remedy })
    }
    if (isKnown || id === '' || id.length > criterionMax) {
      const what = `\`${name}\` is there twice, has no letters or is longer than ${criterionMax} characters.`
      problems.push({ line, field, what, remedy: 'Give each criterion a short name of its own.' })
    }
  }
  if (criteria.length > criteriaMax) {
    const what = `There are ${criteria.length} criteria, and ${criteriaMax} can be marked.`
    problems.push({ line: section?.line ?? 0, field, what, remedy: 'Join those that are judged by the same evidence.' })
  }
  return { criteria, problems }
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
