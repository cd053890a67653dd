/** Invariants 1 to 5 of the design over short stories of one learner: what fails is shrunk to the few events that matter. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Path } from '../functions/domain/path.ts'
import { pathFactory } from './support/path.ts'
import { createStory } from './support/story.ts'
import { fates, storyEvents } from './support/story-events.ts'

/** Silence and projects are short here, so that short stories come to nudges, questions and pauses. */
const gate = { graceDays: 6, afterwards: 'go-on', nudgeDays: [1, 3] } as const
const path: Path = { ...pathFactory({ steps: 'E01 E02 P01 | B01 B02 B03 FIN', gate }), reentryDays: [2, 4] }

const size = fc.nat({ max: 80 })
const event = fc.oneof(
  { weight: 1, arbitrary: fc.record({ what: fc.constant('waits' as const), size, meanwhile: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom(...storyEvents), size, meanwhile: fc.boolean() }) },
)

/** Who takes two lessons a week and does nothing more comes to every kind of reminder, whatever else is drawn. */
const slowly = { what: 'changes the pace' as const, size: 2, meanwhile: false }
const waiting = Array.from({ length: 24 }, () => ({ what: 'waits' as const, size: 80, meanwhile: false }))
const quiet: [(typeof slowly | (typeof waiting)[number])[], (typeof fates)[number][]] = [
  [slowly, ...waiting],
  ['accepted'],
]

test('no story of sign-ups, lost answers, outages and changes of mind breaks a promise', async () => {
  let stepsSent = 0
  const remindersSent = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 4, maxLength: 24 }),
      fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 6 }),
      async (events, fate) => {
        const story = createStory(path, fate)
        await story.begins()
        for (const happening of events) await story.happens(happening)
        stepsSent += story.stepsSent()
        for (const reminder of story.remindersSent()) remindersSent.add(reminder)
        expect(story.brokenPromises()).toEqual([])
      },
    ),
    { numRuns: 150, examples: [quiet] },
  )
  expect(stepsSent).toBeGreaterThan(150)
  expect(remindersSent).toEqual(new Set(['nudge', 're-entry', 'pausing']))
})
