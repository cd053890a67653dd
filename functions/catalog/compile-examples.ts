/** Examples to hear → what the page of a lesson shows of them. */
import type { Assets } from './assets.ts'
import { placesOf, secondsOf } from './audio/example-file.ts'
import { type Examples, soundFile } from './audio/read-examples.ts'
import type { CompiledExample } from './compiled.ts'

/** Answers: the examples with these ids, in this order. One that could not be made is left out: it has been reported. */
export function compileExamples(ids: readonly string[], examples: Examples, assets: Assets): CompiledExample[] {
  return ids.flatMap((id) => {
    const example = examples.get(id)?.example
    const file = assets.get(soundFile(id))?.file
    if (!example || file === undefined) return []
    const { title, text, drill } = example
    const places = placesOf(example).map(({ part, fromSeconds }) => ({
      fromSeconds: tenths(fromSeconds),
      words: part.name,
    }))
    const compiled = { id, title, file, seconds: tenths(secondsOf(example)), text, places }
    if (!drill) return [compiled]
    const { question, options, answer, reason } = drill
    return [{ ...compiled, drill: { question, options, answer: options.indexOf(answer), reason } }]
  })
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
