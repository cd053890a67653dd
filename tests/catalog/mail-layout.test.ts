import { expect, test } from 'vitest'
import { type Changes, compiledWith, files, swap } from '../support/content.ts'
import { heard } from '../support/heard-lesson.ts'
import { messageOf, type Read, readMessage, slotValues } from '../support/message.ts'

async function read(name: string, changes: Changes = {}): Promise<Read> {
  const mail = compiledWith(changes).mails.get(name)
  if (!mail) throw new Error(`No mail ${name}.`)
  return (await readMessage(messageOf(mail))).mailparser
}

/** The parts in the order in which a learner must meet them. */
const order = [
  /A01\s+FIRST LESSON|A01\s+First lesson/,
  'Today you will',
  'Done when',
  'About 30 minutes.',
  'Before we begin.',
  'What is one?',
  'The idea',
  'Exercise: do it',
  'Is one a number?',
  'Key terms',
  'the second lesson.',
  'Open A01 and mark it done',
  'A number.',
  'It counts.',
  'Your path: pause, days and hour',
  'Stop all lessons',
  'You get this because you confirmed at',
  slotValues.postalAddress,
  'reply to this mail',
  'F07',
  '23 November 2028',
]

test.each(['html', 'text'] as const)(
  'the %s part holds everything, answers after the button, the footer last',
  async (part) => {
    const mail = (await read('A01'))[part]
    const body = (part === 'html' ? mail.slice(mail.indexOf('<h1')) : mail).replace(/\s+|&nbsp;/g, ' ')

    let from = 0
    for (const wanted of order) {
      const rest = body.slice(from)
      const at = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted)
      expect(at, `${wanted} after ${body.slice(Math.max(0, from - 60), from)}`).toBeGreaterThanOrEqual(0)
      from += at + 1
    }
  },
)

test('a mail has one button, and its links carry the learner’s own addresses', async () => {
  const { html } = await read('A01')
  const link = (url: string) => `href="${url.replaceAll('&', '&amp;')}"`

  expect(html.match(/class="press"/g)).toHaveLength(1)
  for (const url of [slotValues.doneUrl, slotValues.lessonUrl, slotValues.pathUrl, slotValues.leaveUrl]) {
    expect(html).toContain(link(url))
  }
  expect(html).toContain(link('https://learn.example.org/lessons/A01'))
  expect(html).toMatch(/href="https:\/\/learn\.example\.org\/assets\/sheet\.[0-9a-f]{8}\.csv"/)
})

test('in a mail a citation and a key term are plain words, a question hides its lesson, and the footer names the facts', async () => {
  const { html, text } = await read('A01')
  const second = await read('A03')

  expect(text.replace(/\s+/g, ' ')).toContain('In 2.5 s you count')
  expect(html).not.toMatch(/facts#|glossary#/)
  expect(text.replace(/\s+/g, ' ')).toContain('Facts used: F07. What they say, and their sources [')
  expect(html).toContain('href="https://learn.example.org/facts"')
  expect(second.text).toContain('What is one?\n')
  expect(second.html).not.toContain('(A01)')
})

test('the frame tells language, colour schemes and which tables are layout', async () => {
  const { html } = await read('A01')

  expect(html).toMatch(/^<!doctype html><html lang="en-GB">/i)
  expect(html).toContain('<meta name="color-scheme" content="light dark">')
  expect(html).toContain('@media (prefers-color-scheme: dark)')
  for (const [table] of html.matchAll(/<table(?![^>]*class="data")[^>]*>/g))
    expect(table).toContain('role="presentation"')
  expect(html).toContain('<th scope="col"')
})

test('styles are inlined: a client that drops the head still shows the light mail', async () => {
  const { html } = await read('A01')

  expect(html).toMatch(/<h1 style="[^"]*ui-monospace/)
  expect(html).toMatch(/<p class="done-when" style="[^"]*border-left/)
  expect(html).toMatch(/<td class="text"[^>]*style="[^"]*Charter/)
})

test('the preheader is hidden text, and says minutes and done when unless the author wrote one', async () => {
  expect((await read('A01')).html).toMatch(
    /<div class="preheader" style="display: none[^>]*>About 30 minutes\. Done when you have counted\.</,
  )
  const own = await read('A01', { [files.first]: swap('id: A01', 'id: A01\npreheader: "Count along."') })
  expect(own.html).toContain('>Count along.</div>')
  expect(own.text).not.toContain('Count along.')
})

test('the subject is id and title, shortened at a colon when it would not fit, or what the author wrote', () => {
  const subject = (changes: Changes) => compiledWith(changes).mails.get('A03')?.subject

  expect(subject({})).toBe('A03 Second lesson: with a tail')
  expect(subject({ [files.path]: swap('with a tail', 'with a tail that goes on, and on, and on, and on') })).toBe(
    'A03 Second lesson',
  )
  expect(subject({ [files.second]: swap('id: A03', 'id: A03\nsubject: "Count!"') })).toBe('Count!')
})

