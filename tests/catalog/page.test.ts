import { expect, test } from 'vitest'
import type { CompiledPage } from '../../functions/catalog/compiled.ts'
import { type Changes, compiledWith, files, swap } from '../support/content.ts'
import { heard } from '../support/heard-lesson.ts'

function page(id: string, changes: Changes = {}): CompiledPage {
  const found = compiledWith(changes).pages.get(id)
  if (!found) throw new Error(`No page ${id}.`)
  return found
}

test('a page holds the fields of its lesson', () => {
  expect(page('A03')).toMatchObject({
    id: 'A03',
    outcome: 'Count to three.',
    doneWhen: 'You have counted.',
    prerequisites: ['A01', 'A02'],
    facts: [],
  })
  expect(page('A01')).toMatchObject({ facts: ['F07'], reviewBy: '2028-11-23' })
  expect('reviewBy' in page('A03')).toBe(false)
})

test('questions from memory are paired with their answers in order, each a sentence', () => {
  expect(page('A01').recall).toEqual([
    { questionHtml: 'What is one?', answerHtml: 'A number.' },
    { questionHtml: 'What is <em>two</em>?', answerHtml: 'Another number.' },
  ])
})

test('a question from memory keeps the id of its lesson beside its text', () => {
  expect(page('A03').recall[0]).toEqual({ questionHtml: 'What is one?', answerHtml: 'A number.', from: 'A01' })
  expect('from' in (page('A01').recall[0] ?? {})).toBe(false)
})

test('a citation leads to its fact, a key term to the glossary, on pages', () => {
  const { bodyHtml, closingHtml } = page('A01')

  expect(bodyHtml).toContain('<a class="fact" href="/facts#F07">2.5\u00a0s</a>')
  expect(closingHtml).toContain('<strong><a class="term" href="/glossary#term-point">Point</a></strong>: a thing.')
  expect(closingHtml).toContain('<strong>Next:</strong>')
})

test('facts that are cited come with the steps that cite them, in the order of their numbers', () => {
  const both = swap('[2.5 s](F07)', '[10](F110), [2.5 s](F07)')
  const { facts } = compiledWith({
    [files.first]: (text) => both(swap('[F07]', '[F110, F07]')(text)),
    [files.review]: (text) =>
      swap('Count to three.\n', 'Count [2.5 s](F07).\n')(swap('id: B01', 'id: B01\nfacts: [F07]')(text)),
  })

  expect(facts.map(({ id, steps }) => [id, steps])).toEqual([
    ['F07', ['A01', 'B01']],
    ['F110', ['A01']],
  ])
  expect(facts[0]).toMatchObject({ status: 'S', dated: 'Nov 2025', reviewBy: '2028-11-23' })
  expect(compiledWith().facts.map(({ id }) => id)).toEqual(['F07'])
})

test('the glossary holds every term, with the steps of which it is a key term', () => {
  const { glossary } = compiledWith()

  expect(glossary.title).toBe('Words')
  expect(glossary.terms.map(({ term, anchor, meaningHtml, steps }) => [term, anchor, meaningHtml, steps])).toEqual([
    ['Number (cardinal)', 'term-number-cardinal', 'What is counted.', []],
    ['Point', 'term-point', 'A thing.', ['A01', 'A03', 'B01']],
  ])
})

test('self-check questions carry answer, reason and an id of their own', () => {
  const { checks } = page('A01')

  expect(checks.map(({ id }) => id)).toEqual(['A01.1', 'A01.2', 'A01.3'])
  expect(checks[2]).toEqual({
    id: 'A01.3',
    questionHtml: 'What comes next?',
    answerHtml: 'Three.',
    reasonHtml: 'It follows two.',
  })
})

test('everything the author wrote is on the page exactly once', () => {
  const { leadHtml, bodyHtml, closingHtml } = page('A01')

  expect(leadHtml).toBe('<p>Before we begin.</p>')
  for (const text of ['The idea</h2>', 'Exercise: do it</h2>', 'Count to three.']) {
    expect(bodyHtml.split(text)).toHaveLength(2)
  }
  for (const text of ['Key terms</h2>', 'the second lesson.']) expect(closingHtml.split(text)).toHaveLength(2)
  expect(bodyHtml).not.toMatch(/Before we begin|From memory|Self-check|What is one/)
})

test('what comes next is kept when a lesson has no key terms', () => {
  const { closingHtml, checks } = page('A01', { [files.first]: swap('## Key terms\n\n**Point**: a thing.\n\n', '') })

  expect(closingHtml).toBe('<p><strong>Next:</strong> the second lesson.</p>')
  expect(checks).toHaveLength(3)
})

test('links lead to lessons, to other sites without an opener, and to files under their hashed name', () => {
  const { bodyHtml } = page('A01')

  expect(bodyHtml).toContain('<a href="/lessons/A01">one thing</a>')
  expect(bodyHtml).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noopener">elsewhere</a>')
  expect(bodyHtml).toMatch(/<a href="\/assets\/sheet\.[0-9a-f]{8}\.csv">the sheet<\/a>/)
})

test('the empty corner of a table is no header, and text in columns can be reached by keyboard', () => {
  const drawn = '| | Level |\n|---|---|\n| Kick | -6 dB |\n\n```text\n1   4   5\n```\n\n## Exercise'
  const { bodyHtml } = page('A03', { [files.second]: swap('## Exercise', drawn) })

  expect(bodyHtml).toContain('<tr>\n<td></td>\n<th scope="col">Level</th>')
  expect(bodyHtml).toContain(
    '<pre tabindex="0" role="group" aria-label="Text in columns"><code>1   4   5\n</code></pre>',
  )
})

