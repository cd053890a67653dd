import { files, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

refuses('identity', [
  {
    rule: 'a duplicate id',
    cascades: true,
    change: { [files.path]: swap('id: A02', 'id: A01') },
    file: files.path,
    field: 'id',
    what: /`A01` occurs twice/,
    line: 14,
  },
  {
    rule: 'the finish using the id of a step',
    cascades: true,
    change: { [files.path]: swap('id: F01', 'id: A01') },
    file: files.path,
    field: 'id',
    what: /`A01` occurs twice/,
  },
  {
    rule: 'a duplicate slug',
    cascades: true,
    change: { [files.path]: swap('slug: not-yet', 'slug: first-lesson') },
    file: files.path,
    field: 'slug',
    what: /`first-lesson` occurs twice/,
    line: 14,
  },
  {
    rule: 'a duplicate stage',
    cascades: true,
    change: { [files.path]: swap('- id: later', '- id: basics') },
    file: files.path,
    field: 'id',
    what: /`basics` occurs twice/,
  },
  {
    rule: 'a duplicate letter',
    change: { [files.path]: swap('letter: B', 'letter: A') },
    file: files.path,
    field: 'letter',
    what: /`A` occurs twice/,
  },
  {
    rule: 'a dropped id',
    change: { [files.lock]: (text) => `${text}A08 lesson\n` },
    file: files.path,
    field: 'A08',
    what: /dropped/,
  },
  {
    rule: 'a reused id',
    change: { [files.path]: swap('[A09]', '[A09, A02]') },
    file: files.path,
    field: 'A02',
    what: /reused/,
  },
  {
    rule: 'an id whose kind changed',
    change: { [files.lock]: swap('B01 review', 'B01 lesson') },
    file: files.path,
    field: 'B01',
    what: /was a lesson and is now a review/,
    line: 21,
  },
  {
    rule: 'a lock that somebody edited',
    change: { [files.lock]: swap('A02 lesson', 'A02 lessson') },
    file: files.lock,
    field: 'ids',
    what: /A02 lessson/,
    line: 2,
  },
  {
    rule: 'a sample that is not written',
    change: { [files.path]: swap('sample: A01', 'sample: A02') },
    file: files.path,
    field: 'sample',
    what: /not a written lesson/,
    line: 6,
  },
  {
    rule: 'a path in which nothing is written',
    cascades: true,
    change: {
      [files.path]: (text) =>
        text
          .replace(/ \}\n(?=\s+- \{|finish|\s+- id)/g, ', status: unwritten }\n')
          .replace('unwritten, status: unwritten', 'unwritten'),
    },
    file: files.path,
    field: 'stages',
    what: /nothing to send/,
  },
])
