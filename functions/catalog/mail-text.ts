/** The text part, written for reading: headings underlined, lists numbered, links at the end, 72 columns. */
import { convert, type FormatCallback } from 'html-to-text'
import { slotPattern } from './placeholders.ts'
import { layOutTable } from './text-table.ts'

const columns = 72
// A slot is one character here and an address later: lines are broken as if it were already about as long.
const slotWidth = 32
const filler = '\uE0FF'

/** Answers: the text part of a mail, from its HTML part, in the same order. */
export function mailText(html: string): string {
  const addresses: string[] = []
  const spacious = html.replace(new RegExp(slotPattern, 'gu'), `$1${filler.repeat(slotWidth - 1)}`)
  const text = convert(spacious, {
    wordwrap: columns,
    baseElements: { selectors: ['body'] },
    formatters: { underlined, button, table, picture, footer, link: numberedLink(addresses) },
    selectors: [
      { selector: '.preheader', format: 'skip' },
      { selector: '.edge', format: 'skip' },
      { selector: 'h1', format: 'underlined', options: { mark: '=', uppercase: true } },
      { selector: 'h2', format: 'underlined', options: { mark: '-', uppercase: false, leadingLineBreaks: 3 } },
      { selector: 'h3', format: 'underlined', options: { mark: '~', uppercase: false, leadingLineBreaks: 2 } },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'table.data', format: 'table' },
      { selector: 'td', format: 'block' },
      { selector: 'a.press', format: 'button' },
      { selector: 'a', format: 'link' },
      { selector: 'img', format: 'picture' },
      { selector: '.footer', format: 'footer' },
      { selector: 'hr', format: 'horizontalLine', options: { length: columns, leadingLineBreaks: 3 } },
      { selector: 'ul', options: { itemPrefix: ' - ' } },
    ],
  })
  const list = addresses.map((address, index) => `[${index + 1}] ${address}`)
  const links = list.length === 0 ? [] : ['', 'Links', '-----', ...list]
  return `${[text, ...links].join('\n')}\n`.replaceAll(filler, '')
}

const underlined: FormatCallback = (element, walk, builder, options) => {
  builder.openBlock({ leadingLineBreaks: options.leadingLineBreaks ?? 2 })
  if (options.uppercase) builder.pushWordTransform((word) => word.toUpperCase())
  walk(element.children, builder)
  if (options.uppercase) builder.popWordTransform()
  const underline = (text: string) => {
    const length = Math.max(...text.split('\n').map((line) => line.length))
    return `${text}\n${String(options['mark']).repeat(length)}`
  }
  builder.closeBlock({ trailingLineBreaks: 2, blockTransform: underline })
}

/** A number behind the words; an address that is its own text stays where it is. */
function numberedLink(addresses: string[]): FormatCallback {
  return (element, walk, builder) => {
    const address = String(element.attribs?.['href'] ?? '')
    walk(element.children, builder)
    if (element.children.length === 1 && element.children[0]?.data === address) return
    if (!addresses.includes(address)) addresses.push(address)
    builder.addInline(` [${addresses.indexOf(address) + 1}]`, { noWordTransform: true })
  }
}

// What is to be pressed stands where it is wanted, not in the list at the end.
const button: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 })
  walk(element.children, builder)
  builder.addInline(':')
  builder.addLineBreak()
  builder.addInline(String(element.attribs?.['href'] ?? ''), { noWordTransform: true })
  builder.closeBlock({ trailingLineBreaks: 2 })
}

// A rule, where the HTML has a hairline.
const footer: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 3 })
  builder.addInline('-'.repeat(columns))
  builder.closeBlock({ trailingLineBreaks: 2 })
  walk(element.children, builder)
}

const picture: FormatCallback = (element, _walk, builder) => {
  builder.addInline(`Picture, in words: ${String(element.attribs?.['alt'] ?? '')}`, { noWordTransform: true })
}

const table: FormatCallback = (element, walk, builder) => {
  builder.openTable()
  const rows = (node: typeof element): (typeof element)[] =>
    node.name === 'tr' ? [node] : (node.children ?? []).flatMap(rows)
  for (const row of rows(element)) {
    builder.openTableRow()
    for (const cell of row.children.filter((child) => child.name === 'th' || child.name === 'td')) {
      builder.openTableCell({ maxColumnWidth: Number.POSITIVE_INFINITY })
      walk(cell.children, builder)
      builder.closeTableCell({ colspan: 1, rowspan: 1 })
    }
    builder.closeTableRow()
  }
  const toText = (cells: { text: string }[][]) =>
    layOutTable(
      cells.map((row) => row.map((cell) => cell.text)),
      columns,
    )
  builder.closeTable({ tableToString: toText, leadingLineBreaks: 2, trailingLineBreaks: 2 })
}
