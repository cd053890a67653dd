/** A table of rules of the compiler, each broken once. */
import { describe, expect, test } from 'vitest'
import { type Changes, problemsWith } from './content.ts'

export interface Rule {
  readonly rule: string
  readonly change: Changes
  readonly file: string
  readonly field: string
  readonly what: RegExp
  /** Where the field's own remedy is meant, and no general one. */
  readonly remedy?: RegExp
  /** Where a line can be told, it must be the right one. */
  readonly line?: number
  /** The day of the run, where it matters. */
  readonly today?: string
  /** What is broken here breaks other rules too. */
  readonly cascades?: true
}

/** Tests that the compiler refuses each of these, with file, field and remedy. */
export function refuses(group: string, rules: readonly Rule[]): void {
  describe(`the compiler refuses, in ${group},`, () => {
    test.each([...rules])(
      '$rule, with file, field and remedy',
      ({ change, file, field, what, remedy, line, ...on }) => {
        const problems = problemsWith(change, dayOf(on))

        const problem = problems.find((one) => one.file === file && one.field === field && what.test(one.what))
        expect(problem, JSON.stringify(problems, null, 2)).toBeDefined()
        expect(problem?.remedy).toMatch(/^[A-Z].{8,}\.$/)
        expect(problem?.what).toMatch(/^[A-Z`].*[.]$/s)
        if (remedy !== undefined) expect(problem?.remedy).toMatch(remedy)
        if (line !== undefined) expect(problem?.line).toBe(line)
      },
    )

    test.each(rules.filter(({ cascades }) => !cascades))('$rule, and nothing else', ({ change, ...on }) => {
      expect(problemsWith(change, dayOf(on))).toHaveLength(1)
    })
  })
}

function dayOf({ today }: Pick<Rule, 'today'>): { today?: string } {
  return today === undefined ? {} : { today }
}
