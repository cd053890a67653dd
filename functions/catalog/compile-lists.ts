/** Facts and glossary → what their pages show, with the steps that use each. */
import type { Assets } from './assets.ts'
import type { CompiledFact, CompiledGlossary } from './compiled.ts'
import type { FactsFile } from './facts-file.ts'
import type { Glossary } from './glossary-file.ts'
import type { Lesson } from './lesson-file.ts'
import { renderLine } from './markdown.ts'
import type { PathFile } from './path-file.ts'
import { pageTarget } from './render-page.ts'

/** Answers: the facts that are cited, in the order of their numbers. */
export function compileFacts({ facts }: FactsFile, path: PathFile, lessons: readonly Lesson[]): CompiledFact[] {
  const used = [...facts.values()].flatMap(({ reviewBy, ...fact }) => {
    const steps = stepsThat(path, lessons, ({ citations }) => citations.some(({ id }) => id === fact.id))
    return steps.length === 0 ? [] : [{ ...fact, ...(reviewBy === undefined ? {} : { reviewBy }), steps }]
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

function stepsThat(path: PathFile, lessons: readonly Lesson[], use: (lesson: Lesson) => boolean): string[] {
  const users = new Set(lessons.filter(use).map(({ file }) => file))
  return path.plan.filter(({ file }) => users.has(file)).map(({ id }) => id)
}

function numberOf(id: string): number {
  return Number(id.slice(1))
}
