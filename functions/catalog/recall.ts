/** "From memory first": questions in a list, answers in one italic line below it. */
import { type Item, listItems, paragraphText, type Section, splitBlocks } from './blocks.ts'
import type { BodyProblem } from './lesson-body.ts'
import { asSentence } from './wording.ts'

/** Both texts in inline Markdown. */
export interface Question {
  readonly question: string
  readonly answer: string
  /** The lesson that it comes from, where the question ends with its id: `… change? (E09)`. */
  readonly from?: string
  readonly line: number
}

const answersPattern = /^\*Answers:\s*([\s\S]*?)\.?\*$/
const sourcePattern = /\s*\(([A-Z][0-9]{2})\)$/
const field = 'From memory first'

/** Answers: the questions with their answers, in order; none for a step without this section. */
export function readRecall(section: Section | undefined): { questions: Question[]; problems: BodyProblem[] } {
  if (!section) return { questions: [], problems: [] }
  const wrong = (line: number, what: string, remedy: string) => ({
    questions: [],
    problems: [{ line, field, what, remedy }],
  })
  const blocks = splitBlocks(section.tokens)
  const [list, answerLine, ...more] = blocks
  const answers = answersPattern
    .exec(paragraphText(answerLine ?? []).trim())?.[1]
    ?.split(';')
    .map((answer) => answer.trim())
  const items = list?.[0]?.type === 'ordered_list_open' ? listItems(list) : []
  if (items.length === 0 || !answers || more.length > 0) {
    const what = 'The section is not a numbered list followed by one line of answers.'
    return wrong(section.line, what, 'Write `1. …` questions and then `*Answers: first; second.*`, and nothing else.')
  }
  const broken = items.find((item) => !item.text)
  if (broken)
    return wrong(
      broken.line,
      'A question is not one paragraph.',
      'Write each question as one list item of one paragraph.',
    )
  const filled = answers.filter((answer) => answer !== '')
  if (filled.length !== items.length) {
    const what = `There are ${items.length} questions and ${filled.length} answers.`
    return wrong(
      section.line,
      what,
      'Give each question one answer, in order, with `;` between two answers and nowhere else.',
    )
  }
  return {
    questions: items.map((item, index) => ({ ...splitSource(item), answer: asSentence(filled[index] ?? '') })),
    problems: [],
  }
}

function splitSource({ text = '', line }: Item): Pick<Question, 'question' | 'from' | 'line'> {
  const from = sourcePattern.exec(text)?.[1]
  return { question: text.replace(sourcePattern, ''), line, ...(from === undefined ? {} : { from }) }
}
