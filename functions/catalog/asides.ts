/** A paragraph wholly in italics is an aside: what to do without the gear, the key, the usual mistake. */
import type { Token } from 'markdown-it'

/** Marks them, so that they can be set upright: a dozen slanted lines are hard to read on a small screen. */
export function markAsides(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const paragraph = tokens[index - 1]
    if (paragraph?.type === 'paragraph_open' && isSlanted(token.children ?? [])) paragraph.attrSet('class', 'aside')
  }
}

function isSlanted(children: readonly Token[]): boolean {
  const words = children.filter(({ type, content }) => type !== 'text' || content !== '')
  const closes = words.findIndex(({ type, level }) => type === 'em_close' && level === words[0]?.level)
  return words[0]?.type === 'em_open' && closes === words.length - 1
}
