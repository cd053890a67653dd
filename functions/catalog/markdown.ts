/** Markdown, parsed once and drawn for two targets: the page and the mail. */
import MarkdownIt, { type Env, type Token } from 'markdown-it'
import { markAsides } from './asides.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import { markCitations, plainText, type Reference, referenceOf } from './references.ts'
import { breakable, isShort, unbroken } from './unbroken.ts'

export type { Token }
export type Environment = Env

export interface Markdown {
  readonly tokens: readonly Token[]
  /** Reference links of the whole text: needed to read a part of it again. */
  readonly environment: Environment
}

/** What differs between the page and the mail. */
export interface RenderTarget {
  /** The address of a link that has been checked. */
  readonly href: (link: string) => string
  /** The address of a fact or a term; undefined where its words stand alone. */
  readonly reference: (to: Reference) => string | undefined
  readonly image: (source: string, alt: string) => string
  readonly tableOpen: (label: string) => string
  readonly tableClose: string
  /** Text in columns of its own, already escaped. */
  readonly listing: (text: string) => string
}

// HTML is let through the parser so that the check finds it; content that holds any is never drawn.
const parser = new MarkdownIt({ html: true })
// Slots are characters outside ASCII, which the library would percent-encode.
const normalizeLink = parser.normalizeLink.bind(parser)
parser.normalizeLink = (url) => (/[\uE000-\uE0FF]/u.test(url) ? url : normalizeLink(url))

parser.core.ruler.push('asides', ({ tokens }) => markAsides(tokens))
parser.core.ruler.push('citations', ({ tokens }) => {
  for (const token of tokens) markCitations(token.children ?? [])
})

/** Answers: text as it may stand in HTML, between tags or in a quoted attribute. */
export const escapeHtml: (text: string) => string = parser.utils.escapeHtml
const { rules } = parser.renderer
const targetOf = (environment: Environment | undefined) => environment?.['target'] as RenderTarget

rules['text'] = (tokens, index) => {
  const words = withCurvedQuotes(tokens[index]?.content ?? '', plainText(tokens.slice(0, index)))
  return unbroken(escapeHtml(words))
}
rules['code_inline'] = (tokens, index) => `<code>${breakable(escapeHtml(tokens[index]?.content ?? ''))}</code>`
rules['link_open'] = (tokens, index, _options, environment) => {
  const link = attribute(tokens[index], 'href')
  const relation = /^(https?|mailto):/i.test(link) ? ' rel="noopener"' : ''
  return `<a href="${escapeHtml(targetOf(environment).href(link))}"${relation}>`
}
rules['reference_open'] = (tokens, index, _options, environment) => openReference(tokens[index], environment)
rules['reference_close'] = (tokens, index, _options, environment) => closeReference(tokens[index], environment)
rules['strong_open'] = (tokens, index, _options, environment) => {
  // Key terms are looked through: each begins a line.
  const line = index > 1 && referenceOf(tokens[index])?.to === 'term' ? '<br>\n' : ''
  return `${line}<strong>${openReference(tokens[index], environment)}`
}
rules['strong_close'] = (tokens, index, _options, environment) =>
  `${closeReference(tokens[index], environment)}</strong>`
rules['image'] = (tokens, index, options, environment, renderer) => {
  const alt = renderer.renderInlineAsText(tokens[index]?.children ?? [], options, environment ?? {})
  return targetOf(environment).image(attribute(tokens[index], 'src'), alt)
}
rules['table_open'] = (tokens, index, _options, environment) =>
  targetOf(environment).tableOpen(withCurvedQuotes(String(tokens[index]?.meta?.['label'] ?? 'Table')))
rules['table_close'] = (_tokens, _index, _options, environment) => targetOf(environment).tableClose
// The corner of a table heads nothing, and a header without words is read as nothing.
const isCorner = (inline: Token | undefined) => inline?.content === ''
rules['th_open'] = (tokens, index) =>
  isCorner(tokens[index + 1]) ? '<td>' : `<th scope="col"${cellClass(tokens, index)}>`
rules['th_close'] = (tokens, index) => (isCorner(tokens[index - 1]) ? '</td>\n' : '</th>\n')
rules['fence'] = (tokens, index, _options, environment) =>
  `${targetOf(environment).listing(escapeHtml(tokens[index]?.content ?? ''))}\n`
rules['td_open'] = (tokens, index) => `<td${cellClass(tokens, index)}>`

/** Answers: the text as tokens. */
export function parseMarkdown(text: string): Markdown {
  const environment: Environment = {}
  return { tokens: parser.parse(text, environment), environment }
}

/** Answers: these blocks as HTML. */
export function renderBlocks(tokens: readonly Token[], environment: Environment, target: RenderTarget): string {
  return parser.renderer.render([...tokens], parser.options, { ...environment, target }).trim()
}

/** Answers: one line of Markdown as inline HTML. */
export function renderLine(text: string, environment: Environment, target: RenderTarget): string {
  return parser.renderInline(text, { ...environment, target }).trim()
}

/** Answers: every token, those inside a line included, with the line on which its block begins, counted from 0. */
export function* everyToken(tokens: readonly Token[], line = 0): Generator<{ token: Token; line: number }> {
  let current = line
  for (const token of tokens) {
    current = token.map?.[0] ?? current
    yield { token, line: current }
    if (token.children) yield* everyToken(token.children, current)
  }
}

/** Answers: the value of an attribute, empty when there is none. */
export function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '')
}

function openReference(token: Token | undefined, environment: Environment | undefined): string {
  const reference = referenceOf(token)
  const href = reference && targetOf(environment).reference(reference)
  return href === undefined ? '' : `<a class="${reference?.to}" href="${escapeHtml(href)}">`
}

function closeReference(token: Token | undefined, environment: Environment | undefined): string {
  return openReference(token, environment) === '' ? '' : '</a>'
}

function cellClass(tokens: readonly Token[], index: number): string {
  const side = /text-align:(center|right)/.exec(attribute(tokens[index], 'style'))?.[1]
  const names = [side, isShort(tokens[index + 1]?.content ?? '') && 'whole'].filter(Boolean)
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`
}
