/** "Key terms": `**Term**: meaning.`, in one paragraph or several. */
import type { Section } from './blocks.ts'
import { findTerm, type GlossaryTerm } from './glossary-file.ts'
import type { BodyProblem } from './lesson-body.ts'
import type { Token } from './markdown.ts'
import { markReference, plainText } from './references.ts'

/** Answers: the glossary's terms that this section names, and which it lacks. Each becomes a link to its entry. */
export function readKeyTerms(
  section: Section | undefined,
  glossary: readonly GlossaryTerm[],
): { terms: GlossaryTerm[]; problems: BodyProblem[] } {
  const terms: GlossaryTerm[] = []
  const problems: BodyProblem[] = []
  for (const token of section?.tokens ?? []) {
    const line = token.children ?? []
    for (const { open, close, name } of termsOf(line)) {
      const found = findTerm(glossary, name)
      if (found) {
        markReference(line, open, close, { to: 'term', id: found.anchor })
        terms.push(found)
        continue
      }
      const what = `The glossary has no term \`${name}\`.`
      const remedy = 'Add it at its place in `glossary.md`, or use the word that stands there.'
      problems.push({ line: token.map?.[0] ?? section?.line ?? 0, field: 'Key terms', what, remedy })
    }
  }
  return { terms, problems }
}

// Bold words with a colon behind them; others, such as "Next:", are no terms.
function* termsOf(line: readonly Token[]): Generator<{ open: Token; close: Token; name: string }> {
  for (const [index, open] of line.entries()) {
    if (open.type !== 'strong_open') continue
    const end = line.findIndex((token, place) => place > index && token.type === 'strong_close')
    const close = line[end]
    if (close && line[end + 1]?.content.startsWith(':')) yield { open, close, name: plainText(line.slice(index, end)) }
  }
}