test('each key term begins a line, and a short cell stays in one', () => {
  const drawn = '| Bars | Level |\n|---|---:|\n| 21-36 | -12 dB |\n\n## Exercise'
  const changes = {
    [files.second]: (lesson: string) =>
      lesson
        .replace('## Exercise', drawn)
        .replace('**Point**: a thing.', '**Point**: a thing. **Number**: what is counted.'),
  }
  const { bodyHtml, closingHtml } = page('A03', changes)

  expect(bodyHtml).toContain('<td class="whole"><span class="whole">21-36</span></td>')
  expect(bodyHtml).toContain('<td class="right whole">-12\u00a0dB</td>')
  expect(closingHtml).toMatch(/<p><strong><a[^>]*>Point<\/a><\/strong>: a thing\. <br>\n<strong><a[^>]*>Number/)
})

test('a table is a region that can be reached by keyboard and has a name', () => {
  const { bodyHtml } = page('A01')

  expect(bodyHtml).toContain('<div class="table" tabindex="0" role="region" aria-label="Table 1: The idea">\n<table>')
  expect(bodyHtml).toContain('<th scope="col">Name</th>')
  expect(bodyHtml).toContain('<td class="right">22</td>')
})

test('a page has no inline style, no id and no heading above the second level', () => {
  const { bodyHtml, closingHtml } = page('A01')

  expect(bodyHtml + closingHtml).not.toMatch(/ style=| id=|<h1/)
})

test('the first "Done when" of the exercise is marked', () => {
  expect(page('A01').bodyHtml).toContain('<p class="done-when"><strong>Done when</strong> you have counted.</p>')
})

test('a paragraph wholly in italics is an aside; one that begins and ends with a slanted word is none', () => {
  const written = (line: string) =>
    page('A03', { [files.second]: swap('## Exercise', `${line}\n\n## Exercise`) }).bodyHtml

  expect(written('*No band? **Tap** it.*')).toContain('<p class="aside"><em>No band? <strong>Tap</strong> it.</em></p>')
  expect(written('*One* is not *two*.')).not.toContain('aside')
  expect(written('*One* is not *two*')).not.toContain('aside')
})

test('a figure stands before the exercise: in words until it is drawn, then as a picture', () => {
  const words = page('A03').bodyHtml
  const drawn = page('A03', { 'small/figures/fig-count.svg': '<svg/>' }).bodyHtml

  expect(words).toContain(
    '<figure class="figure"><figcaption>Figure, in words: One, two, three.</figcaption></figure>\n<h2>Exercise',
  )
  expect(drawn).toMatch(
    /<figure class="figure"><img src="\/assets\/fig-count\.[0-9a-f]{8}\.svg" alt="One, two, three\." loading="lazy"><\/figure>\n<h2>Exercise/,
  )
})

test('a picture that gives its size keeps its place free', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"></svg>'

  expect(page('A03', { 'small/figures/fig-count.svg': svg }).bodyHtml).toContain(
    'alt="One, two, three." width="640" height="480" loading="lazy">',
  )
})

test('markup characters in an author’s words stay words', () => {
  const { leadHtml } = page('A01', { [files.first]: swap('Before we begin.', 'Is 1 < 2 & "x" > y? `<b>`') })

  expect(leadHtml).toContain('<p>Is 1 &lt; 2 &amp; “x” &gt; y? <code>&lt;b&gt;</code></p>')
})

test('a picture among the words keeps its alt text and gets an address that needs no escaping', () => {
  const { leadHtml } = page('A01', {
    'small/figures/dog one.svg': '<svg/>',
    [files.first]: swap('Before we begin.', '![A "dog" & *2* cats](<figures/dog one.svg>)'),
  })

  expect(leadHtml).toMatch(
    /^<p><img src="\/assets\/dog-one\.[0-9a-f]{8}\.svg" alt="A &quot;dog&quot; &amp; 2 cats" loading="lazy"><\/p>/,
  )
})

test('a page holds what is to be heard: where it stands, how long it lasts, the same in words, and the drill', () => {
  expect(page('A01').audio).toEqual([])
  expect(page('A03', heard).audio).toEqual([
    {
      id: 'au-count',
      title: 'Count',
      file: expect.stringMatching(/^au-count\.[0-9a-f]{8}\.mp3$/),
      seconds: 3.1,
      text: 'We count to one & then to two.',
      places: [
        { fromSeconds: 0, words: 'One' },
        { fromSeconds: 1.6, words: 'Two, with a copy 1 ms late' },
      ],
      drill: { question: 'How many?', options: ['one', 'two'], answer: 1, reason: 'You heard two.' },
    },
  ])
})

test('what could not be made is left out', () => {
  expect(page('A03', { ...heard, 'small/audio/au-count.mp3': null }).audio).toEqual([])
})

test('a sound is an asset of its type', () => {
  expect(compiledWith(heard).assets.get('audio/au-count.mp3')?.contentType).toBe('audio/mpeg')
})

test('the report counts what is to be heard', () => {
  expect(compiledWith(heard).report.sounds).toEqual({
    examples: 0,
    drills: 1,
    seconds: expect.closeTo(3.1, 1),
    bytes: 7,
  })
})
