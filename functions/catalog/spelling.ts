/** Words that neither the British dictionary nor the course's own list knows. */
import type { Problem } from './problems.ts'
import type { WordList } from './word-list.ts'
import type { WrittenLine } from './written-lines.ts'

/** Answers: is this a word? */
export type IsWord = (word: string) => boolean

// File names, addresses and placeholders are names and not words.
const namePattern = /\{\{[^}]*\}\}|\S*(?:[@_\\]|:\/\/|\p{L}\.\p{L}{2,4}(?![\p{L}.]))\S*/gu
// Letters with digits among them are units, chords, codes: `6.02N`, `A4`, `x2`.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu

/** Answers: which words are unknown, and which of the list are known anyway or used nowhere? */
export function checkSpelling(lines: readonly WrittenLine[], list: WordList, isWord: IsWord): Problem[] {
  const isKnown = remembered((word) => /^\p{L}$|\p{N}/u.test(word) || isWord(word))
  const used = new Set<string>()
  const reported = new Set<string>()
  const problems: Problem[] = []
  for (const { file, line, text } of lines) {
    for (const [word] of text.replace(namePattern, ' ').matchAll(wordPattern)) {
      // `EU's` and `DIs` are as good as `EU` and `DI`.
      const bare = word.replace(/['’]s$|(?<=\p{Lu})s$/u, '')
      if (isKnown(plain(word)) || isKnown(bare) || reported.has(`${file} ${bare}`)) continue
      const entry = entryOf(plain(bare), list)
      if (entry !== undefined) {
        used.add(entry)
        continue
      }
      reported.add(`${file} ${bare}`)
      const what = `The British dictionary does not know "${bare}".`
      const remedy = 'Correct it; a term, a name or a unit is added at its place in `content/words.txt`.'
      problems.push({ file, line, field: 'spelling', what, remedy })
    }
  }
  return [...problems, ...checkList(list, used, isWord)]
}

function checkList({ file, lines }: WordList, used: ReadonlySet<string>, isWord: IsWord): Problem[] {
  return [...lines].flatMap(([word, line]) => {
    const problem = { file, line, field: 'word', remedy: 'Delete the line.' }
    if (isWord(word)) return [{ ...problem, what: `The dictionary knows \`${word}\` already.` }]
    return used.has(word) ? [] : [{ ...problem, what: `No text uses \`${word}\`.` }]
  })
}

/** An entry stands for its plural too and, if it is in small letters, for itself in capitals. */
function entryOf(word: string, { lines }: WordList): string | undefined {
  const forms = [word, word.replace(/s$/, '')]
  return [...forms, ...forms.map((form) => form.toLowerCase())].find((form) => lines.has(form))
}

function plain(word: string): string {
  return word.replace('’', "'")
}

function remembered(ask: IsWord): IsWord {
  const answers = new Map<string, boolean>()
  return (word) => {
    const known = answers.get(word) ?? ask(word)
    answers.set(word, known)
    return known
  }
}
