/** Examples to hear → what the page of a lesson shows of them. */
import type { Assets } from './assets.ts'
import { placesOf, secondsOf } from './audio/example-file.ts'
import { type Examples, soundFile } from './audio/read-examples.ts'
import type { CompiledExample } from './compiled.ts'
import { withCurvedQuotes } from './curved-quotes.ts'

/** Answers: the examples with these ids, in this order. One that could not be made is left out: it has been reported. */
export function compileExamples(ids: readonly string[], examples: Examples, assets: Assets): CompiledExample[] {
  return ids.flatMap((id) => {
    const example = examples.get(id)?.example
    const file = assets.get(soundFile(id))?.file
    if (!example || file === undefined) return []
    const { drill } = example
    const [title, text] = [withCurvedQuotes(example.title), withCurvedQuotes(example.text)]
    const places = placesOf(example).map(({ part, fromSeconds }) => ({
      fromSeconds: tenths(fromSeconds),
      words: withCurvedQuotes(part.name),
    }))
    const compiled = { id, title, file, seconds: tenths(secondsOf(example)), text, places }
    if (!drill) return [compiled]
    const { question, options, answer, reason } = drill
    const asked = {
      question: withCurvedQuotes(question),
      options: options.map((option) => withCurvedQuotes(option)),
      answer: options.indexOf(answer),
      reason: withCurvedQuotes(reason),
    }
    return [{ ...compiled, drill: asked }]
  })
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
