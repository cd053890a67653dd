/** `words.txt`: words of the field, names and units that the dictionary does not know, one a line. */
import type { Problem } from './problems.ts'
import { type Files, readText } from './source.ts'

export interface WordList {
  readonly file: string
  /** Each with its line, counted from 1. */
  readonly lines: ReadonlyMap<string, number>
}

/** Answers: the words of the list, none when there is no such file, and which stand twice or out of order. */
export function readWordList(files: Files): { words: WordList; problems: Problem[] } {
  const file = 'words.txt'
  const { text, problems } = files.has(file) ? readText(files, file) : { text: '', problems: [] }
  const { compare } = new Intl.Collator('en')
  const lines = new Map<string, number>()
  let before = ''
  for (const [index, written] of text.split('\n').entries()) {
    const word = written.trim()
    if (word === '') continue
    const problem = { file, line: index + 1, field: 'word' }
    if (lines.has(word))
      problems.push({ ...problem, what: `\`${word}\` stands in it twice.`, remedy: 'Keep one of them.' })
    else if (compare(before, word) > 0) {
      const what = `\`${word}\` stands after \`${before}\`.`
      problems.push({ ...problem, what, remedy: 'Move it to its place in the alphabet.' })
    }
    lines.set(word, index + 1)
    before = word
  }
  return { words: { file, lines }, problems }
}
