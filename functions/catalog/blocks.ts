/** Markdown tokens grouped as an author sees them: blocks, sections, list items. */
import type { Token } from './markdown.ts'
import { plainText } from './references.ts'

const wordPattern = /[\p{L}\p{N}]+(['’.,-][\p{L}\p{N}]+)*/gu

export interface Section {
  readonly title: string
  /** Counted from 0, within the body. */
  readonly line: number
  readonly heading: readonly Token[]
  readonly tokens: readonly Token[]
}

/** A list item of one paragraph has a text; any other has none. */
export interface Item {
  readonly text: string | undefined
  readonly line: number
}

/** Answers: the text before the first `##` heading, and the sections that such headings (or a misplaced `#`) begin. */
export function splitSections(tokens: readonly Token[]): { lead: readonly Token[]; sections: Section[] } {
  const starts = tokens.flatMap((token, index) => (/^h[12]$/.test(token.tag) && token.nesting === 1 ? [index] : []))
  const sections = starts.map((start, index) => ({
    title: tokens[start + 1]?.content.trim() ?? '',
    line: tokens[start]?.map?.[0] ?? 0,
    heading: tokens.slice(start, start + 3),
    tokens: tokens.slice(start + 3, starts[index + 1] ?? tokens.length),
  }))
  return { lead: tokens.slice(0, starts[0] ?? tokens.length), sections }
}

/** Answers: the blocks side by side on the outermost level. */
export function splitBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = []
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0) blocks.push([token])
    else blocks.at(-1)?.push(token)
  }
  return blocks
}

/** Answers: the items of a list block. */
export function listItems(block: readonly Token[]): Item[] {
  const starts = block.flatMap((token, index) => (token.type === 'list_item_open' && token.level === 1 ? [index] : []))
  return starts.map((start, index) => {
    const inside = block.slice(start + 1, starts[index + 1] ?? block.length)
    const blocks = inside.filter((token) => token.level === 2 && token.nesting >= 0)
    const line = block[start]?.map?.[0] ?? 0
    return { text: blocks.length === 1 && blocks[0]?.type === 'paragraph_open' ? inside[1]?.content : undefined, line }
  })
}

/** Answers: the Markdown of a paragraph block, empty for any other block. */
export function paragraphText(block: readonly Token[]): string {
  return block[0]?.type === 'paragraph_open' ? (block[1]?.content ?? '') : ''
}

/** Answers: the lines of text that a learner reads. Tables are looked up and code is copied: neither is read. */
export function readLines(tokens: readonly Token[]): Token[] {
  let tables = 0
  return tokens.filter((token) => {
    if (token.type === 'table_open') tables += 1
    if (token.type === 'table_close') tables -= 1
    return token.type === 'inline' && tables === 0
  })
}

/** Answers: how many words are read here? */
export function countWords(tokens: readonly Token[]): number {
  const words = readLines(tokens).map(({ children }) => plainText(children ?? []).match(wordPattern)?.length ?? 0)
  return words.reduce((sum, count) => sum + count, 0)
}
