/** Facts, glossary and placement check → what their pages show. */
import type { Assets } from './assets.ts'
import type { CompiledFact, CompiledGlossary, CompiledPlacement } from './compiled.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import type { FactsFile } from './facts-file.ts'
import type { Glossary } from './glossary-file.ts'
import type { Lesson } from './lesson-file.ts'
import { renderLine } from './markdown.ts'
import type { PathFile } from './path-file.ts'
import type { PlacementFile } from './placement-file.ts'
import { pageTarget } from './render-page.ts'

/** Answers: the facts that are cited, in the order of their numbers. */
export function compileFacts({ facts }: FactsFile, path: PathFile, lessons: readonly Lesson[]): CompiledFact[] {
  const used = [...facts.values()].flatMap(({ reviewBy, ...fact }) => {
    const steps = stepsThat(path, lessons, ({ citations }) => citations.some(({ id }) => id === fact.id))
    const shown = { ...fact, value: withCurvedQuotes(fact.value), source: withCurvedQuotes(fact.source) }
    return steps.length === 0 ? [] : [{ ...shown, ...(reviewBy === undefined ? {} : { reviewBy }), steps }]
  })
  return used.sort((one, other) => numberOf(one.id) - numberOf(other.id))
}

/** Answers: every term, with the steps of which it is a key term. */
export function compileGlossary(
  glossary: Glossary,
  path: PathFile,
  lessons: readonly Lesson[],
  assets: Assets,
): CompiledGlossary {
  const target = pageTarget(assets)
  const terms = glossary.terms.map(({ term, anchor, meaning }) => ({
    term,
    anchor,
    meaningHtml: renderLine(meaning, {}, target),
    steps: stepsThat(path, lessons, ({ body }) => body.terms.some((used) => used.anchor === anchor)),
  }))
  return { title: glossary.title, terms }
}

/** Answers: the placement check in the words that are shown. */
export function compilePlacement({ fields }: PlacementFile): CompiledPlacement {
  return {
    ...fields,
    introduction: withCurvedQuotes(fields.introduction),
    items: fields.items.map(({ question, options, reason, ...item }) => ({
      ...item,
      question: withCurvedQuotes(question),
      options: options.map((option) => withCurvedQuotes(option)),
      reason: withCurvedQuotes(reason),
    })),
    notes: fields.notes.map((note) => withCurvedQuotes(note)),
  }
}

function stepsThat(path: PathFile, lessons: readonly Lesson[], use: (lesson: Lesson) => boolean): string[] {
  const users = new Set(lessons.filter(use).map(({ file }) => file))
  return path.plan.filter(({ file }) => users.has(file)).map(({ id }) => id)
}

function numberOf(id: string): number {
  return Number(id.slice(1))
}