test('a lesson of one jurisdiction says so at its head, with the date of its review', async () => {
  const { text } = await read('A01', {
    [files.first]: swap('id: A01', 'id: A01\njurisdiction: "Mostly the US."\nreviewed: 2026-11-23'),
  })

  expect(text).toContain('Mostly the US. Reviewed 23 November 2026.')
  expect(text.indexOf('Mostly the US.')).toBeLessThan(text.indexOf('Before we begin.'))
})

test('a figure is told in words until there is a picture that mail clients can show', async () => {
  const svg = { 'small/figures/fig-count.svg': '<svg/>' }
  const words = await read('A03')
  const drawn = await read('A03', svg)
  const shown = await read('A03', { ...svg, 'small/figures/fig-count.png': 'png' })

  for (const { text } of [words, drawn]) expect(text).toContain('Figure, in words: One, two, three.')
  expect(words.text).not.toContain('See it on the page')
  expect(drawn.text).toContain('See it on the page [1]')
  expect(shown.html).toMatch(
    /<img src="https:\/\/learn\.example\.org\/assets\/fig-count\.[0-9a-f]{8}\.png" alt="One, two, three\."/,
  )
  expect(shown.text).toContain('Picture, in words: One, two, three.')
})

test('a paragraph that is only a link is the button of a service mail; a link among words is not', async () => {
  const { html, text } = await read('confirm', {
    [files.confirm]: swap('You asked', '[Not](https://example.org) this. You asked'),
  })

  expect(html.match(/class="press"/g)).toHaveLength(1)
  expect(text).toContain(`Start:\n${slotValues.confirmUrl}`)
})

test('the confirmation holds no user text and no way out of what has not begun', () => {
  const slots = compiledWith()
    .mails.get('confirm')
    ?.slots.map(({ name }) => name)

  expect([...new Set(slots)].sort()).toEqual(['confirmUrl', 'postalAddress', 'siteUrl'])
})

test('whoever has had the last mail can still leave', async () => {
  expect((await read('F01')).text).toContain('Stop all lessons')
})

test('a picture among the words is shown where mail clients can, and told in words where not', async () => {
  const picture = (ending: string) => ({
    [`small/figures/dog.${ending}`]: 'x',
    [files.first]: swap('Before we begin.', `![A "dog" & 2 cats](figures/dog.${ending})`),
  })
  const shown = await read('A01', picture('png'))
  const told = await read('A01', picture('svg'))

  expect(shown.html).toMatch(
    /<img src="https:\/\/learn\.example\.org\/assets\/dog\.[0-9a-f]{8}\.png" alt="A &quot;dog&quot; &amp; 2 cats" width="600"/,
  )
  expect(told.html).not.toContain('<img')
  expect(told.text).toContain('Picture, in words: A "dog" & 2 cats See it on the page [1]')
})

test('a figure keeps its place free, and has a dark picture for the clients that know how to choose', async () => {
  const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 176, 0, 0, 2, 88])
  const light = { 'small/figures/fig-count.png': png }
  const both = { ...light, 'small/figures/fig-count-dark.png': png }
  const image =
    /<img src="[^"]+\/assets\/fig-count\.[0-9a-f]{8}\.png" alt="One, two, three\." width="600" height="300"[^>]*>/

  expect((await read('A03', light)).html).toMatch(image)
  expect((await read('A03', light)).html).not.toContain('<picture>')
  expect((await read('A03', both)).html).toMatch(
    new RegExp(
      `<picture><source srcset="[^"]+/assets/fig-count-dark\\.[0-9a-f]{8}\\.png" media="\\(prefers-color-scheme: dark\\)">${image.source}</picture>`,
    ),
  )
})

const rubric = '## The rubric\n\n**Counting**\n\n1. Not yet.\n2. Nearly.\n3. Ready.\n4. Strong.\n'

test('a project may be written freely but for its rubric: without questions there is no section for answers', async () => {
  const project = (text: string) =>
    text.replace(/## From[\s\S]*?(?=## The idea)/, '').replace(/## Exercise[\s\S]*/, () => rubric)
  const { html, text } = await read('B01', {
    [files.path]: swap('kind: review, newcomersOnly: true', 'kind: project'),
    [files.lock]: swap('B01 review', 'B01 project'),
    [files.review]: project,
  })

  expect(text).toContain('The idea\n--------')
  expect(text).toContain('Open B01 and hand it in')
  expect(text + html).not.toMatch(/Answers|From memory|Self-check/)
})

test('a mail leads to what is to be heard, before the exercise, and plays nothing', async () => {
  const [html, text] = [(await read('A03', heard)).html, (await read('A03', heard)).text]

  expect(html).toMatch(/<strong[^>]*>To hear:<\/strong> one example\. <a href="[^"]+"[^>]*>Hear it on the page<\/a>/)
  expect(html.indexOf('Hear it on the page')).toBeLessThan(html.indexOf('Exercise: do it'))
  expect(html).not.toContain('<audio')
  expect(text).toContain('Hear it on the page')
  expect((await read('A01', heard)).html).not.toContain('To hear')
})
