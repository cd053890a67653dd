/** Rules between a lesson's text and the facts that its front matter names. */
import type { Lesson } from './lesson-file.ts'
import type { Problem } from './problems.ts'

/** Answers: which facts are cited and not named, or named and not cited? */
export function checkFactsNamed({ file, fields, citations, lineOf }: Lesson): Problem[] {
  const problems: Problem[] = []
  const cited = new Set(citations.map(({ id }) => id))
  for (const { id, line } of new Map(citations.map((citation) => [citation.id, citation])).values()) {
    if (fields.facts.includes(id)) continue
    const what = `${id} is cited, and \`facts:\` in the front matter does not name it.`
    problems.push({ file, line, field: 'facts', what, remedy: `Add ${id} to \`facts:\`.` })
  }
  for (const [index, id] of fields.facts.entries()) {
    const problem = { file, line: lineOf(['facts', index]), field: 'facts' }
    if (fields.facts.indexOf(id) !== index) {
      problems.push({ ...problem, what: `${id} is named twice.`, remedy: 'Name it once.' })
    } else if (!cited.has(id)) {
      const what = `${id} is named, and the text does not cite it.`
      problems.push({ ...problem, what, remedy: `Cite it where it is used, \`[words](${id})\`, or take it out.` })
    }
  }
  return problems
}
