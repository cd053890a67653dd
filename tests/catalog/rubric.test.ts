/** A project's rubric: read where it stands, and data for the page on which learners mark themselves. */
import { expect, test } from 'vitest'
import { type Changes, compiledWith, files, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

const levels = '1. Not *yet*.\n2. Nearly.\n3. Ready.\n4. Strong.\n'
const rubric = `## The rubric\n\nTwo criteria, four levels.\n\n**Time and polarity**\n\n${levels}\n**Recall**\n\n${levels}\n`

/** The review as a project, with this text in place of its self-check. */
function project(text: string): Changes {
  return {
    [files.path]: swap('kind: review, newcomersOnly: true', 'kind: project'),
    [files.lock]: swap('B01 review', 'B01 project'),
    [files.review]: (review) => review.replace(/## Self-check[\s\S]*?(?=## Key terms)/, () => text),
  }
}

test('a page holds the criteria of its rubric, each with four levels, and shows it in its text as well', () => {
  const page = compiledWith(project(rubric)).pages.get('B01')

  expect(page?.rubric).toEqual([
    {
      id: 'time-and-polarity',
      name: 'Time and polarity',
      levelsHtml: ['Not <em>yet</em>.', 'Nearly.', 'Ready.', 'Strong.'],
    },
    { id: 'recall', name: 'Recall', levelsHtml: ['Not <em>yet</em>.', 'Nearly.', 'Ready.', 'Strong.'] },
  ])
  expect(page?.bodyHtml).toContain('<strong>Time and polarity</strong>')
})

test('a page without a rubric has none', () => {
  expect('rubric' in (compiledWith().pages.get('A01') ?? {})).toBe(false)
})

test('a project is valid without exercise, self-check and a length', () => {
  expect(problemsWith(project(rubric))).toEqual([])
})

refuses('a rubric', [
  {
    rule: 'a project without one',
    change: project(''),
    file: files.review,
    field: 'The rubric',
    what: /has no rubric/,
  },
  {
    rule: 'a criterion with three levels',
    change: project(rubric.replace('4. Strong.\n', '')),
    file: files.review,
    field: 'The rubric',
    what: /`Time and polarity` has 3 levels/,
  },
  {
    rule: 'a criterion without a list',
    change: project('## The rubric\n\n**Recall**\n\nIt can be opened again.\n\n'),
    file: files.review,
    field: 'The rubric',
    what: /`Recall` has 0 levels/,
  },
  {
    rule: 'the same criterion twice',
    change: project(rubric.replace('Time and polarity', 'Recall')),
    file: files.review,
    field: 'The rubric',
    what: /`Recall` is there twice/,
  },
  {
    rule: 'more criteria than can be marked',
    change: project(
      `## The rubric\n\n${Array.from({ length: 13 }, (_, n) => `**Line ${n}**\n\n${levels}\n`).join('')}`,
    ),
    file: files.review,
    field: 'The rubric',
    what: /13 criteria, and 12 can be marked/,
  },
])
