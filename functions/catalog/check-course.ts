/** Rules that need more than one file: order, facts, dates, words, supplies. */
import { checkAudio } from './check-audio.ts'
import { checkFactsNamed } from './check-facts.ts'
import { checkFiles } from './check-files.ts'
import { checkMarkdown } from './check-markdown.ts'
import { checkPath, warnOfTitles } from './check-path.ts'
import { checkPlacement } from './check-placement.ts'
import { checkOwnId, checkPrerequisites } from './check-prerequisites.ts'
import { checkReading } from './check-reading.ts'
import { checkRecall } from './check-recall.ts'
import { checkSupplies } from './check-supplies.ts'
import type { CompileOptions } from './compile.ts'
import { parseMarkdown } from './markdown.ts'
import type { Problem } from './problems.ts'
import type { Course } from './read-course.ts'
import { checkReviewDates } from './review-dates.ts'
import type { Source } from './source.ts'
import { checkSpelling } from './spelling.ts'
import { checkTone } from './tone.ts'
import { writtenLines } from './written-lines.ts'

/** Answers: what is wrong with the course as a whole, and what is only worth a look? */
export function checkCourse(
  { content }: Source,
  course: Course,
  { today, overdue, isWord }: CompileOptions,
): { problems: Problem[]; warnings: Problem[] } {
  const { path, lessons, facts, glossary, placement, words, known } = course
  const dates = checkReviewDates(facts, lessons, today)
  const reading = checkReading(course)
  const lines = writtenLines(course)
  const isBritish = path.fields.language === 'en-GB'
  const problems = [
    ...checkPath(path),
    ...checkFiles(content, path),
    ...(placement ? checkPlacement(placement, path) : []),
    ...checkMarkdown(parseMarkdown(path.intro), known, { file: path.file, offset: path.introOffset }),
    ...glossary.terms.flatMap(({ meaning, line }) =>
      checkMarkdown(parseMarkdown(meaning), known, { file: glossary.file, offset: line - 1 }),
    ),
    ...lessons.flatMap((lesson) => [
      ...checkOwnId(path, lesson),
      ...checkPrerequisites(path, lesson),
      ...checkRecall(path, lesson),
      ...checkFactsNamed(lesson),
    ]),
    ...(overdue === 'warn' ? [] : dates.overdue),
    ...reading.problems,
    ...checkTone(lines),
    ...(isBritish ? checkSpelling(lines, words, isWord) : []),
    ...checkAudio(course),
    ...checkSupplies(content, course),
  ]
  const late = overdue === 'warn' ? dates.overdue : []
  return { problems, warnings: [...warnOfTitles(path), ...reading.warnings, ...late, ...dates.soon] }
}
