/** The answers of the placement check as they travel in the address from block to block: nobody keeps them. */
import type { CompiledPlacement } from '../../catalog/compiled.ts'
import type { PlacementAnswers } from '../../domain/place.ts'
import type { Problem } from './parse-form.ts'

export type PlacementQuestion = CompiledPlacement['items'][number]

/** The honest exit. */
export const dontKnow = 'x'

/** By item, as the controls send them: the place of an option, or "I don't know". Others are not answered yet. */
export type GivenAnswers = Readonly<Record<string, string>>

export function givenAnswers(
  items: readonly PlacementQuestion[],
  query: Readonly<Record<string, string>>,
): GivenAnswers {
  const answered = items.flatMap(({ id, options }) => {
    const given = query[id]
    const isAnswer = given === dontKnow || options.some((_, place) => String(place) === given)
    return given !== undefined && isAnswer ? [[id, given] as const] : []
  })
  return Object.fromEntries(answered)
}

/** Answers: the same for the rules, to which "I don't know" is no answer. */
export function scored(given: GivenAnswers): PlacementAnswers {
  const places = Object.entries(given).filter(([, answer]) => answer !== dontKnow)
  return Object.fromEntries(places.map(([id, answer]) => [id, Number(answer)]))
}

/** Answers: the questions by block, in order. */
export function blocksOf(items: readonly PlacementQuestion[]): readonly (readonly PlacementQuestion[])[] {
  return [...Map.groupBy(items, ({ stage }) => stage).values()]
}

/** Answers: the first block, counted from 1, that is not answered whole; undefined when all are. */
export function firstOpenBlock(items: readonly PlacementQuestion[], given: GivenAnswers): number | undefined {
  const index = blocksOf(items).findIndex((block) => block.some(({ id }) => given[id] === undefined))
  return index === -1 ? undefined : index + 1
}

/** Answers: what is missing in this block, by the questions' numbers. */
export function unanswered(
  items: readonly PlacementQuestion[],
  block: readonly PlacementQuestion[],
  given: GivenAnswers,
): readonly Problem[] {
  return block
    .filter(({ id }) => given[id] === undefined)
    .map((item) => ({
      field: item.id,
      message: `Question ${numberOf(items, item)} has no answer yet. Choose one: “I don’t know” is an answer too.`,
    }))
}

export function numberOf(items: readonly PlacementQuestion[], { id }: PlacementQuestion): number {
  return items.findIndex((item) => item.id === id) + 1
}
