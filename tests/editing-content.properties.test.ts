/** Whatever an operator edits while learners are on the way: nobody gets a step twice, nobody loses one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../functions/domain/enrolment.ts'
import { dayMs } from '../functions/domain/instant.ts'
import type { Path, Step } from '../functions/domain/path.ts'
import { enrolmentFactory, instant } from './support/enrolment.ts'
import { pathFactory, stepFactory } from './support/path.ts'
import { idsOf, travel } from './support/travel.ts'

const start = instant('2026-03-02T07:00+01:00')
const original = pathFactory({ steps: 'E01 E02 R01 E03 P01 | B01 B02 B03 P02 | M01 M02 FIN' })
const stages = ['stage-1', 'stage-2', 'stage-3']
const place = fc.nat(30)

type Edit =
  | { readonly kind: 'add'; readonly place: number; readonly isProject: boolean; readonly newcomersOnly: boolean }
  | { readonly kind: 'remove' | 'rename'; readonly place: number }
  | { readonly kind: 'move'; readonly place: number; readonly to: number }

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    place,
    isProject: fc.boolean(),
    newcomersOnly: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'rename' as const), place }),
  fc.record({ kind: fc.constant('move' as const), place, to: place }),
)

/** An edition of the path, and how many steps are sent before the next one. */
const editions = fc.array(fc.record({ edits: fc.array(edits, { maxLength: 4 }), sends: fc.nat(4) }), { maxLength: 6 })

/** The edited path: the finish stays last, ids are never used again. */
function edited(path: Path, edit: Edit, newId: string): Path {
  const steps = path.steps.slice(0, -1)
  const at = edit.place % (steps.length + 1)
  switch (edit.kind) {
    case 'add': {
      const kind = edit.isProject ? 'project' : 'lesson'
      const stage = steps[at]?.stage ?? 'stage-3'
      const added = stepFactory({ id: newId, kind, stage, ...(edit.newcomersOnly ? { newcomersOnly: true } : {}) })
      return withSteps(path, steps.toSpliced(at, 0, added))
    }
    case 'remove':
      return withSteps(path, steps.toSpliced(at, 1))
    case 'rename':
      return withSteps(
        path,
        steps.map((step, index) => (index === at ? { ...step, title: 'New', slug: 'new' } : step)),
      )
    case 'move': {
      const [moved] = steps.splice(at, 1)
      const stage = steps[edit.to]?.stage ?? 'stage-3'
      return withSteps(path, moved ? steps.toSpliced(edit.to, 0, { ...moved, stage }) : steps)
    }
    default:
      edit satisfies never
      return path
  }
}

/** Stages stand one after the other, as `path.md` lists them. */
function withSteps(path: Path, steps: readonly Step[]): Path {
  const ordered = stages.flatMap((stage) => steps.filter((step) => step.stage === stage))
  return { ...path, steps: [...ordered, stepFactory({ id: 'FIN', stage: 'stage-3' })] }
}

interface Course {
  readonly path: Path
  readonly enrolment: Enrolment
  readonly sentBefore: readonly string[]
  readonly sentAfter: readonly string[]
  readonly startedFinalEditionWith: ReadonlySet<string>
}

/** A learner goes through all editions, and then to the end of the last one. */
function courseThrough(list: readonly { edits: readonly Edit[]; sends: number }[]): Course {
  let path = original
  let enrolment = enrolmentFactory({ dueAt: start, lane: 'due' })
  const sentBefore: string[] = []
  let newIds = 0
  let now = start
  for (const edition of list) {
    for (const edit of edition.edits) path = edited(path, edit, `N${String(newIds++).padStart(2, '0')}`)
    const journey = travel(path, enrolment, now, edition.sends)
    sentBefore.push(...idsOf(journey.sent))
    enrolment = journey.enrolment
    now = (journey.sent.at(-1)?.at ?? now) + dayMs / 2
  }
  const startedFinalEditionWith = enrolment.received
  const { sent, enrolment: final } = travel(path, enrolment, now, 99)
  return { path, enrolment: final, sentBefore, sentAfter: idsOf(sent), startedFinalEditionWith }
}

const always = (check: (course: Course) => void) =>
  fc.assert(
    fc.property(editions, (list) => {
      check(courseThrough(list))
    }),
    { numRuns: 150 },
  )

describe('through any edits', { timeout: 60_000 }, () => {
  it('nobody gets a step twice', () => {
    always(({ sentBefore, sentAfter }) => {
      const sent = [...sentBefore, ...sentAfter]
      expect(new Set(sent).size).toBe(sent.length)
    })
  })

  it('everyone comes to the end', () => {
    always(({ enrolment }) => expect(enrolment.state).toBe('finished'))
  })

  it('who goes on ends with every step of the final path, but for those that are for newcomers only', () => {
    always(({ path, enrolment, sentBefore }) => {
      if (sentBefore.includes('FIN')) return
      const missing = path.steps.filter((step) => !enrolment.received.has(step.id))
      expect(missing.filter((step) => !step.newcomersOnly)).toEqual([])
    })
  })

  it("who goes on gets what is left in the final path's order", () => {
    always(({ path, sentAfter }) => {
      const inOrder = path.steps.map((step) => step.id).filter((id) => sentAfter.includes(id))
      expect(sentAfter).toEqual(inOrder)
    })
  })

  it('a newcomer gets every step of the final path, in order, once', () => {
    always(({ path }) => {
      const { sent } = travel(path, enrolmentFactory({ dueAt: start, lane: 'due' }), start, 99)
      expect(idsOf(sent)).toEqual(path.steps.map((step) => step.id))
    })
  })

  it('a step for newcomers only reaches nobody who was past its place', () => {
    always(({ path, sentAfter, startedFinalEditionWith }) => {
      const furthest = path.steps.findLastIndex((step) => startedFinalEditionWith.has(step.id))
      const behind = path.steps.slice(0, furthest + 1).filter((step) => step.newcomersOnly)
      expect(behind.filter((step) => sentAfter.includes(step.id))).toEqual([])
    })
  })
})
