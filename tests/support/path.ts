/** Paths and steps to test with, written as they are read: `E01 E02 P01 | B01 FIN`. */
import type { Path, Stage, Step, StepId, StepKind } from '../../functions/domain/path.ts'

export interface PathWish {
  /** Ids in order, stages apart by `|`; or the steps themselves. */
  readonly steps?: string | readonly Step[]
  readonly id?: string
  /** Without nudges, unless they are wished for. */
  readonly gate?: Path['gate']
}

const shortPath = 'E01 E02 P01 | B01 B02 P02 | M01 FIN'

/** Two lessons and a project, twice, then a lesson and the finish. */
export function pathFactory({ steps = shortPath, id = 'engineer-to-producer', gate }: PathWish = {}): Path {
  const list = typeof steps === 'string' ? stepsOf(steps) : steps
  const stages = [...new Set(list.map((step) => step.stage))].map(stageFactory)
  return {
    id,
    title: 'Engineer to Producer',
    stages,
    steps: list,
    gate: { graceDays: 14, afterwards: 'go-on', nudgeDays: [], ...gate },
  }
}

/** Its kind is told by its id: `P…` is a project, `R…` a review, `FIN` the finish, anything else a lesson. */
export function stepFactory({ id = 'E01', ...overrides }: Partial<Step> = {}): Step {
  return {
    id,
    kind: kindOf(id),
    stage: 'stage-1',
    slug: `slug-${id}`,
    title: `Title of ${id}`,
    minutes: 30,
    ...overrides,
  }
}

/** A whole course of 76 steps in five stages, each with reviews and a project at its end. */
export function longPath(): Path {
  const stages = ['E', 'B', 'M', 'T', 'C'].map((letter, index) => {
    const reviews = numbered('R', 10).slice(2 * index, 2 * index + 2)
    return [...numbered(letter, 12), ...reviews, `P0${index + 1}`].join(' ')
  })
  const gate = { graceDays: 14, afterwards: 'go-on', nudgeDays: [3, 10, 21] } as const
  return pathFactory({ steps: `${stages.join(' | ')} FIN`, gate })
}

function stepsOf(text: string): readonly Step[] {
  return text.split('|').flatMap((ids, index) =>
    ids
      .trim()
      .split(/\s+/)
      .map((id) => stepFactory({ id, stage: `stage-${index + 1}` })),
  )
}

function numbered(letter: string, count: number): readonly StepId[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
}

function kindOf(id: StepId): StepKind {
  if (id === 'FIN') return 'finish'
  if (id.startsWith('P')) return 'project'
  return id.startsWith('R') ? 'review' : 'lesson'
}

function stageFactory(id: string, index: number): Stage {
  return { id, letter: String.fromCharCode(65 + index), name: `Name of ${id}`, promise: `Promise of ${id}` }
}
