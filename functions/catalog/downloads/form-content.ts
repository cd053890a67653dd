/** Markdown → what the PDF library lays out. */
import type { Token } from 'markdown-it'
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces'

interface Run {
  text: string
  bold?: boolean
  italics?: boolean
  font?: string
  link?: string
}

/** Room for a pen, in points, beside the padding of a cell. */
const blankHeight = 15
/** A longer table may go on over the page. */
const mostRowsTogether = 14

/** Answers: the blocks in order. A heading "Worked example" begins a new page. */
export function formContent(tokens: readonly Token[]): Content[] {
  return blocksOf(tokens)
}

function blocksOf(tokens: readonly Token[]): Content[] {
  const blocks: Content[] = []
  for (let index = 0; index < tokens.length; ) {
    const end = endOf(tokens, index)
    const block = blockOf(tokens.slice(index, end + 1))
    if (block) blocks.push(block)
    index = end + 1
  }
  return blocks
}

/** Answers: the index of the token that closes what this one opens. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0
  for (let index = start; index < tokens.length; index += 1) {
    depth += tokens[index]?.nesting ?? 0
    if (depth === 0) return index
  }
  return tokens.length - 1
}

function blockOf(tokens: readonly Token[]): Content | undefined {
  const [first] = tokens
  const inside = tokens.slice(1, -1)
  switch (first?.type) {
    case 'heading_open':
      return headingOf(first.tag, inside)
    case 'paragraph_open':
      return { text: runsOf(inside), style: 'paragraph' }
    case 'bullet_list_open':
      return { ul: blocksOf(inside), style: 'list' }
    case 'ordered_list_open':
      return { ol: blocksOf(inside), start: Number(first.attrGet('start') ?? 1), style: 'list' }
    case 'list_item_open':
      return { stack: blocksOf(inside) }
    case 'blockquote_open':
      return { stack: blocksOf(inside), style: 'quote' }
    case 'table_open':
      return tableOf(inside)
    case 'fence':
    case 'code_block':
      return { text: first.content.trimEnd(), style: 'code', preserveLeadingSpaces: true }
    case 'hr':
      return { text: ' ' }
    default:
      return undefined
  }
}

function headingOf(tag: string, inside: readonly Token[]): Content {
  const text = runsOf(inside)
  const isExample = /^Worked example/.test(inside[0]?.content ?? '')
  return { text, style: tag, headlineLevel: 1, ...(isExample && { pageBreak: 'before' as const }) }
}

function runsOf(inline: readonly Token[]): Run[] {
  const runs: Run[] = []
  const state: Omit<Run, 'text'> = {}
  for (const token of inline.flatMap(({ children }) => children ?? [])) mark(token, state, runs)
  return runs
}

function mark(token: Token, state: Omit<Run, 'text'>, runs: Run[]): void {
  switch (token.type) {
    case 'strong_open':
      state.bold = true
      break
    case 'strong_close':
      delete state.bold
      break
    case 'em_open':
      state.italics = true
      break
    case 'em_close':
      delete state.italics
      break
    case 'link_open':
      state.link = String(token.attrGet('href'))
      break
    case 'link_close':
      delete state.link
      break
    case 'code_inline':
      runs.push({ ...state, text: token.content, font: 'mono' })
      break
    case 'softbreak':
      runs.push({ ...state, text: ' ' })
      break
    case 'hardbreak':
      runs.push({ ...state, text: '\n' })
      break
    default:
      if (token.content !== '') runs.push({ ...state, text: token.content })
  }
}

function tableOf(tokens: readonly Token[]): Content {
  const rows: TableCell[][] = []
  const blank: boolean[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const runs = runsOf(tokens.slice(index + 1, endOf(tokens, index)))
    rows.at(-1)?.push(token.type === 'th_open' ? { text: runs, style: 'head' } : { text: runs, style: 'cell' })
    if (runs.length === 0) blank[rows.length - 1] = token.type === 'td_open'
  }
  const table: ContentTable = {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widthsOf(rows),
      heights: (row: number) => (blank[row] ? blankHeight : 'auto'),
      body: rows,
    },
    layout: 'form',
    style: 'table',
  }
  return rows.length > mostRowsTogether ? table : { stack: [table], unbreakable: true }
}

/** In letters: a column is as wide as its longest entry, within bounds, and one that waits for a pen is never narrow. */
const leastWidth = 10
const mostWidth = 40
const penWidth = 26
const penWidthOfTwo = 38

function widthsOf(rows: readonly (readonly TableCell[])[]): string[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => lengthOf(row[column])))
  const pen = columns.length === 2 ? penWidthOfTwo : penWidth
  const wanted = columns.map((lengths) => {
    const forPen = columns.length < 6 && lengths.slice(1).some((length) => length === 0)
    return Math.max(Math.min(Math.max(...lengths, leastWidth), mostWidth), forPen ? pen : 0)
  })
  const sum = wanted.reduce((one, other) => one + other, 0)
  return wanted.map((length) => `${((length / sum) * 100).toFixed(2)}%`)
}

function lengthOf(cell: TableCell | undefined): number {
  const { text = [] } = (cell ?? {}) as { text?: Run[] }
  return text.map((run) => run.text).join('').length
}
