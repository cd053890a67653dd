/** A table in plain text: in columns where they fit, else a row at a time. */

const gap = '   '
const numeric = /^[\s+−–-]*[\d.,]+\s*\S{0,4}$/u

/** Answers: the table within so many columns of text. The first row holds the headings. */
export function layOutTable(rows: readonly (readonly string[])[], columns: number): string {
  const [headings = [], ...body] = rows
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const total = widths.reduce((sum, one) => sum + one, 0) + gap.length * (widths.length - 1)
  if (total > columns) return layOutRows(headings, body, columns)
  const right = headings.map((_, column) => column > 0 && body.every((row) => numeric.test(row[column] ?? '')))
  const line = (row: readonly string[]) =>
    widths
      .map((size, column) => pad(row[column] ?? '', size, right[column] ?? false))
      .join(gap)
      .trimEnd()
  const rule = widths.map((size) => '-'.repeat(size)).join(gap)
  return [line(headings), rule, ...body.map(line)].join('\n')
}

// The first cell names its row; the others follow as "heading: cell".
function layOutRows(headings: readonly string[], body: readonly (readonly string[])[], columns: number): string {
  const rows = body.map(([name = '', ...cells]) => {
    const title = headings[0] ? `${headings[0]}: ${name}` : name
    const parts = cells.map((cell, index) => `  ${headings[index + 1]}: ${cell}`)
    return [title, ...parts].flatMap((part) => wrap(part, columns)).join('\n')
  })
  return rows.join('\n\n')
}

function wrap(text: string, columns: number): string[] {
  const indent = /^\s*/.exec(text)?.[0] ?? ''
  const lines: string[] = []
  for (const word of text.trimStart().split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && width(last) + 1 + width(word) <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? indent + word : `${indent}  ${word}`)
  }
  return lines
}

function pad(text: string, size: number, right: boolean): string {
  const space = ' '.repeat(size - width(text))
  return right ? space + text : text + space
}

function width(text: string): number {
  return [...text].length
}
