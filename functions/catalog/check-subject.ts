/** Rules for a subject line. */
import type { Problem } from './problems.ts'

const subjectMax = 60

/** Answers: can this subject be sent, and read whole in an inbox list? */
export function checkSubject(subject: string, where: { file: string; line: number | undefined }): Problem[] {
  const problem = { ...where, field: 'subject' }
  const length = [...subject].length
  if (/\p{Cc}/u.test(subject)) {
    const what = 'The subject holds a control character or a line end, which would break the header.'
    return [{ ...problem, what, remedy: 'Write the subject on one line.' }]
  }
  if (subject.trim() === '')
    return [{ ...problem, what: 'The subject is empty.', remedy: 'Write one of up to 60 characters.' }]
  if (subject.includes('{{')) {
    const what = 'The subject holds a placeholder, and subjects are the same for everybody.'
    return [{ ...problem, what, remedy: 'Take the placeholder out.' }]
  }
  if (length <= subjectMax) return []
  const what = `The subject has ${length} characters: "${subject}".`
  return [{ ...problem, what, remedy: `Write a \`subject:\` of ${subjectMax} characters at most.` }]
}
