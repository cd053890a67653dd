import { expect, test } from 'vitest'
import { formatProblem } from '../../functions/catalog/problems.ts'
import { type Changes, files, problemsWith, swap } from '../support/content.ts'

const long = (words: number) =>
  'You count on your fingers, one at a time, and say each number aloud. '.repeat(words / 13).trim()

test('all problems are reported in one run, sorted by file and line', () => {
  const changes: Changes = {
    [files.path]: swap('[A09]', '[A09, A02]'),
    [files.lock]: (lock) => `${lock}A08 lesson\n`,
    [files.first]: (lesson) =>
      swap('(A01)', '(Z01)')(swap('id: A01', 'id: A01\nmood: blue')(swap('**Done when**', 'When')(lesson))),
    [files.second]: swap('Before we begin.', long(18_000)),
    [files.confirm]: swap('{{siteUrl}}', '{{name}}'),
    [files.signIn]: null,
  }

  const problems = problemsWith(changes)

  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'mails/confirm.md {{name}}',
    'mails/sign-in.md mail',
    `${files.first} Done when`,
    `${files.first} mood`,
    `${files.first} link`,
    `${files.second} size`,
    `${files.path} A08`,
    `${files.path} A02`,
  ])
})

test('a path.md that is wrong hides no problem of the lessons', () => {
  const problems = problemsWith({
    [files.path]: swap('minutes: 30', 'minutes: x'),
    [files.first]: swap('**Done when**', 'When'),
  })

  expect(problems.map(({ file }) => file)).toEqual([files.first, files.path])
})

test('a problem is printed as file:line field: what happened. Remedy.', () => {
  const problem = { file: 'small/path.md', line: 3, field: 'title', what: 'It is empty.', remedy: 'Write one.' }

  expect(formatProblem(problem)).toBe('content/small/path.md:3 title: It is empty. Write one.')
  expect(formatProblem({ ...problem, line: undefined })).toBe('content/small/path.md title: It is empty. Write one.')
})

test('Windows line ends and a byte order mark are tolerated', () => {
  expect(problemsWith({ [files.first]: (lesson) => `\uFEFF${lesson.replaceAll('\n', '\r\n')}` })).toEqual([])
})

test('the valid content has no problem', () => {
  expect(problemsWith({})).toEqual([])
})
