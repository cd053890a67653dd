/** Rules between `placement.yaml` and the path: every learner gets a result, and it names what there is. */
import { type BlockState, firstMatch, type PlacementRule } from '../domain/place.ts'
import type { PathFile } from './path-file.ts'
import type { PlacementFile } from './placement-file.ts'
import type { Problem } from './problems.ts'
import type { PlacementFields } from './schema.ts'

type Fault = Pick<Problem, 'field' | 'what' | 'remedy'>
type Item = PlacementFields['items'][number]

/** Answers: what is wrong with the placement check, against the path that it places on? */
export function checkPlacement(placement: PlacementFile, path: PathFile): Problem[] {
  const { file, fields, lineOf } = placement
  const { items, scoring } = fields
  const at = (place: readonly (string | number)[], faults: readonly Fault[]) =>
    faults.map((fault) => ({ file, line: lineOf(place), ...fault }))
  return [
    ...items.flatMap((item, index) => at(['items', index, 'id'], itemFaults(item, index, items, path))),
    ...at(['scoring', 'readyAt'], readyFaults(fields)),
    ...scoring.rules.flatMap((rule, index) => at(['scoring', 'rules', index], ruleFaults(rule, fields, path))),
    ...at(['scoring', 'rules'], coverageFaults(fields)),
  ]
}

function itemFaults(item: Item, index: number, items: readonly Item[], path: PathFile): Fault[] {
  const faults: Fault[] = []
  if (items.findIndex(({ id }) => id === item.id) !== index) {
    const remedy = 'Give the later one a new id: an id means one question for ever.'
    faults.push({ field: 'id', what: `\`${item.id}\` occurs twice.`, remedy })
  }
  if (!path.fields.stages.some(({ id }) => id === item.stage)) faults.push(noStage('stage', item.stage))
  if (items[index - 1]?.stage !== item.stage && items.slice(0, index).some(({ stage }) => stage === item.stage)) {
    const what = `${item.id} stands apart from the other questions of \`${item.stage}\`.`
    faults.push({ field: 'stage', what, remedy: 'Move it to the block of its stage.' })
  }
  if (item.answer >= item.options.length) {
    const what = `${item.id} has ${item.options.length} options, so none stands at place ${item.answer}.`
    faults.push({ field: 'answer', what, remedy: 'Write the place of the right option, counted from 0.' })
  }
  if (new Set(item.options).size !== item.options.length) {
    const what = `${item.id} offers the same option twice.`
    faults.push({ field: 'options', what, remedy: 'Write options that differ.' })
  }
  const lesson = path.plan.find(({ id }) => id === item.review)
  if (!lesson?.written || lesson.kind !== 'lesson' || lesson.stage !== item.stage) {
    const what = `${item.id} sends to ${item.review}, which is not a written lesson of \`${item.stage}\`.`
    faults.push({ field: 'review', what, remedy: 'Name the lesson of that stage which answers the question.' })
  }
  return faults
}

function readyFaults({ items, scoring }: PlacementFields): Fault[] {
  return [...Map.groupBy(items, ({ stage }) => stage)].flatMap(([stage, block]) => {
    if (block.length >= scoring.readyAt) return []
    const what = `The block \`${stage}\` has ${block.length} questions, so nobody could have ${scoring.readyAt} right.`
    return [{ field: 'readyAt', what, remedy: 'Lower it, or add questions to the block.' }]
  })
}

function ruleFaults(rule: PlacementRule, { items }: PlacementFields, path: PathFile): Fault[] {
  const stages = path.fields.stages.map(({ id }) => id)
  const start = stages.indexOf(rule.start)
  const faults: Fault[] = Object.keys(rule.when)
    .filter((stage) => !items.some((item) => item.stage === stage))
    .map((stage) => {
      const what = `\`${stage}\` has no block of questions.`
      return { field: 'when', what, remedy: 'Name a stage that has one, or take it out.' }
    })
  if (!path.plan.some(({ stage, written }) => written && stage === rule.start))
    faults.push(noStage('start', rule.start))
  for (const stage of rule.skipLater ?? []) {
    if (stages.indexOf(stage) > start) continue
    const what = `\`${stage}\` does not come after \`${rule.start}\`, so it cannot be left out later.`
    faults.push({ field: 'skipLater', what, remedy: 'Name a stage after the start, or take it out.' })
  }
  for (const id of rule.fastLane?.steps ?? []) {
    if (path.plan.some((step) => step.id === id && step.stage === rule.start)) continue
    const what = `${id} is no step of \`${rule.start}\`.`
    faults.push({ field: 'fastLane', what, remedy: 'Name steps of the stage that the rule starts at.' })
  }
  const { otherwise } = rule
  const before = path.plan.find(({ id }) => id === otherwise)
  if (otherwise !== undefined && (before === undefined || stages.indexOf(before.stage) >= start)) {
    const what = `${otherwise} does not come before \`${rule.start}\`.`
    faults.push({ field: 'otherwise', what, remedy: 'Name a step of an earlier stage.' })
  }
  return faults
}

/** Every combination of blocks is looked up, so that no learner is left without a result and no rule without learners. */
function coverageFaults({ items, scoring: { rules } }: PlacementFields): Fault[] {
  const blocks = [...new Set(items.map(({ stage }) => stage))]
  const combinations = combinationsOf(blocks)
  const matched = combinations.map((states) => firstMatch(rules, states))
  const missing = combinations[matched.indexOf(undefined)]
  const idle = rules.findIndex((rule) => !matched.includes(rule))
  const remedy = 'Read the rules from the top: the first that matches wins.'
  return [
    ...(missing === undefined ? [] : [{ field: 'rules', what: `No rule matches ${wordsOf(missing)}.`, remedy }]),
    ...(idle === -1 ? [] : [{ field: 'rules', what: `Rule ${idle + 1} never wins.`, remedy }]),
  ]
}

function combinationsOf(blocks: readonly string[]): ReadonlyMap<string, BlockState>[] {
  return blocks.reduce<ReadonlyMap<string, BlockState>[]>(
    (all, block) =>
      all.flatMap((states) => [
        new Map([...states, [block, 'ready'] as const]),
        new Map([...states, [block, 'below'] as const]),
      ]),
    [new Map()],
  )
}

function wordsOf(states: ReadonlyMap<string, BlockState>): string {
  return [...states].map(([stage, state]) => `${stage} ${state}`).join(', ')
}

function noStage(field: string, stage: string): Fault {
  return { field, what: `The path has no written stage \`${stage}\`.`, remedy: 'Write the id of a stage of path.md.' }
}
