import { expect, test } from 'vitest'
import { withCurvedQuotes } from '../../functions/catalog/curved-quotes.ts'
import { parseMarkdown, type RenderTarget, renderBlocks } from '../../functions/catalog/markdown.ts'

test.each([
  ['He says "once more".', 'He says “once more”.'],
  ['"Once more"', '“Once more”'],
  ['("Keep", "maybe")', '(“Keep”, “maybe”)'],
  ["the engineer's job, two readers' answers", 'the engineer’s job, two readers’ answers'],
  ['"Keep the breath before \'water\'"', '“Keep the breath before ‘water’”'],
  ['an hour-"if it lasts"-at noon', 'an hour-“if it lasts”-at noon'],
  ["a record of the '90s", 'a record of the ’90s'],
  ['“Already” ‘curved’', '“Already” ‘curved’'],
])('%s', (typed, shown) => {
  expect(withCurvedQuotes(typed)).toBe(shown)
})

const target: RenderTarget = {
  href: (link) => link,
  reference: () => undefined,
  image: () => '',
  tableOpen: () => '<table>',
  tableClose: '</table>',
  listing: (text) => `<pre>${text}</pre>`,
}

function shown(text: string): string {
  const { tokens, environment } = parseMarkdown(text)
  return renderBlocks(tokens, environment, target)
}

test('quotation marks look through emphasis, links and ends of lines', () => {
  expect(shown('Say "*once*", not "**no**".')).toBe('<p>Say “<em>once</em>”, not “<strong>no</strong>”.</p>')
  expect(shown('["Yes"](/yes)\n"no"')).toBe('<p><a href="/yes">“Yes”</a>\n“no”</p>')
  expect(shown('a "`take`" and *Kite*\'s key')).toBe('<p>a “<code>take</code>” and <em>Kite</em>’s key</p>')
})

test('code stays as it is typed', () => {
  expect(shown('`say "it"`\n\n```\nsay "it"\n```')).toBe(
    '<p><code>say &quot;it&quot;</code></p>\n<pre>say &quot;it&quot;\n</pre>',
  )
})
