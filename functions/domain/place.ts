/** Where a learner could begin, by what they answered in the placement check. The rules come with the course, as data. */
import type { StageId, StepId } from './path.ts'

export interface PlacementItem {
  readonly id: string
  /** The block that it counts for. */
  readonly stage: StageId
  /** The place of the right option, counted from 0. */
  readonly answer: number
  /** The lesson to read for who missed it. */
  readonly review: StepId
}

export type BlockState = 'ready' | 'below'

export interface PlacementRule {
  /** Blocks by their stage; one that is not named may be either. */
  readonly when: Readonly<Record<StageId, BlockState>>
  readonly start: StageId
  /** With exactly so many right answers in the block of its start: only the lessons that were missed there, and these steps. */
  readonly fastLane?: { readonly rightAnswers: number; readonly steps: readonly StepId[] }
  /** Left out later, where their block is ready. */
  readonly skipLater?: readonly StageId[]
  /** What should stand before this start, and the step to do first where it does not. */
  readonly evidence?: string
  readonly otherwise?: StepId
}

export interface PlacementScoring {
  /** So many right answers make a block "ready". */
  readonly readyAt: number
  /** Read from the top: the first that matches wins. */
  readonly rules: readonly PlacementRule[]
}

interface BlockScore {
  readonly stage: StageId
  readonly right: number
  readonly of: number
  readonly state: BlockState
}

export interface Placing {
  readonly blocks: readonly BlockScore[]
  readonly rule: PlacementRule
  /** The lessons of the items that were not answered rightly, each once, in the order of the items. */
  readonly missed: readonly { readonly step: StepId; readonly stage: StageId }[]
  /** All that comes of the stage it starts at, for who may take the fast lane. */
  readonly fastLane: readonly StepId[] | undefined
  readonly leaveOut: readonly StageId[]
}

/** By item; an item that is not there, or holds no option, counts as "I don't know". */
export type PlacementAnswers = Readonly<Record<string, number>>

/** Answers: where do these answers suggest to begin, and why? Undefined when no rule matches. */
export function place(
  items: readonly PlacementItem[],
  { readyAt, rules }: PlacementScoring,
  answers: PlacementAnswers,
): Placing | undefined {
  const blocks = scoreBlocks(items, readyAt, answers)
  const states = new Map(blocks.map(({ stage, state }) => [stage, state]))
  const rule = firstMatch(rules, states)
  if (rule === undefined) return undefined
  const wrong = items.filter((item) => answers[item.id] !== item.answer)
  const missed = [...new Map(wrong.map(({ review, stage }) => [review, { step: review, stage }])).values()]
  const right = blocks.find(({ stage }) => stage === rule.start)?.right
  const ofStart = missed.filter(({ stage }) => stage === rule.start).map(({ step }) => step)
  const mayGoFast = rule.fastLane !== undefined && rule.fastLane.rightAnswers === right
  return {
    blocks,
    rule,
    missed,
    fastLane: mayGoFast ? [...new Set([...ofStart, ...(rule.fastLane?.steps ?? [])])] : undefined,
    leaveOut: (rule.skipLater ?? []).filter((stage) => states.get(stage) === 'ready'),
  }
}

/** Answers: which rule is the first to match these blocks? */
export function firstMatch(
  rules: readonly PlacementRule[],
  states: ReadonlyMap<StageId, BlockState>,
): PlacementRule | undefined {
  return rules.find(({ when }) => Object.entries(when).every(([stage, state]) => states.get(stage) === state))
}

function scoreBlocks(items: readonly PlacementItem[], readyAt: number, answers: PlacementAnswers): BlockScore[] {
  return [...Map.groupBy(items, ({ stage }) => stage)].map(([stage, block]) => {
    const right = block.filter((item) => answers[item.id] === item.answer).length
    return { stage, right, of: block.length, state: right >= readyAt ? 'ready' : 'below' }
  })
}
