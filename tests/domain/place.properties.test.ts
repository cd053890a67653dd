/** The placement check of the course itself, for whatever a learner may answer. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CompiledPlacement } from '../../functions/catalog/compiled.ts'
import { type PlacementAnswers, place } from '../../functions/domain/place.ts'

const file = join(import.meta.dirname, '../../content/engineer-to-producer/placement.yaml')
const { items, scoring } = parse(readFileSync(file, 'utf8')) as CompiledPlacement
const stages = ['engineering', 'small-band', 'business', 'theory-arranging', 'capstone']

/** Any option, "I don't know", or something that no form would send. */
const anyAnswers = fc
  .tuple(...items.map(() => fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined })))
  .map(
    (places): PlacementAnswers =>
      Object.fromEntries(
        items.flatMap(({ id }, index) => (places[index] === undefined ? [] : [[id, places[index]] as const])),
      ),
  )

const placed = (answers: PlacementAnswers) => {
  const placing = place(items, scoring, answers)
  if (placing === undefined) throw new Error('No rule matches')
  return placing
}

describe('placement', () => {
  it('gives everybody one start, at the first stage that is not ready', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { blocks, rule } = placed(answers)
        const below = blocks.find(({ state }) => state === 'below')
        expect(rule.start).toBe(below?.stage ?? 'capstone')
      }),
    )
  })

  it('never starts anybody earlier for one more right answer', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...items), (answers, item) => {
        const before = stages.indexOf(placed(answers).rule.start)
        const after = stages.indexOf(placed({ ...answers, [item.id]: item.answer }).rule.start)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('takes "I don’t know" as a wrong answer, no more and no less', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...items), (answers, item) => {
        const { [item.id]: _, ...without } = answers
        const wrong = placed({ ...answers, [item.id]: (item.answer + 1) % item.options.length })
        expect(placed(without)).toEqual(wrong)
      }),
    )
  })

  it('names the lesson of each missed question once, and of no other', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { missed } = placed(answers)
        const wrong = items.filter((item) => answers[item.id] !== item.answer)
        expect(new Set(missed.map(({ step }) => step))).toEqual(new Set(wrong.map(({ review }) => review)))
        expect(new Set(missed.map(({ step }) => step)).size).toBe(missed.length)
      }),
    )
  })

  it('offers the fast lane to those with two right answers in engineering, and to nobody else', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { blocks, fastLane, missed } = placed(answers)
        const own = missed.filter(({ stage }) => stage === 'engineering').map(({ step }) => step)
        expect(fastLane).toEqual(blocks[0]?.right === 2 ? [...own, 'E17', 'P01'] : undefined)
      }),
    )
  })

  it('offers to leave theory out later only to those who start at business and are ready in it', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { blocks, rule, leaveOut } = placed(answers)
        const isReady = blocks.find(({ stage }) => stage === 'theory-arranging')?.state === 'ready'
        expect(leaveOut).toEqual(rule.start === 'business' && isReady ? ['theory-arranging'] : [])
      }),
    )
  })
})

describe('a placement without a rule that matches', () => {
  it('suggests nothing', () => {
    expect(place(items, { readyAt: 3, rules: [] }, {})).toBeUndefined()
  })
})
