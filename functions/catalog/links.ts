/** What a link or an image in a lesson points to. */
import type { GlossaryTerm } from './glossary-file.ts'
import type { FactFields } from './schema.ts'

export type LinkTarget =
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'broken'; readonly what: string; readonly remedy: string }

export interface Known {
  /** Undefined while path.md itself is wrong: then no step can be looked up. */
  readonly steps: ReadonlyMap<string, 'written' | 'unwritten' | 'finish'> | undefined
  readonly facts: ReadonlyMap<string, FactFields>
  readonly terms: readonly GlossaryTerm[]
  /** Source names, such as `figures/fig-comb-filter.svg`. */
  readonly assets: { has(name: string): boolean }
}

/** Answers: where does this link lead? Addresses of other sites, and slots, are taken as they are. */
export function resolveLink(link: string, known: Pick<Known, 'steps' | 'assets'>): LinkTarget {
  if (/^(https?:\/\/|mailto:)/i.test(link) || /^[\uE000-\uE0FF]/u.test(link)) return { kind: 'outside', url: link }
  if (/^[A-Z][0-9]{2}$/.test(link)) return resolveStep(link, known)
  if (/^[a-z][a-z0-9+.-]*:/i.test(link))
    return broken(`The link \`${link}\` is neither a web nor a mail address.`, 'Use https.')
  if (link.startsWith('#'))
    return broken(`The link \`${link}\` leads into a page, and headings have no anchors.`, 'Say it in words.')
  if (/\.md$/.test(link))
    return broken(`The link \`${link}\` leads to a source file.`, 'Link to a step by its id, such as `[text](E10)`.')
  const name = decode(link)
  if (known.assets.has(name)) return { kind: 'asset', name }
  return broken(
    `There is no file \`${name}\` in the folder of the path.`,
    'Put it into `figures/` or `downloads/` and link to it as `downloads/name.ext`.',
  )
}

/** Answers: what is wrong with an image? Undefined when it has alt text and its file exists. */
export function imageFault(source: string, alt: string, known: Known): { what: string; remedy: string } | undefined {
  if (alt.trim() === '') {
    const remedy = 'Write `![what the picture says, with its numbers](figures/name.svg)`.'
    return { what: `The picture \`${source}\` has no alt text.`, remedy }
  }
  if (known.assets.has(decode(source))) return undefined
  const remedy = 'Put the file into `figures/` and write `figures/name.svg`; pictures from other sites are not shown.'
  return { what: `There is no picture \`${source}\` in the folder of the path.`, remedy }
}

function resolveStep(id: string, known: Pick<Known, 'steps'>): LinkTarget {
  const state = known.steps?.get(id)
  if (state === 'written' || !known.steps) return { kind: 'step', id }
  if (state === 'unwritten')
    return broken(
      `The step ${id} is not written, so the link would lead nowhere.`,
      `Name ${id} without a link until it is written.`,
    )
  if (state === 'finish') return broken(`The finish ${id} has no page.`, 'Say it without a link.')
  return broken(`There is no step ${id} in path.md.`, 'Link to a step of this path, or take the link out.')
}

function broken(what: string, remedy: string): LinkTarget {
  return { kind: 'broken', what, remedy }
}

function decode(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
