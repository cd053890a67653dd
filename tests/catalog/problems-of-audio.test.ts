import { expect, test } from 'vitest'
import { files, problemsWith, swap } from '../support/content.ts'
import { heard, plays } from '../support/heard-lesson.ts'
import { refuses } from '../support/refuses.ts'

refuses('examples to hear', [
  {
    rule: 'an example that does not exist',
    change: plays('au-dog'),
    file: files.second,
    field: 'audio',
    what: /There is no example `au-dog`/,
    line: 8,
  },
  {
    rule: 'an example that is named twice',
    change: { ...heard, ...plays('au-count, au-count') },
    file: files.second,
    field: 'audio',
    what: /`au-count` is named twice/,
  },
  {
    rule: 'an example that no step plays',
    change: { ...heard, [files.second]: (text) => text },
    file: 'small/audio/au-count.yaml',
    field: 'use',
    what: /No step uses `audio\/au-count`/,
  },
  {
    rule: 'an example without its words',
    change: {
      ...heard,
      'small/audio/au-count.yaml': 'kind: noise\ntitle: Count\nparts: [{ name: One, seconds: 1 }]\n',
    },
    file: 'small/audio/au-count.yaml',
    field: 'text',
    what: /missing/,
  },
  {
    rule: 'an example of no known kind',
    change: { ...heard, 'small/audio/au-count.yaml': 'kind: dog\n' },
    file: 'small/audio/au-count.yaml',
    field: 'kind',
    what: /no kind of example called `dog`/,
    line: 1,
  },
  {
    rule: 'an example with a word that is misspelled',
    change: {
      ...heard,
      'small/audio/au-count.yaml': swap('count to one', 'count to onne')(String(heard['small/audio/au-count.yaml'])),
    },
    file: 'small/audio/au-count.yaml',
    field: 'spelling',
    what: /onne/,
    line: 3,
  },
])

test('an example that a lesson plays is no problem', () => {
  expect(problemsWith(heard)).toEqual([])
})
