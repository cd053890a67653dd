/** A small valid content folder in memory, of which a test breaks one thing. */
import { type Compiled, type CompileOptions, compilePath } from '../../functions/catalog/compile.ts'
import { openDictionary } from '../../functions/catalog/dictionary.ts'
import type { Problem } from '../../functions/catalog/problems.ts'
import type { Source } from '../../functions/catalog/source.ts'

/** By path under `content/`: a new text, a change of the old one, or null for no such file. */
export type Changes = Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>

export const files = {
  path: 'small/path.md',
  lock: 'small/ids.lock',
  facts: 'small/facts.yaml',
  glossary: 'small/glossary.md',
  first: 'small/basics/first-lesson.md',
  second: 'small/basics/second-lesson.md',
  review: 'small/later/look-back.md',
  confirm: 'mails/confirm.md',
  signIn: 'mails/sign-in.md',
  finish: 'mails/finish.md',
  newAddress: 'mails/new-address.md',
  oldAddress: 'mails/old-address.md',
  nudge: 'mails/nudge.md',
  reentry: 'mails/re-entry.md',
  pausing: 'mails/pausing.md',
} as const

const path = `---
id: small
title: Small Path
promise: "Two lessons and a review."
language: en-GB
sample: A01
stages:
  - id: basics
    letter: A
    name: Basics
    promise: "Where it starts."
    steps:
      - { id: A01, slug: first-lesson, minutes: 30, title: "First lesson" }
      - { id: A02, slug: not-yet, minutes: 40, title: "Not yet", status: unwritten }
      - { id: A03, slug: second-lesson, minutes: 45, title: "Second lesson: with a tail" }
  - id: later
    letter: B
    name: Later
    promise: "Where it ends."
    steps:
      - { id: B01, slug: look-back, minutes: 20, title: "Look back", kind: review, newcomersOnly: true }
finish: { id: F01, slug: finish, title: "You have finished" }
retired: [A09]
---

What the path is.
`

const lock = 'A01 lesson\nA02 lesson\nA03 lesson\nA09 lesson\nB01 review\nF01 finish\n'

const facts = `- id: F07
  fact: "Counting"
  value: "one to three takes 2.5 s, or 40 % less; -6 dB a step; 1,500 people asked"
  source: "computed"
  dated: "Nov 2025"
  status: S
  reviewBy: 2028-11-23
- id: F110
  fact: "Fingers"
  value: "10 on two hands"
  source: "common knowledge"
  dated: "-"
  status: C
`

const glossary = `---
title: Words
---

**Number (cardinal)**: What is counted.
**Point**: A thing.
`

/** Enough to read, on one line, so that the lines below keep their numbers. */
const reading = 'You count on your fingers, one at a time, and say each number aloud as the finger goes up. '.repeat(28)

const body = `Before we begin.

## From memory first

1. What is one?
2. What is *two*?

*Answers: a number; another number.*

## The idea

A **point** is [one thing](A01), see [elsewhere](https://example.org/?a=1&b=2) or take [the sheet](downloads/sheet.csv). ${reading.trim()}

| Name | Value |
|---|--:|
| one | 1 |
| two | 22 |

## Exercise: do it

1. Count to three.

**Done when** you have counted.

## Self-check

1. Is one a number? — **Yes.** It counts.
2. Is two one? — **No.** It is one more.
3. What comes next? — **Three.** It follows two.

## Key terms

**Point**: a thing.

**Next:** the second lesson.
`

/** A valid lesson with this id, which is not the first of the path; `more` goes into its front matter. */
export function lesson(id: string, more = ''): string {
  return first(id, more).replace('What is one?', 'What is one? (A01)').replace('*two*?', '*two*? (A01)')
}

/** A valid lesson with this id at the head of the path: its questions come from no lesson. */
function first(id: string, more = ''): string {
  return `---\nid: ${id}\noutcome: "Count to three."\ndone_when: "You have counted."\n${more}---\n\n${body}`
}

