/** `downloads/dl-*.md`, `mat-*.md`: a form or material in plain Markdown, served as it is and as a PDF to print. */
import MarkdownIt, { type Token } from 'markdown-it'
import type { Problem } from '../problems.ts'
import { type Files, readText } from '../source.ts'

export interface Form {
  readonly title: string
  readonly tokens: readonly Token[]
}

const parser = new MarkdownIt({ html: true })
const version = /^\*Version \d+, \d{1,2} [A-Z][a-z]+ \d{4}\*$/m

/** Answers: the form in this file, or what is wrong with it. */
export function readForm(
  files: Files,
  file: string,
): { readonly form: Form } | { readonly problems: readonly Problem[] } {
  const { text, problems } = readText(files, file)
  if (problems.length > 0) return { problems }
  const tokens = parser.parse(text, {})
  const title = tokens[0]?.tag === 'h1' ? (tokens[1]?.content ?? '') : ''
  const faults = [...titleFaults(file, title), ...versionFaults(file, text), ...htmlFaults(file, tokens)]
  return faults.length > 0 ? { problems: faults } : { form: { title, tokens } }
}

function titleFaults(file: string, title: string): Problem[] {
  if (title !== '') return []
  const what = 'The file does not begin with a title.'
  return [{ file, line: 1, field: 'title', what, remedy: 'Begin with one line such as `# Boundary note`.' }]
}

/** A printed form outlives its page: it has to say by itself how old it is. Materials do not change. */
function versionFaults(file: string, text: string): Problem[] {
  if (!/\/dl-[^/]+$/.test(file) || version.test(text)) return []
  const what = 'The form does not say its version and date.'
  return [
    { file, field: 'version', what, remedy: 'Write a line such as `*Version 1, 25 November 2026*` below the title.' },
  ]
}

function htmlFaults(file: string, tokens: readonly Token[]): Problem[] {
  const found = tokens.find(
    ({ type, children }) => type === 'html_block' || children?.some((child) => child.type === 'html_inline'),
  )
  if (!found) return []
  const what = 'The text holds HTML, which cannot be printed.'
  return [{ file, line: (found.map?.[0] ?? 0) + 1, field: 'text', what, remedy: 'Write it as Markdown.' }]
}
