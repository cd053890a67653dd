/** Words that a calm colleague does not use. What stands in quotation marks is somebody else's and is let through. */
import type { Problem } from './problems.ts'
import type { WrittenLine } from './written-lines.ts'

interface Unwanted {
  readonly words: RegExp
  readonly remedy: string
}

const hype = 'Say what happens, with its number, and leave the praise out.'
const belittling = 'Take it out: whoever finds it hard would think that the fault is theirs.'
const unwanted: readonly Unwanted[] = [
  // Praise and promise.
  ...[
    'amazing|awesome|exciting|incredible|insane|jaw-dropping|mind-blowing|stunning|unbelievable',
    'cutting[ -]edge|game[ -]chang(?:er|ers|ing)|killer|must-have|next[ -]level|revolutionary|state[ -]of[ -]the[ -]art|world[ -]class',
    'guru|hacks?|secrets?|unlock(?:s|ed|ing)?|ultimate|skyrocket(?:s|ed|ing)?|supercharge(?:s|d)?',
    'pro(?! rata)|pro-level|pro tips?|industry[ -]standards?|radio[ -]ready',
  ].map((words) => ({ words: wholeWords(words), remedy: hype })),
  // Telling the learner how the task must feel. An easy song is a fact about the song.
  ...[
    'simply|obviously|needless to say|effortless(?:ly)?|easily|a breeze|a no-brainer|in no time',
    "(?:it is|it's|this is|that is|that's|very|really|quite|so) easy|easy (?:steps?|tricks?|wins?|ways?)|as easy as",
  ].map((words) => ({ words: wholeWords(words), remedy: belittling })),
  // People.
  { words: wholeWords('guys|girl singers?|chick singers?'), remedy: 'Write players, band, everybody, singer or they.' },
  { words: wholeWords('man the (?:desk|board|console)'), remedy: 'Write run, or sit at, the desk.' },
  { words: /\bmasters? ?(?:\/|and) ?slaves?\b|\bslaves?\b/i, remedy: 'Write clock source, or leader and follower.' },
  // American where the dictionary knows the word as another part of speech.
  {
    words: wholeWords(
      '(?:a|an|the|each|every|your|their|its|no|blanket|compulsory|mechanical|statutory|sync) licenses?',
    ),
    remedy: 'The noun is spelled `licence`; `license` is the verb.',
  },
  { words: wholeWords('to practice'), remedy: 'The verb is spelled `practise`; `practice` is the noun.' },
  {
    words: wholeWords('(?:music|tv|television|radio) programs?'),
    remedy: 'What is broadcast is a `programme`; `program` is software.',
  },
]

/** Answers: which lines speak in a voice that is not the course's? */
export function checkTone(lines: readonly WrittenLine[]): Problem[] {
  return lines.flatMap(({ file, line, text }) => {
    const own = text.replace(/"[^"]*"|“[^”]*”/g, (quoted) => ' '.repeat(quoted.length))
    return unwanted.flatMap(({ words, remedy }) => {
      const found = words.exec(own)?.[0]
      return found === undefined ? [] : [{ file, line, field: 'tone', what: `The text says "${found}".`, remedy }]
    })
  })
}

function wholeWords(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${alternatives})(?![\\p{L}-])`, 'iu')
}
