import { expect, test } from 'vitest'
import { compilePath } from '../../functions/catalog/compile.ts'
import { type Changes, contentWith, files, isWord, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

/** The first lesson citing these words. */
const citing = (words: string, id = 'F07'): Changes => ({ [files.first]: swap('[2.5 s](F07)', `[${words}](${id})`) })

refuses('facts and their citations', [
  {
    rule: 'a citation of a fact that does not exist',
    cascades: true,
    change: citing('2.5 s', 'F99'),
    file: files.first,
    field: 'citation',
    what: /no fact F99, which "2.5 s" cites/,
    line: 20,
  },
  {
    rule: 'a number that the fact does not hold',
    change: citing('3.5 s'),
    file: files.first,
    field: 'citation',
    what: /F07 does not say 3.5, as "3.5 s" does: it says "Counting: one to three takes 2.5 s/,
    line: 20,
  },
  {
    rule: 'a plus where the fact has a minus',
    change: citing('+6 dB'),
    file: files.first,
    field: 'citation',
    what: /does not say \+6/,
  },
  {
    rule: 'a fact cited and not named',
    change: { [files.first]: swap('facts: [F07]\n', '') },
    file: files.first,
    field: 'facts',
    what: /F07 is cited/,
    line: 19,
  },
  {
    rule: 'a fact named and not cited',
    change: { [files.first]: swap('[F07]', '[F07, F110]') },
    file: files.first,
    field: 'facts',
    what: /F110 is named, and the text does not cite it/,
    line: 5,
  },
  {
    rule: 'a fact named twice',
    change: { [files.first]: swap('[F07]', '[F07, F07]') },
    file: files.first,
    field: 'facts',
    what: /F07 is named twice/,
  },
  {
    rule: 'a fact whose review date has passed',
    change: {},
    today: '2028-11-24',
    cascades: true,
    file: files.facts,
    field: 'reviewBy',
    what: /F07 \(Counting; in A01\) had to be looked up again by 2028-11-23/,
    line: 1,
  },
  {
    rule: 'a lesson whose review date has passed',
    change: { [files.facts]: swap('2028-11-23', '2040-01-01') },
    today: '2028-11-24',
    file: files.first,
    field: 'review_by',
    what: /The lesson A01 had to be looked up again by 2028-11-23/,
    line: 6,
  },
  {
    rule: 'a fact without a source',
    cascades: true,
    change: { [files.facts]: swap('  source: "computed"\n', '') },
    file: files.facts,
    field: '[0].source',
    what: /missing/,
    line: 1,
  },
  {
    rule: 'a fact of an unknown status',
    cascades: true,
    change: { [files.facts]: swap('status: S', 'status: X') },
    file: files.facts,
    field: '[0].status',
    what: /"X"/,
    line: 6,
  },
  {
    rule: 'a number given to two facts',
    change: { [files.facts]: swap('id: F110', 'id: F07') },
    cascades: true,
    file: files.facts,
    field: 'id',
    what: /`F07` occurs twice/,
    line: 8,
  },
  {
    rule: 'a step whose id looks like the number of a fact',
    cascades: true,
    change: { [files.path]: swap('id: A02', 'id: F02') },
    file: files.path,
    field: 'id',
    what: /F02 could be taken for a fact/,
    line: 14,
  },
])

test.each([
  ['the same number written otherwise', '2.50 s'],
  ['no sign where the fact has one', '6 dB'],
  ['a true minus', '−6 dB'],
  ['no thousands comma', '1500 people'],
  ['a fraction for a percentage', '0.4 of the time'],
  ['numbers in words', 'one of nine'],
  ['several numbers, in any order', '40 % or 2.5 s'],
  ['emphasis among the words', '*2.5* s'],
])('the words of a citation may have %s', (_, words) => {
  expect(problemsWith(citing(words))).toEqual([])
})

test('numbers are compared with the fact as a whole, ranges and sums included', () => {
  const fact = 'peaks -12 to -6 dBFS; 83-85 dB(C); 12.0 cents; 20,000/0.15 = 133,333; 10 +/- 3 ms'
  const withFact = (words: string): Changes => ({
    ...citing(words),
    [files.facts]: swap('one to three takes 2.5 s, or 40 % less; -6 dB a step; 1,500 people asked', fact),
  })

  for (const words of ['-12 and -6', '83 to 85', '83-85', '12 cents', '15 %', '15 per cent', '133,333', '3 ms']) {
    expect(problemsWith(withFact(words)), words).toEqual([])
  }
  for (const words of ['-85', '133', '20', '1.5 %', '33,333'])
    expect(problemsWith(withFact(words)), words).toHaveLength(1)
})

test('what is due within sixty days is warned of, and what is later is not', () => {
  const warnings = (today: string) => {
    const result = compilePath(contentWith(), { today, isWord })
    return 'problems' in result ? [] : result.report.warnings.map(({ what }) => what)
  }

  expect(warnings('2028-09-24')).toEqual([
    'The lesson A01 has to be looked up again by 2028-11-23.',
    'The fact F07 (Counting; in A01) has to be looked up again by 2028-11-23.',
  ])
  expect(warnings('2028-11-23')).toHaveLength(2)
  expect(warnings('2028-09-23')).toEqual([])
})

test('a run may be told only to warn of what is overdue', () => {
  const result = compilePath(contentWith(), { today: '2040-01-01', overdue: 'warn', isWord })

  expect('problems' in result ? result.problems : result.report.warnings).toHaveLength(2)
})

test('a fact that nothing cites may be as old as it likes', () => {
  const old = swap('dated: "-"', 'dated: "-"\n  reviewBy: 2001-01-01')

  expect(problemsWith({ [files.facts]: old })).toEqual([])
})

test('a path without facts needs no facts.yaml', () => {
  const changes = {
    [files.facts]: null,
    [files.first]: (text: string) => text.replace('facts: [F07]\n', '').replace('[2.5 s](F07)', '2.5 s'),
  }

  expect(problemsWith(changes)).toEqual([])
})
