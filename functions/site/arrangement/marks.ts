/** What a learner's own arrangement shows beside the path itself. */
import type { StepId } from '../../domain/path.ts'
import type { Region } from './timeline.ts'

export interface Marks {
  /** Where the playhead stands, in minutes of work. */
  readonly playhead: number
  readonly received: ReadonlySet<StepId>
  /** "Tue 5 May", by step, for the steps whose date is known. */
  readonly dates: ReadonlyMap<StepId, string>
}

/** Answers: how is this region drawn? Announced ones are hollow, those had are filled, those ahead stand between. */
export function regionClass(region: Region, marks: Marks | undefined): string {
  if (!region.step.written) return 'announced'
  return marks === undefined || marks.received.has(region.step.id) ? 'written' : 'ahead'
}

/** Answers: what is said of this region when a pointer rests on it? */
export function regionWords(region: Region, marks: Marks | undefined): string {
  const { id, title, minutes, written } = region.step
  const state = written ? marks?.dates.get(id) : 'announced'
  return [id, title, `${minutes} min`, ...(state ? [state] : [])].join(' · ')
}

/** Answers: on which dates do a lane's regions ahead come, in few words? */
export function laneDates(regions: readonly Region[], marks: Marks | undefined): string | undefined {
  const dated = regions.flatMap(({ step }) => {
    const date = marks?.dates.get(step.id)
    return date === undefined ? [] : [`${step.id} ${date}`]
  })
  const [first, last] = [dated.at(0), dated.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return dated.length === 1 ? first : `${first} to ${last}`
}
