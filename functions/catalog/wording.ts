/** The sentences that mails and pages make of a step's fields. */
import { durationWords } from '../site/words/duration.ts'
import type { LessonFields } from './schema.ts'

const subjectMax = 60

/** Answers: a title short enough for a tape label: what stands before the colon, if anything does. */
function shortTitle(title: string): string {
  return title.split(': ')[0] ?? title
}

/** Answers: the subject of a step's mail: its own, else id and title, shortened where the whole would not fit. */
export function subjectOf(step: { id: string; title: string }, fields: Pick<LessonFields, 'subject'>): string {
  if (fields.subject !== undefined) return fields.subject
  const whole = `${step.id} ${step.title}`
  return [...whole].length <= subjectMax ? whole : `${step.id} ${shortTitle(step.title)}`
}

/** Answers: the line that an inbox list shows after the subject. */
export function preheaderOf(step: { minutes: number }, fields: Pick<LessonFields, 'preheader' | 'done_when'>): string {
  return fields.preheader ?? `About ${durationWords(step.minutes)}. Done when ${inSentence(fields.done_when)}`
}

/** Answers: a sentence as it continues another one: "You have a table" becomes "you have a table", "DI boxes" stays. */
export function inSentence(sentence: string): string {
  return /^\p{Lu}(\p{Ll}|\s(?!\p{Lu}))/u.test(sentence) && !/^I\s/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence
}

/** Answers: a part of a sentence as one of its own: "about 6 dB" becomes "About 6 dB.", "iPad" and "-2 dB." stay. */
export function asSentence(words: string): string {
  const begun = /^\p{Ll}+(?!\p{L})/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

/** Answers: `2026-11-23` as "23 November 2026", in the language of the path. */
export function longDate(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}
