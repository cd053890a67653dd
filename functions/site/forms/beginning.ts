/** Where the path begins: a stage, with what comes before it all the same and what is left out after it. */
import * as v from 'valibot'
import type { Beginning } from '../../domain/beginning.ts'
import { type Fields, listOf, textOf } from './read-form.ts'

/** More than any path has steps or stages. */
const mostIds = 99
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/))

export const beginningEntries = {
  // One that the path does not have is refused by the journey.
  stage: v.string(),
  catchUp: v.pipe(v.array(id), v.maxLength(mostIds)),
  without: v.pipe(v.array(id), v.maxLength(mostIds)),
}

/** What the controls show. No stage is the first. */
export interface BeginningValues {
  readonly stage: string
  readonly catchUp: readonly string[]
  readonly without: readonly string[]
}

export const atTheFirst: BeginningValues = { stage: '', catchUp: [], without: [] }

export function beginningValues(fields: Fields): BeginningValues {
  return {
    stage: textOf(fields, 'stage'),
    catchUp: sound(listOf(fields, 'catchUp')),
    without: sound(listOf(fields, 'without')),
  }
}

/** Answers: the beginning that these values mean; undefined for the beginning of the path. */
export function beginningOf({ stage, catchUp, without }: BeginningValues): Beginning | undefined {
  return stage === '' ? undefined : { stage, catchUp, without }
}

/** No control offers other ids: what is not one was not typed by a person. */
function sound(ids: readonly string[]): readonly string[] {
  return ids.filter((each) => v.is(id, each)).slice(0, mostIds)
}
