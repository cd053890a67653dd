/** Every example of the path, by its id. */
import type { Problem } from '../problems.ts'
import type { Files } from '../source.ts'
import { type ExampleFile, readExample } from './example-file.ts'

/** By id, such as `au-comb-1ms`: also those that are wrong, so that a lesson which names one is not called wrong too. */
export type Examples = ReadonlyMap<string, ExampleFile & { readonly file: string }>

/** Answers: the examples in the folder of this path, and what is wrong with them. */
export function readExamples(files: Files, folder: string): { examples: Examples; problems: Problem[] } {
  const own = `${folder}/audio/`
  const found = [...files.keys()].filter((file) => file.startsWith(own) && file.endsWith('.yaml'))
  const read = found.map((file) => ({ file, ...readExample(files, file) }))
  const examples = new Map(read.map((one) => [one.file.slice(own.length).replace(/\.yaml$/, ''), one] as const))
  return { examples, problems: read.flatMap(({ problems }) => problems) }
}

/** Answers: where the sound of an example stands. */
export function soundFile(id: string): string {
  return `audio/${id}.mp3`
}