function review(id: string): string {
  const checks = ['Four', 'Five', 'Six'].map((number, index) => `${index + 4}. And then? — **${number}.** It follows.`)
  return lesson(id)
    .replace(/## From memory[\s\S]*?(?=## The idea)/, '')
    .replace('It follows two.', `It follows two.\n${checks.join('\n')}`)
}

const texts: Readonly<Record<string, string>> = {
  [files.path]: path,
  [files.lock]: lock,
  [files.facts]: facts,
  [files.glossary]: glossary,
  [files.first]: first('A01', 'facts: [F07]\nreview_by: 2028-11-23\n').replace(
    'You count',
    'In [2.5 s](F07) you count',
  ),
  [files.second]: lesson('A03', 'prerequisites: [A01, A02]\nfigure: fig-count\nfigure_alt: "One, two, three."\n'),
  [files.review]: review('B01'),
  'small/downloads/sheet.csv': 'a,b\n',
  [files.confirm]:
    '---\nsubject: "Press once"\npreheader: "Nothing is sent before."\n---\n\nYou asked at {{siteUrl}}.\n\n[Start]({{confirmUrl}})\n',
  [files.signIn]:
    '---\nsubject: "Your link"\npreheader: "Good for 2 hours."\n---\n\nHello {{name}}.\n\n[Open]({{signInUrl}})\n',
  [files.newAddress]: '---\nsubject: "This address?"\npreheader: "One press."\n---\n\n[Yes]({{confirmUrl}})\n',
  [files.oldAddress]: '---\nsubject: "Moved"\npreheader: "A notice."\n---\n\nSee {{siteUrl}}.\n',
  [files.nudge]:
    '---\nsubject: "Still open"\npreheader: "One action."\n---\n\n{{step}}. {{plan}}\n\n[Brief]({{lessonUrl}})\n',
  [files.reentry]:
    '---\nsubject: "Go on?"\npreheader: "One press."\n---\n\n{{step}}, {{minutes}} minutes.\n\n[Yes]({{goOnUrl}})\n',
  [files.pausing]:
    '---\nsubject: "Paused"\npreheader: "One press."\n---\n\nNext is {{step}}.\n\n[Go on]({{goOnUrl}})\n',
  [files.finish]: '---\nsubject: "The end"\npreheader: "All sent."\n---\n\nDone, {{name}}.\n\n[My path]({{pathUrl}})\n',
}

/** The valid content with these changes. */
export function contentWith(changes: Changes = {}, siteAssets: Readonly<Record<string, string>> = {}): Source {
  const content = new Map<string, Uint8Array>()
  for (const file of new Set([...Object.keys(texts), ...Object.keys(changes)])) {
    const change = changes[file]
    const text = typeof change === 'function' ? change(texts[file] ?? '') : change === undefined ? texts[file] : change
    if (text !== null && text !== undefined) content.set(file, typeof text === 'string' ? bytes(text) : text)
  }
  return { content, siteAssets: new Map(Object.entries(siteAssets).map(([name, text]) => [name, bytes(text)])) }
}

/** The day on which the content is compiled unless a test says otherwise. */
const today = '2026-05-05'
export const isWord = openDictionary()

/** What compiles; fails the test otherwise. */
export function compiledWith(changes: Changes = {}, siteAssets: Readonly<Record<string, string>> = {}): Compiled {
  const result = compilePath(contentWith(changes, siteAssets), { today, isWord })
  if ('problems' in result)
    throw new Error(`Expected content without problems, found ${JSON.stringify(result.problems, null, 2)}`)
  return result
}

/** What is wrong, by that change. */
export function problemsWith(changes: Changes, options: Partial<CompileOptions> = {}): readonly Problem[] {
  const result = compilePath(contentWith(changes), { today, isWord, ...options })
  return 'problems' in result ? result.problems : []
}

/** A change that replaces a text, which must be there. */
export function swap(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`The content does not hold ${JSON.stringify(before)}.`)
    return text.replace(before, () => after)
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
