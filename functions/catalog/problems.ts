/** What is wrong with the content, said so that an author can mend it. */

export interface Problem {
  /** Relative to `content/`. */
  readonly file: string
  /** Counted from 1; absent where the whole file, or its absence, is meant. */
  readonly line?: number | undefined
  /** The front matter field, or the part of the text. */
  readonly field: string
  /** One sentence: what happened, and why it matters where that is not plain. */
  readonly what: string
  /** One sentence: what to do. */
  readonly remedy: string
}

/** Answers: a problem as one line of a terminal, `file:line field: what happened. Remedy.` */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`
  return `content/${place} ${problem.field}: ${problem.what} ${problem.remedy}`
}

/** Answers: the same problems in the order in which an author works through them, without repetitions. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]))
  return [...unique.values()].sort(
    (one, other) => compareText(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0),
  )
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
