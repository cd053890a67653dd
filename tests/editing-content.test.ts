/** What happens when an operator edits a live path. Rows about ids and `ids.lock` are the compiler's: `tests/catalog`. */
import { describe, expect, it } from 'vitest'
import { isAddedBehind } from '../functions/domain/next-step.ts'
import { findStep } from '../functions/domain/path.ts'
import { enrolmentFactory, instant } from './support/enrolment.ts'
import { pathFactory, stepFactory } from './support/path.ts'
import { idsOf, travel } from './support/travel.ts'

const path = pathFactory({ steps: 'E01 E02 E03 E04 FIN' })
const dueAt = instant('2026-03-02T07:00+01:00')
const everything = 99

/** On the way: has had the first two, the third is due. */
const underWay = enrolmentFactory({ received: ['E01', 'E02'], dueAt, lane: 'due' })
const newcomer = enrolmentFactory({ dueAt, lane: 'due' })

function sentOn(steps: string | ReturnType<typeof stepFactory>[], enrolment = underWay) {
  return idsOf(travel(pathFactory({ steps }), enrolment, dueAt, everything).sent)
}

describe('add a step', () => {
  it('ahead: a learner on the way gets it in its place', () => {
    expect(sentOn('E01 E02 E03 NEW E04 FIN')).toEqual(['E03', 'NEW', 'E04', 'FIN'])
  })

  it('behind: a learner on the way gets it at the next send, marked new', () => {
    const edited = pathFactory({ steps: 'E01 NEW E02 E03 E04 FIN' })
    const { sent } = travel(edited, underWay, dueAt, everything)

    expect(sent[0]).toEqual({ step: stepFactory({ id: 'NEW' }), at: dueAt })
    expect(idsOf(sent)).toEqual(['NEW', 'E03', 'E04', 'FIN'])
    const isMarkedNew = sent.map(({ step }) => isAddedBehind(edited, underWay.received, step))
    expect(isMarkedNew).toEqual([true, false, false, false])
  })

  it('behind, for newcomers only: a learner who has received a later one is passed over', () => {
    const added = stepFactory({ id: 'NEW', newcomersOnly: true })
    const [first, ...rest] = path.steps
    const edited = [...(first ? [first] : []), added, ...rest]

    expect(sentOn(edited)).toEqual(['E03', 'E04', 'FIN'])
    expect(sentOn(edited, newcomer)).toEqual(['E01', 'NEW', 'E02', 'E03', 'E04', 'FIN'])
  })

  it('ahead, for newcomers only: a learner who has not received a later one gets it', () => {
    const [first, second, ...rest] = path.steps
    const added = stepFactory({ id: 'NEW', newcomersOnly: true })
    const edited = [...(first ? [first] : []), ...(second ? [second] : []), added, ...rest]

    expect(sentOn(edited)).toEqual(['NEW', 'E03', 'E04', 'FIN'])
  })

  it('before the finish: who is due for the finish gets it first', () => {
    const atFinish = enrolmentFactory({ received: ['E01', 'E02', 'E03', 'E04'], dueAt, lane: 'due' })
    expect(sentOn('E01 E02 E03 E04 NEW FIN', atFinish)).toEqual(['NEW', 'FIN'])
  })
})

describe('remove a step', () => {
  it('ahead: a learner on the way never gets it', () => {
    expect(sentOn('E01 E02 E03 FIN')).toEqual(['E03', 'FIN'])
  })

  it('that is next: the one after it is next', () => {
    expect(sentOn('E01 E02 E04 FIN')).toEqual(['E04', 'FIN'])
  })

  it('behind: nothing happens to a learner on the way', () => {
    expect(sentOn('E02 E03 E04 FIN')).toEqual(['E03', 'E04', 'FIN'])
  })

  it('that stands at a gate: the days of grace are over at once', () => {
    const gated = pathFactory({ steps: 'E01 P01 | B01 FIN' })
    const { enrolment } = travel(gated, newcomer, dueAt, 2)
    const edited = pathFactory({ steps: 'E01 | B01 FIN' })

    const { sent } = travel(edited, enrolment, dueAt, everything)

    expect(idsOf(sent)).toEqual(['B01', 'FIN'])
  })
})

describe('reorder', () => {
  it('the steps ahead: a learner on the way gets the next in the new order', () => {
    expect(sentOn('E01 E02 E04 E03 FIN')).toEqual(['E04', 'E03', 'FIN'])
  })

  it('steps across the place of a learner on the way: none twice, none lost', () => {
    expect(sentOn('E04 E02 E03 E01 FIN')).toEqual(['E04', 'E03', 'FIN'])
  })

  it('a step into an earlier stage: a learner on the way gets it next, and no gate closes behind them', () => {
    const edited = pathFactory({ steps: 'E01 B02 P01 | B01 B03 FIN', gate: { graceDays: 14, afterwards: 'wait' } })
    const enrolment = enrolmentFactory({ received: ['E01', 'P01', 'B01'], cleared: ['P01'], dueAt, lane: 'due' })
    const uncleared = enrolmentFactory({ received: ['E01', 'P01', 'B01'], dueAt, lane: 'due' })

    expect(idsOf(travel(edited, enrolment, dueAt, everything).sent)).toEqual(['B02', 'B03', 'FIN'])
    expect(idsOf(travel(edited, uncleared, dueAt, everything).sent)).toEqual(['B02', 'B03', 'FIN'])
  })
})

describe('rename', () => {
  it('a title, a slug, a file: nothing happens, the id is the identity', () => {
    const renamed = path.steps.map((step) => ({ ...step, title: `New ${step.title}`, slug: `new-${step.slug}` }))
    expect(sentOn(renamed)).toEqual(['E03', 'E04', 'FIN'])
  })

  it('a stage: nothing happens', () => {
    const renamed = path.steps.map((step) => ({ ...step, stage: `new-${step.stage}` }))
    expect(sentOn(renamed)).toEqual(['E03', 'E04', 'FIN'])
  })

  it('a slug: the step is still found by its id, so old page links still open', () => {
    const renamed = pathFactory({ steps: path.steps.map((step) => ({ ...step, slug: 'elsewhere' })) })
    expect(findStep(renamed, 'E02')?.slug).toBe('elsewhere')
  })
})

describe('edit text', () => {
  it('from the next send on: a learner on the way is sent what the path holds at that moment', () => {
    const edited = path.steps.map((step) => ({ ...step, title: `Better ${step.title}`, minutes: 5 }))
    const { sent } = travel(pathFactory({ steps: edited }), underWay, dueAt, 1)
    expect(sent[0]?.step).toEqual(stepFactory({ id: 'E03', title: 'Better Title of E03', minutes: 5 }))
  })
})
