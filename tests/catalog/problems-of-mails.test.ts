import { files, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

const long = (words: number) =>
  'You count on your fingers, one at a time, and say each number aloud. '.repeat(words / 13).trim()

refuses('mails', [
  {
    rule: 'HTML over 90 KB',
    change: { [files.first]: swap('Before we begin.', long(18_000)) },
    file: files.first,
    field: 'size',
    what: /KB/,
  },
  {
    rule: 'a subject over 60 characters',
    change: { [files.first]: swap('id: A01', `id: A01\nsubject: "${'so '.repeat(20)}!"`) },
    file: files.first,
    field: 'subject',
    what: /61 characters/,
    line: 3,
  },
  {
    rule: 'a title too long for a subject',
    change: { [files.path]: swap('"First lesson"', `"${'long '.repeat(12)}"`) },
    file: files.first,
    field: 'subject',
    what: /63 characters/,
  },
  {
    rule: 'a subject with control characters',
    change: { [files.confirm]: swap('"Press once"', '"Press\\r\\nTo: x"') },
    file: files.confirm,
    field: 'subject',
    what: /control character/,
    line: 2,
  },
  {
    rule: 'an empty subject',
    change: { [files.confirm]: swap('"Press once"', '""') },
    file: files.confirm,
    field: 'subject',
    what: /empty/,
  },
  {
    rule: 'a placeholder in a subject',
    change: { [files.finish]: swap('"The end"', '"The end, {{name}}"') },
    file: files.finish,
    field: 'subject',
    what: /placeholder/,
  },
  {
    rule: 'an unknown placeholder',
    change: { [files.confirm]: swap('{{siteUrl}}', '{{sightUrl}}') },
    file: files.confirm,
    field: '{{sightUrl}}',
    what: /no placeholder `sightUrl`/,
    line: 6,
  },
  {
    rule: 'a name in the confirmation',
    change: { [files.confirm]: swap('You asked', '{{name}}, you asked') },
    file: files.confirm,
    field: '{{name}}',
    what: /not allowed/,
    line: 6,
  },
  {
    rule: 'a placeholder in a lesson',
    change: { [files.first]: swap('Before we begin.', 'Hello {{name}}.') },
    file: files.first,
    field: '{{name}}',
    what: /not allowed/,
    line: 9,
  },
])
