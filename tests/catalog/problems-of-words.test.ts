import { expect, test } from 'vitest'
import { compilePath } from '../../functions/catalog/compile.ts'
import { type Changes, contentWith, files, isWord, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

const saying = (words: string): Changes => ({ [files.first]: swap('Before we begin.', `Before we begin. ${words}`) })

refuses('words', [
  {
    rule: 'an American spelling',
    change: saying('Mind the color.'),
    file: files.first,
    field: 'spelling',
    what: /does not know "color"/,
    line: 9,
  },
  {
    rule: 'a spelling with z',
    change: saying('We organize it.'),
    file: files.first,
    field: 'spelling',
    what: /"organize"/,
  },
  {
    rule: 'a slip of the pen in the front matter',
    change: { [files.first]: swap('You have counted.', 'You have countde.') },
    file: files.first,
    field: 'spelling',
    what: /"countde"/,
    line: 4,
  },
  {
    rule: 'a slip in a table',
    change: { [files.first]: swap('| two | 22 |', '| tow | 22 |\n| twwo | 23 |') },
    file: files.first,
    field: 'spelling',
    what: /"twwo"/,
    line: 26,
  },
  {
    rule: 'a slip in a title',
    change: { [files.path]: swap('"Not yet"', '"Not yett"') },
    file: files.path,
    field: 'spelling',
    what: /"yett"/,
    line: 14,
  },
  {
    rule: 'a slip in the glossary',
    change: { [files.glossary]: swap('A thing.', 'A thingg.') },
    file: files.glossary,
    field: 'spelling',
    what: /"thingg"/,
    line: 6,
  },
  {
    rule: 'a slip in a mail',
    change: { [files.confirm]: swap('You asked', 'You askked') },
    file: files.confirm,
    field: 'spelling',
    what: /"askked"/,
    line: 6,
  },
  {
    rule: 'a word in the list that the dictionary knows',
    cascades: true,
    change: { 'words.txt': 'colour\n' },
    file: 'words.txt',
    field: 'word',
    what: /knows `colour` already/,
    line: 1,
  },
  {
    rule: 'a word in the list that no text uses',
    change: { 'words.txt': 'fader\n' },
    file: 'words.txt',
    field: 'word',
    what: /No text uses `fader`/,
    line: 1,
  },
  {
    rule: 'a list out of order',
    change: { ...saying('LUFS and fader.'), 'words.txt': 'LUFS\nfader\n' },
    file: 'words.txt',
    field: 'word',
    what: /`fader` stands after `LUFS`/,
    line: 2,
  },
  {
    rule: 'a word that stands twice in the list',
    change: { ...saying('A fader.'), 'words.txt': 'fader\nfader\n' },
    file: 'words.txt',
    field: 'word',
    what: /`fader` stands in it twice/,
    line: 2,
  },
  {
    rule: 'hype',
    change: saying('Unlock your ears.'),
    file: files.first,
    field: 'tone',
    what: /says "Unlock"/,
    line: 9,
  },
  {
    rule: 'what makes a learner feel slow',
    change: saying('That is easy.'),
    file: files.first,
    field: 'tone',
    what: /says "That is easy"/,
  },
  {
    rule: 'the verb where the noun belongs',
    change: saying('You need a license.'),
    file: files.first,
    field: 'tone',
    what: /says "a license"/,
  },
  {
    rule: 'half of the people',
    change: saying('The guys count.'),
    file: files.first,
    field: 'tone',
    what: /says "guys"/,
  },
  {
    rule: 'a text that is far too hard to read',
    change: saying('Institutional accountability necessitates comprehensive documentation. '.repeat(40)),
    file: files.first,
    field: 'reading ease',
    what: /The reading ease is -?\d+, below the band of 65 to 95/,
  },
])

test.each([
  ['words in British spelling', 'The colour of the centre, licensed, organised and practised.'],
  ['code, names of files and addresses', 'Save `colr` as Kick_01.wav or mixx.pdf and write to me@example.org.'],
  ['letters with digits, and letters by themselves', 'Play A4 on x2 at 48k with a c.'],
  ['genitives and plurals of abbreviations', "The EU's CDs and the CD's EU."],
  ['an easy song', 'Begin with an easy song.'],
  ['what others say, in quotation marks', 'Not: "Unlock pro-level punch!" But: slow the attack.'],
  ['the verb of a licence', 'Ask who may license it.'],
])('the text may hold %s', (_, words) => {
  expect(problemsWith(saying(words))).toEqual([])
})

test('an entry of the list stands for its plural, its genitive and its capitals', () => {
  const words = { ...saying("A fader. Faders. The fader's cap. LUFS."), 'words.txt': 'fader\nLUFS\n' }

  expect(problemsWith(words)).toEqual([])
  expect(problemsWith({ ...words, ...saying('A fader. Lufs. LUFS.') })).toHaveLength(1)
})

test('each unknown word is reported once in each file', () => {
  expect(problemsWith(saying('Mind the color.\n\nThe color, I say.'))).toHaveLength(1)
})

test('a path in another language is not spell-checked', () => {
  const german: Changes = { ...saying('Zähle bis drei.'), [files.path]: swap('en-GB', 'de') }

  expect(problemsWith(german)).toEqual([])
})

test('a text just outside the band is only warned of', () => {
  const harder = saying('Documentation necessitates comprehensive accountability. '.repeat(20))
  const result = compilePath(contentWith(harder), { today: '2026-05-05', isWord })

  expect('problems' in result ? result.problems : result.report.warnings.map(({ field }) => field)).toEqual([
    'reading ease',
  ])
})
