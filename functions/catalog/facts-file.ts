/** `facts.yaml`: every fact that a lesson may cite, by its permanent number. */
import { readYaml } from './front-matter.ts'
import { numbersMissing } from './numbers.ts'
import type { Problem } from './problems.ts'
import type { Reference } from './references.ts'
import { type FactFields, factsSchema } from './schema.ts'
import { type Files, readText } from './source.ts'

export interface FactsFile {
  readonly file: string
  readonly facts: ReadonlyMap<string, FactFields>
  readonly lineOf: (id: string) => number | undefined
}

/** Answers: the facts of the path; none when it has no such file. */
export function readFacts(files: Files, folder: string): { facts: FactsFile; problems: Problem[] } {
  const file = `${folder}/facts.yaml`
  if (!files.has(file)) return { facts: { file, facts: new Map(), lineOf: () => undefined }, problems: [] }
  const { text, problems: unreadable } = readText(files, file)
  const { fields = [], lineOf, problems } = readYaml(file, text, factsSchema)
  const places = new Map<string, number>()
  for (const [index, { id }] of fields.entries()) {
    if (!places.has(id)) places.set(id, index)
    else {
      const remedy = 'Give the later one a new number: a number means one fact for ever.'
      problems.push({ file, line: lineOf([index, 'id']), field: 'id', what: `\`${id}\` occurs twice.`, remedy })
    }
  }
  const facts = new Map(fields.map((fact) => [fact.id, fact]))
  const lineOfId = (id: string) => lineOf([places.get(id) ?? -1, 'id'])
  return { facts: { file, facts, lineOf: lineOfId }, problems: [...unreadable, ...problems] }
}

/** Answers: what is wrong with this citation? Undefined when the fact exists and holds every number of the words. */
export function citationFault(
  { id, words }: Reference,
  facts: ReadonlyMap<string, FactFields>,
): Pick<Problem, 'field' | 'what' | 'remedy'> | undefined {
  const fact = facts.get(id)
  if (!fact) {
    const remedy = 'Correct the number, or add the fact with its source to `facts.yaml`.'
    return { field: 'citation', what: `There is no fact ${id}, which "${words}" cites.`, remedy }
  }
  const missing = numbersMissing(words, `${fact.fact}; ${fact.value}`)
  if (missing.length === 0) return undefined
  const what = `${id} does not say ${missing.join(' or ')}, as "${words}" does: it says "${fact.fact}: ${fact.value}".`
  return {
    field: 'citation',
    what,
    remedy: 'Correct the lesson, cite another fact, or take the number out of the link.',
  }
}
