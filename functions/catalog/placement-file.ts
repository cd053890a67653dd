/** `placement.yaml`: the questions that suggest where a learner begins, and what the answers add up to. */
import { type LineOf, readYaml } from './front-matter.ts'
import type { Problem } from './problems.ts'
import { type PlacementFields, placementSchema } from './schema.ts'
import { type Files, readText } from './source.ts'

export interface PlacementFile {
  readonly file: string
  readonly fields: PlacementFields
  readonly lineOf: LineOf
}

/** Answers: the placement check of the path; undefined when it has none, or while its shape is wrong. */
export function readPlacement(
  files: Files,
  folder: string,
): { placement: PlacementFile | undefined; problems: readonly Problem[] } {
  const file = `${folder}/placement.yaml`
  if (!files.has(file)) return { placement: undefined, problems: [] }
  const { text, problems: unreadable } = readText(files, file)
  const { fields, lineOf, problems } = readYaml(file, text, placementSchema)
  return { placement: fields && { file, fields, lineOf }, problems: [...unreadable, ...problems] }
}
