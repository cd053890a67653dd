import { expect, test } from 'vitest'
import { compiledWith, contentWith, problemsWith, swap } from '../support/content.ts'
import { placementFile as file, placementText } from '../support/placement.ts'
import { refuses } from '../support/refuses.ts'

const broken = (before: string, after: string) => ({ [file]: swap(before, after)(placementText) })

refuses('a placement check', [
  {
    rule: 'an item without a reason',
    change: broken('    reason: "It counts."\n', ''),
    file,
    field: 'items[0].reason',
    what: /missing/,
  },
  {
    rule: 'an id of another kind',
    change: broken('id: PL02', 'id: Q2'),
    file,
    field: 'items[1].id',
    what: /PL and two digits/,
    line: 10,
  },
  {
    rule: 'an id used twice',
    change: broken('PL02', 'PL01'),
    file,
    field: 'id',
    what: /`PL01` occurs twice/,
    line: 10,
  },
  {
    rule: 'a place where no option stands',
    change: broken('answer: 1', 'answer: 2'),
    file,
    field: 'answer',
    what: /PL02 has 2 options, so none stands at place 2/,
    line: 10,
  },
  {
    rule: 'the same option twice',
    change: broken('["yes", "no"]\n    answer: 0', '["yes", "yes"]\n    answer: 0'),
    file,
    field: 'options',
    what: /PL01 offers the same option twice/,
  },
  {
    rule: 'a lesson that is not written',
    change: broken('review: A03', 'review: A02'),
    file,
    field: 'review',
    what: /PL02 sends to A02, which is not a written lesson of `basics`/,
  },
  {
    rule: 'a stage that the path does not have',
    change: broken('start: later', 'start: nowhere'),
    file,
    field: 'start',
    what: /no written stage `nowhere`/,
    cascades: true,
  },
  {
    rule: 'more right answers than there are questions',
    change: broken('readyAt: 2', 'readyAt: 3'),
    file,
    field: 'readyAt',
    what: /has 2 questions, so nobody could have 3 right/,
  },
  {
    rule: 'a rule about a stage without questions',
    change: broken('when: { basics: ready }', 'when: { later: ready }'),
    file,
    field: 'when',
    what: /`later` has no block/,
    cascades: true,
  },
  {
    rule: 'a fast lane through another stage',
    change: broken('steps: [A03]', 'steps: [B01]'),
    file,
    field: 'fastLane',
    what: /B01 is no step of `basics`/,
  },
  {
    rule: 'a stage left out later that comes before',
    change: broken('start: later, evidence', 'start: later, skipLater: [basics], evidence'),
    file,
    field: 'skipLater',
    what: /`basics` does not come after `later`/,
  },
  {
    rule: 'a first step that is not before the start',
    change: broken('otherwise: A03', 'otherwise: B01'),
    file,
    field: 'otherwise',
    what: /B01 does not come before `later`/,
  },
  {
    rule: 'learners whom no rule matches',
    change: broken('{ basics: below }', '{ basics: ready }'),
    file,
    field: 'rules',
    what: /No rule matches basics below/,
    cascades: true,
  },
  {
    rule: 'a rule that never wins',
    change: broken('{ basics: below }', '{}'),
    file,
    field: 'rules',
    what: /Rule 2 never wins/,
  },
  {
    rule: 'a word that no dictionary knows',
    change: broken('You decide.', 'You decyde.'),
    file,
    field: 'spelling',
    what: /does not know "decyde"/,
    line: 23,
  },
])

test('a question that stands apart from its block is refused', () => {
  const item = (id: string, stage: string, review: string) =>
    `  - { id: ${id}, stage: ${stage}, question: "And?", options: ["yes", "no"], answer: 0, reason: "So.", review: ${review} }\n`
  const apart = swap('scoring:', `${item('PL03', 'later', 'B01')}${item('PL04', 'basics', 'A01')}scoring:`)

  const found = problemsWith({ [file]: apart(placementText) }).map(({ what }) => what)

  expect(found).toContain('PL04 stands apart from the other questions of `basics`.')
})

test('what is sound is compiled as it was written, and the path says that it is there', () => {
  const { placement, compiled } = compiledWith({ [file]: placementText })

  expect(placement?.items.map(({ id }) => id)).toEqual(['PL01', 'PL02'])
  expect(placement?.scoring.rules[1]).toEqual({
    when: { basics: 'ready' },
    start: 'later',
    evidence: 'A number of yours.',
    otherwise: 'A03',
  })
  expect(compiled.hasPlacement).toBe(true)
})

test('a path needs none', () => {
  expect(contentWith().content.has(file)).toBe(false)
  expect(compiledWith()).toMatchObject({ placement: null })
  expect(compiledWith().compiled).not.toHaveProperty('hasPlacement')
})
