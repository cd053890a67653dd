import { expect, test } from 'vitest'
import { files, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

const outcome = (words: string) => ({ [files.first]: swap('outcome: "Count to three."', `outcome: "${words}"`) })
const words = (count: number) => 'word '.repeat(count).trim()

refuses('the parts of a step', [
  {
    rule: 'a lesson that is too short',
    change: { [files.first]: (text) => text.replace(/(You count[^.]*\. ?){10}/i, '') },
    file: files.first,
    field: 'length',
    what: /there are \d{3} words, without tables and code/,
  },
  {
    rule: 'a lesson that is too long',
    change: { [files.first]: swap('1. Count to three.', `1. Count to three. ${words(400)}`) },
    file: files.first,
    field: 'length',
    what: /there are 9\d\d words/,
  },
  {
    rule: 'a second exercise',
    change: { [files.first]: swap('## Self-check', '## Exercise: again\n\nCount once more.\n\n## Self-check') },
    file: files.first,
    field: 'Exercise',
    what: /2 exercises/,
  },
  {
    rule: 'a review with fewer than six questions',
    change: { [files.review]: swap('\n6. And then? — **Six.** It follows.', '') },
    file: files.review,
    field: 'Self-check',
    what: /5 self-check questions, and a review has 6/,
  },
  {
    rule: 'one question from memory',
    change: {
      [files.second]: (text) =>
        text.replace('2. What is *two*? (A01)\n', '').replace('a number; another number.', 'a number.'),
    },
    file: files.second,
    field: 'From memory first',
    what: /There are 1 questions from memory, and a lesson has 2/,
  },
  {
    rule: 'no questions from memory',
    change: { [files.second]: (text) => text.replace(/## From memory[\s\S]*?(?=## The idea)/, '') },
    file: files.second,
    field: 'From memory first',
    what: /There are 0 questions/,
  },
  {
    rule: 'a question from memory that does not say where it comes from',
    change: { [files.second]: swap('What is one? (A01)', 'What is one?') },
    file: files.second,
    field: 'From memory first',
    what: /Question 1 does not say which lesson/,
    line: 14,
  },
  {
    rule: 'a question from an unknown lesson',
    change: { [files.second]: swap('*two*? (A01)', '*two*? (Z01)') },
    file: files.second,
    field: 'From memory first',
    what: /Question 2 comes from Z01, which is no step/,
    line: 15,
  },
  {
    rule: 'a question from a later step',
    change: { [files.second]: swap('*two*? (A01)', '*two*? (B01)') },
    file: files.second,
    field: 'From memory first',
    what: /B01, which is not earlier/,
  },
  {
    rule: 'a question from the lesson itself',
    change: { [files.second]: swap('*two*? (A01)', '*two*? (A03)') },
    file: files.second,
    field: 'From memory first',
    what: /A03, which is not earlier/,
  },
  {
    rule: 'an outcome that nobody can watch',
    change: outcome('Understand how to count.'),
    file: files.first,
    field: 'outcome',
    what: /begins with "understand", which nobody can watch/,
    line: 3,
  },
  {
    rule: 'an outcome that begins with no verb of the list',
    change: outcome('For three things, name the number.'),
    file: files.first,
    field: 'outcome',
    what: /begins with "for", which is not in the list/,
  },
  {
    rule: 'an outcome after an outcome',
    change: outcome('Count to three; and then write it down.'),
    file: files.first,
    field: 'outcome',
    what: /holds ";", so it is more than one/,
  },
  {
    rule: 'two outcomes joined by "and then"',
    change: outcome('Count to three and then to four.'),
    file: files.first,
    field: 'outcome',
    what: /holds "and then"/,
  },
  {
    rule: 'an outcome of two sentences',
    change: outcome('Count to three. Write it down.'),
    file: files.first,
    field: 'outcome',
    what: /more than one/,
  },
])

test('an outcome may hold a decimal point, and two acts of one piece of work', () => {
  expect(problemsWith(outcome('Measure 2.5 s within 0.1 s and write it down.'))).toEqual([])
})

test('what is not read does not count: tables, code, the addresses of links and what stands above the first section', () => {
  const many = words(400)
  for (const change of [
    swap('| two | 22 |', `| two | 22 |\n| ${many} | 3 |`),
    swap('Before we begin.', `Before we begin. ${many}`),
    swap('1. Count to three.', `1. Count to three.\n\n\`\`\`\n${many.replaceAll(' ', '\n')}\n\`\`\``),
    swap('**Point**: a thing.', `**Point**: a thing. ${many}`),
  ])
    expect(problemsWith({ [files.first]: change })).toEqual([])
})
