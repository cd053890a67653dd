import { expect, test } from 'vitest'
import { files, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

refuses('the glossary', [
  {
    rule: 'a key term that it lacks',
    change: { [files.first]: swap('**Point**: a thing.', '**Point**: a thing. **Line**: many points.') },
    file: files.first,
    field: 'Key terms',
    what: /no term `Line`/,
    line: 41,
  },
  {
    rule: 'a line that is no term',
    change: { [files.glossary]: swap('**Point**: A thing.', '**Point**: A thing.\nPlane: many lines.') },
    file: files.glossary,
    field: 'term',
    what: /"Plane: many lines." is not a term and its meaning/,
    line: 7,
  },
  {
    rule: 'a meaning without a full stop',
    cascades: true,
    change: { [files.glossary]: swap('A thing.', 'A thing') },
    file: files.glossary,
    field: 'term',
    what: /does not end in a full stop/,
    line: 6,
  },
  {
    rule: 'terms out of order',
    change: { [files.glossary]: swap('**Point**: A thing.', '**Point**: A thing.\n**Line**: Points.') },
    file: files.glossary,
    field: 'term',
    what: /`Line` stands after `Point`/,
    line: 7,
  },
  {
    rule: 'a term that stands in it twice',
    change: { [files.glossary]: swap('**Point**: A thing.', '**Point**: A thing.\n**POINT**: Again.') },
    file: files.glossary,
    field: 'term',
    what: /`POINT` stands in it twice/,
    line: 7,
  },
  {
    rule: 'a meaning with a link that leads nowhere',
    change: { [files.glossary]: swap('A thing.', 'A [thing](Z01).') },
    file: files.glossary,
    field: 'link',
    what: /no step Z01/,
    line: 6,
  },
  {
    rule: 'a field that it does not have',
    change: { [files.glossary]: swap('title: Words', 'title: Words\nmood: blue') },
    file: files.glossary,
    field: 'mood',
    what: /no field/,
    line: 3,
  },
])

test('a key term is found whatever its case, and without the qualifier in brackets', () => {
  const named = (term: string) => problemsWith({ [files.first]: swap('**Point**', `**${term}**`) })

  expect(named('point')).toEqual([])
  expect(named('number')).toEqual([])
  expect(named('Number (cardinal)')).toEqual([])
  expect(named('Number (ordinal)')).toEqual([])
})

test('a path without key terms needs no glossary', () => {
  const bare = (text: string) => text.replace('## Key terms\n\n**Point**: a thing.\n\n', '')

  expect(
    problemsWith({ [files.glossary]: null, [files.first]: bare, [files.second]: bare, [files.review]: bare }),
  ).toEqual([])
})
