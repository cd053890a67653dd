/** The files that the compiler reads, in memory: it never asks the disk itself. */
import type { Problem } from './problems.ts'

/** By path, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface Source {
  /** Everything under `content/`, by path relative to it. */
  readonly content: Files
  /** Everything under `functions/site/assets/`, by path relative to it. */
  readonly siteAssets: Files
}

/** The compiler's own marks travel through the text as these characters, so no source file may hold one. */
const reserved = /[\uE000-\uE0FF]/u

/** Answers: the text of a file, with plain line ends and no byte order mark, and what is wrong with its bytes. */
export function readText(files: Files, file: string): { text: string; problems: Problem[] } {
  const text = decode(files.get(file) ?? new Uint8Array())
  if (text === undefined) {
    const what = 'The file is not valid UTF-8.'
    return { text: '', problems: [{ file, field: 'encoding', what, remedy: 'Save it as UTF-8 in your editor.' }] }
  }
  const position = text.search(reserved)
  if (position === -1) return { text, problems: [] }
  const line = text.slice(0, position).split('\n').length
  const what = 'The text holds a private-use character (U+E000 to U+E0FF), which the compiler needs for itself.'
  return { text, problems: [{ file, line, field: 'text', what, remedy: 'Delete that character.' }] }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
