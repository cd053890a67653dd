import { join } from 'node:path'
import { caniemail } from 'caniemail'
import { describe, expect, test } from 'vitest'
import { compilePath } from '../../functions/catalog/compile.ts'
import type { CompiledMail } from '../../functions/catalog/compiled.ts'
import { openDictionary } from '../../functions/catalog/dictionary.ts'
import { formatProblem } from '../../functions/catalog/problems.ts'
import { readSource } from '../../functions/catalog/read-source.ts'
import { messageOf, type Read, readMessage } from '../support/message.ts'

const root = join(import.meta.dirname, '../..')
const { source, problems: notMade } = await readSource({
  contentFolder: join(root, 'content'),
  siteAssetsFolder: join(root, 'functions/site/assets'),
  madeFolder: join(root, 'build/made'),
})
const result = compilePath(source, { today: '2026-11-25', isWord: openDictionary() })

// No data on media queries exists for Thunderbird on Windows; it draws as Thunderbird on macOS does.
const clients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*', 'thunderbird.macos'] as const

/** What some client lacks, and why the mail is whole without it. */
const enhancements: Readonly<Record<string, string>> = {
  '@media':
    'Dark colours, narrow tables and even headings only: without it the light mail shows, in one column that shrinks by itself.',
  '<style> element': 'Holds nothing but those media queries; all else is inlined.',
  'color-scheme meta tag':
    'Says that the mail has dark colours of its own; without it a client inverts or stays light.',
  '<body> element': 'Its margin and colours are repeated by the outer table, which stays when the body becomes a div.',
  '<picture> element':
    'Brings the dark drawing of a figure; without it the light one inside shows, on paper of its own.',
  'srcset and sizes attributes': 'Of the same dark drawing: the light one needs neither.',
  'height property': '`auto`, so that a drawing keeps its shape; the width is also an attribute.',
  '<wbr> element': 'Breaks the name of a file where its parts meet; without it a phone breaks it anywhere.',
  'white-space': 'Keeps a unit with its number and lets long lines of a listing wrap; without it the columns shift.',
  'display:none': 'Hides the preheader; where it stays visible it is 1 px high, in the colour of the paper.',
  'role attribute': 'Tells screen readers which tables are layout; the discontinued Windows Mail read them anyway.',
  'system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace': 'First of a stack that ends in `monospace`.',
}

test('the content that ships has no problem', () => {
  const problems = [...notMade, ...('problems' in result ? result.problems : [])]

  expect(problems.map(formatProblem)).toEqual([])
})

const mails = 'problems' in result ? [] : [...result.mails]
const pages = 'problems' in result ? new Map<string, never>() : result.pages

async function read(mail: CompiledMail): Promise<Read> {
  return (await readMessage(messageOf(mail))).mailparser
}

/** What some listed client lacks of what this mail uses, each as feature and client. */
const lacksOf = new Map<string, { title: string; client: string }[]>()
for (const [id, mail] of mails) {
  const { issues } = caniemail({ clients: [...clients], html: (await read(mail)).html })
  lacksOf.set(
    id,
    [...issues.errors].flatMap(([client, list]) => [list].flat().map(({ title }) => ({ title, client }))),
  )
}

describe.each(mails)('the mail %s', (id, mail) => {
  test('uses nothing a listed client lacks, but what the mail is whole without', () => {
    expect(lacksOf.get(id)?.filter(({ title }) => !(title in enhancements))).toEqual([])
  })

  test('is small enough that Gmail does not cut it', () => {
    expect(mail.htmlBytes).toBeGreaterThan(2_000)
    expect(mail.htmlBytes).toBeLessThanOrEqual(90_000)
  })

  test('asks every self-check question in its text part, and answers it later', async () => {
    const words = (text: string) =>
      text
        .replace(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replace(/\s+/g, ' ')
    // In the text part a link is a number behind its words.
    const text = words((await read(mail)).text.replaceAll('<', '&lt;').replace(/\s+\[\d+\]/g, ''))

    for (const check of pages.get(id)?.checks ?? []) {
      expect(text).toContain(words(check.questionHtml))
      expect(text.lastIndexOf(words(check.answerHtml))).toBeGreaterThan(text.indexOf('mark it done'))
      expect(text).toContain(words(check.reasonHtml))
    }
  })
})

test('every exception for a mail client is still needed', () => {
  const titles = new Set([...lacksOf.values()].flat().map(({ title }) => title))

  expect([...titles].sort()).toEqual(Object.keys(enhancements).sort())
})
