/** How easily a step is read. */

import { readLines } from './blocks.ts'
import type { Problem } from './problems.ts'
import type { Course } from './read-course.ts'
import { readingEase } from './reading-ease.ts'
import { plainText } from './references.ts'

// Measured on the course: its lessons lie between 70 and 91. Plain English begins at 60 (Flesch 1948).
const easeMin = 65
const easeMax = 95
const easeFloor = 50
const easeCeiling = 105

/** Answers: which texts are harder or more broken up than the band allows, and which are far outside it? */
export function checkReading({ lessons }: Course): { problems: Problem[]; warnings: Problem[] } {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (const { file, body } of lessons) {
    const ease = Math.round(readingEase(readLines(body.prose).map(({ children }) => plainText(children ?? []))))
    if (ease >= easeMin && ease <= easeMax) continue
    const isHard = ease < easeMin
    const what = `The reading ease is ${ease}, ${isHard ? 'below' : 'above'} the band of ${easeMin} to ${easeMax}.`
    const remedy = isHard
      ? 'Cut the longest sentences in two, and use shorter words where they say the same.'
      : 'Join some of the short sentences: a reason may take a longer one.'
    const problem = { file, field: 'reading ease', what, remedy }
    if (ease < easeFloor || ease > easeCeiling) problems.push(problem)
    else warnings.push(problem)
  }
  return { problems, warnings }
}
