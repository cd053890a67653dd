/** Links that are no addresses: `[words](F16)` cites a fact, and a key term leads to the glossary. */
import type { Token } from 'markdown-it'

export interface Reference {
  readonly to: 'fact' | 'term'
  /** The number of the fact, or the anchor of the term. */
  readonly id: string
  readonly words: string
}

export const factPattern = /^F[0-9]{2,3}$/

/** Answers: the reference that begins or ends at this token, if one does. */
export function referenceOf(token: Token | undefined): Reference | undefined {
  return token?.meta?.['reference'] as Reference | undefined
}

/** Turns the links of a line that name a fact into references. */
export function markCitations(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const id = String(token.attrGet('href') ?? '')
    if (token.type !== 'link_open' || !factPattern.test(id)) continue
    const close = tokens.find((other, place) => place > index && other.type === 'link_close')
    markReference(tokens, token, close, { to: 'fact', id })
    token.type = 'reference_open'
    if (close) close.type = 'reference_close'
  }
}

/** Turns what stands between two tokens of a line into a reference. */
export function markReference(
  line: readonly Token[],
  open: Token,
  close: Token | undefined,
  to: Omit<Reference, 'words'>,
): void {
  const words = plainText(line.slice(line.indexOf(open) + 1, close && line.indexOf(close)))
  for (const token of [open, close]) if (token) token.meta = { ...token.meta, reference: { ...to, words } }
}

/** Answers: the words of a line as they are read, without markup and addresses. */
export function plainText(line: readonly Token[]): string {
  return line
    .map((token) => (/^(text|code_inline)$/.test(token.type) ? token.content : /break$/.test(token.type) ? ' ' : ''))
    .join('')
}
