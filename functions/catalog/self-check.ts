/** "Self-check": `Question? — **Answer.** Reason.` in a numbered list. */
import { listItems, type Section, splitBlocks } from './blocks.ts'
import type { BodyProblem } from './lesson-body.ts'

/** All in inline Markdown. */
export interface Check {
  readonly question: string
  readonly answer: string
  readonly reason: string
}

const pattern = /^([\s\S]+?)\s+[—–]\s+\*\*([\s\S]+?)\*\*\s*([\s\S]*)$/
const field = 'Self-check'
const remedy = 'Write `Question? — **Answer.** Reason.` with a dash, a bold answer and a reason of one line.'

/** Answers: the questions with answer and reason; none for a step without this section. */
export function readChecks(section: Section | undefined): { checks: Check[]; problems: BodyProblem[] } {
  if (!section) return { checks: [], problems: [] }
  const [list, ...more] = splitBlocks(section.tokens)
  if (list?.[0]?.type !== 'ordered_list_open' || more.length > 0) {
    const what = 'The section is not one numbered list.'
    const problem = { line: section.line, field, what, remedy: 'Keep only the numbered list of questions in it.' }
    return { checks: [], problems: [problem] }
  }
  const checks: Check[] = []
  const problems: BodyProblem[] = []
  for (const [index, item] of listItems(list).entries()) {
    const [, question, answer, reason] = pattern.exec(item.text ?? '') ?? []
    if (question && answer && reason?.trim()) checks.push({ question, answer, reason })
    else {
      const lacks = question && answer ? 'reason' : 'answer'
      problems.push({ line: item.line, field, what: `Question ${index + 1} has no ${lacks}.`, remedy })
    }
  }
  return { checks, problems }
}
