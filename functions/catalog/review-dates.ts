/** What has to be looked up again by a date: facts that are in use, and lessons. */
import type { FactsFile } from './facts-file.ts'
import type { Lesson } from './lesson-file.ts'
import type { Problem } from './problems.ts'

const noticeDays = 60
const dayMs = 86_400_000

export interface ReviewDates {
  readonly overdue: readonly Problem[]
  /** Due within sixty days. */
  readonly soon: readonly Problem[]
}

/** Answers: what is overdue on this day (`2026-11-23`), and what soon will be? */
export function checkReviewDates(facts: FactsFile, lessons: readonly Lesson[], today: string): ReviewDates {
  const overdue: Problem[] = []
  const soon: Problem[] = []
  const check = (
    date: string | undefined,
    name: string,
    remedy: string,
    where: Pick<Problem, 'file' | 'line' | 'field'>,
  ) => {
    if (date === undefined || daysBetween(today, date) > noticeDays) return
    if (date < today) overdue.push({ ...where, what: `${name} had to be looked up again by ${date}.`, remedy })
    else soon.push({ ...where, what: `${name} has to be looked up again by ${date}.`, remedy })
  }
  for (const { file, fields, lineOf } of lessons) {
    const remedy = 'Check what is dated in it, then set `reviewed` and `review_by`.'
    check(fields.review_by, `The lesson ${fields.id}`, remedy, {
      file,
      line: lineOf(['review_by']),
      field: 'review_by',
    })
  }
  for (const fact of facts.facts.values()) {
    const users = lessons.filter(({ citations }) => citations.some(({ id }) => id === fact.id))
    if (users.length === 0) continue
    const name = `The fact ${fact.id} (${fact.fact}; in ${users.map(({ fields }) => fields.id).join(', ')})`
    const remedy = 'Look it up, correct `value` and `dated`, and set a new `reviewBy`.'
    check(fact.reviewBy, name, remedy, { file: facts.file, line: facts.lineOf(fact.id), field: 'reviewBy' })
  }
  return { overdue, soon }
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs
}
