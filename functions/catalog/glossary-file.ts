/** `glossary.md`: `**Term**: meaning.` a line, in the order of the alphabet. */
import { readHead } from './front-matter.ts'
import type { Problem } from './problems.ts'
import { glossarySchema } from './schema.ts'
import { type Files, readText } from './source.ts'

export interface GlossaryTerm {
  readonly term: string
  /** Where its page jumps to. */
  readonly anchor: string
  /** In inline Markdown. */
  readonly meaning: string
  readonly line: number
}

export interface Glossary {
  readonly file: string
  readonly title: string
  readonly terms: readonly GlossaryTerm[]
}

const entry = /^\*\*([^*]+)\*\*: (.*\S)$/
const remedy = 'Write `**Term**: meaning.` on one line.'

/** Answers: the terms of the path; none when it has no such file. */
export function readGlossary(
  files: Files,
  folder: string,
  language: string,
): { glossary: Glossary; problems: readonly Problem[] } {
  const file = `${folder}/glossary.md`
  if (!files.has(file)) return { glossary: { file, title: '', terms: [] }, problems: [] }
  const { text, problems: unreadable } = readText(files, file)
  const head = readHead(file, text, glossarySchema)
  const problems: Problem[] = [...unreadable, ...head.problems]
  const terms: GlossaryTerm[] = []
  for (const [index, written] of head.body.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = head.bodyOffset + index + 1
    const [, term = '', meaning = ''] = entry.exec(written) ?? []
    if (/[.!?]$/.test(meaning)) terms.push({ term, anchor: anchorOf(term), meaning, line })
    else {
      const lacks = term === '' ? 'is not a term and its meaning' : 'does not end in a full stop'
      problems.push({ file, line, field: 'term', what: `The line "${written.slice(0, 40)}" ${lacks}.`, remedy })
    }
  }
  const glossary = { file, title: head.fields?.title ?? '', terms }
  return { glossary, problems: [...problems, ...checkOrder(glossary, language)] }
}

function checkOrder({ file, terms }: Glossary, language: string): Problem[] {
  const { compare } = new Intl.Collator(language)
  const anchors = new Set<string>()
  return terms.flatMap(({ term, anchor, line }, index) => {
    const before = terms[index - 1]?.term
    const isKnown = anchors.has(anchor)
    anchors.add(anchor)
    if (isKnown) {
      const what = `\`${term}\` stands in it twice.`
      return [
        { file, line, field: 'term', what, remedy: 'Keep one of them, or tell them apart: `Attack (compressor)`.' },
      ]
    }
    if (before === undefined || compare(before, term) <= 0) return []
    const what = `\`${term}\` stands after \`${before}\`.`
    return [{ file, line, field: 'term', what, remedy: 'Move it to its place in the alphabet.' }]
  })
}

/** Answers: the entry that explains this key term. "Attack" is explained by "Attack (compressor)". */
export function findTerm(terms: readonly GlossaryTerm[], name: string): GlossaryTerm | undefined {
  const whole = name.toLowerCase()
  const bare = withoutQualifier(whole)
  return (
    terms.find(({ term }) => term.toLowerCase() === whole) ??
    terms.find(({ term }) => withoutQualifier(term.toLowerCase()) === bare)
  )
}

function withoutQualifier(term: string): string {
  return term.replace(/\s*\([^)]*\)$/, '')
}

// The prefix keeps a term such as "Main" apart from the ids of the page.
function anchorOf(term: string): string {
  const name = term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return `term-${name.replace(/^-|-$/g, '')}`
}
