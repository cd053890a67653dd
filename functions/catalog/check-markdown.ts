/** Rules for any Markdown: no raw HTML, headings from `##`, links and pictures that lead somewhere, facts that are so. */
import { citationFault } from './facts-file.ts'
import { imageFault, type Known, resolveLink } from './links.ts'
import { attribute, everyToken, type Markdown, type Token } from './markdown.ts'
import type { Problem } from './problems.ts'
import { referenceOf } from './references.ts'

type Fault = Pick<Problem, 'field' | 'what' | 'remedy'>

// At 11 px on a screen of 320 (mail-style.ts).
const listingColumns = 42

/** Answers: what in this Markdown cannot be sent? */
export function checkMarkdown(markdown: Markdown, known: Known, where: { file: string; offset: number }): Problem[] {
  const problems: Problem[] = []
  for (const { token, line } of everyToken(markdown.tokens)) {
    const fault = faultOf(token, known)
    if (fault) problems.push({ file: where.file, line: where.offset + line + 1, ...fault })
  }
  return problems
}

function faultOf(token: Token, known: Known): Fault | undefined {
  switch (token.type) {
    case 'html_block':
    case 'html_inline': {
      // Its opening tag has been named already.
      if (token.content.startsWith('</')) return undefined
      const what = `There is raw HTML in the text: \`${token.content.trim().slice(0, 40)}\`.`
      return { field: 'html', what, remedy: 'Write it as Markdown, or put `<` between backticks.' }
    }
    case 'heading_open': {
      if (token.tag !== 'h1') return undefined
      const what = 'There is a heading of the first level, which belongs to the title in path.md.'
      return { field: 'heading', what, remedy: 'Begin it with `##`.' }
    }
    case 'link_open': {
      const target = resolveLink(attribute(token, 'href'), known)
      return target.kind === 'broken' ? { field: 'link', what: target.what, remedy: target.remedy } : undefined
    }
    case 'reference_open': {
      const reference = referenceOf(token)
      return reference && citationFault(reference, known.facts)
    }
    case 'fence': {
      const wide = token.content.split('\n').find((text) => [...text].length > listingColumns)
      if (wide === undefined) return undefined
      const what = `A line of the text in columns is ${[...wide].length} characters long: \`${wide.trim()}\`.`
      return { field: 'listing', what, remedy: `Keep it within ${listingColumns}, or a phone breaks the columns.` }
    }
    case 'image': {
      const fault = imageFault(attribute(token, 'src'), token.content, known)
      return fault && { field: 'image', ...fault }
    }
    default:
      return undefined
  }
}
