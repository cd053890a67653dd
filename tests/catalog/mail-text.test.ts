import { expect, test } from 'vitest'
import { mailText } from '../../functions/catalog/mail-text.ts'
import { slotMark } from '../../functions/catalog/placeholders.ts'
import { layOutTable } from '../../functions/catalog/text-table.ts'

const text = (body: string) => mailText(`<html><head><title>no</title></head><body>${body}</body></html>`)

test('headings are underlined to their own length', () => {
  expect(text('<h1>E07 Cues</h1><h2>The idea</h2><p>One.</p><h3>Part</h3><p>Two.</p>')).toBe(
    'E07 CUES\n========\n\n\nThe idea\n--------\n\nOne.\n\nPart\n~~~~\n\nTwo.\n',
  )
})

test('links are numbered where they stand and listed at the end, each address once', () => {
  const site = 'https://example.org'
  expect(
    text(
      `<p><a href="${site}/a">One</a>, <a href="${site}/b">two</a>, <a href="${site}/a">one again</a>, <a href="${site}">${site}</a>.</p>`,
    ),
  ).toBe(`One [1], two [2], one again [1], ${site}.\n\nLinks\n-----\n[1] ${site}/a\n[2] ${site}/b\n`)
})

test('the address of a button stands below its words', () => {
  expect(text('<a class="press" href="https://example.org/go">Start the path</a>')).toBe(
    'Start the path:\nhttps://example.org/go\n',
  )
})

test('lists keep their numbers and bullets', () => {
  expect(text('<ol><li>One</li><li>Two<ul><li>a</li></ul></li></ol>')).toBe(' 1. One\n 2. Two\n    - a\n')
})

test('lines end at 72 columns', () => {
  const lines = text(`<p>${'words and '.repeat(40)}</p>`).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72)
})

test('a slot is one mark in the end, but takes the room of an address', () => {
  const mark = slotMark('siteUrl')
  const lines = text(`<p>${'word '.repeat(12)}${mark} ends.</p>`).split('\n')
  expect(lines[1]).toBe(`${mark} ends.`)
})

test('what is hidden in the mail is not in the text', () => {
  expect(text('<div class="preheader">About 45 minutes</div><p>One.</p>')).toBe('One.\n')
})

test('a table that fits stands in columns, numbers to the right', () => {
  const rows = [
    ['Copy', 'Peak', 'Note'],
    ['0 dB', '+6.0 dB', 'silence'],
    ['10 dB', '+12.4 dB', 'x'],
  ]
  expect(layOutTable(rows, 72)).toBe(
    'Copy        Peak   Note\n-----   --------   -------\n0 dB     +6.0 dB   silence\n10 dB   +12.4 dB   x',
  )
})

test('a table that does not fit is told row by row', () => {
  const rows = [
    ['Receipts', 'Payable'],
    ['100,000', 'nothing until the gate opens'],
  ]
  expect(layOutTable(rows, 24)).toBe('Receipts: 100,000\n  Payable: nothing until\n    the gate opens')
})

test('a table in a mail is laid out from its cells', () => {
  const table =
    '<table class="data"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><b>1</b></td><td>2</td></tr></tbody></table>'
  expect(text(`<p>Look:</p>${table}`)).toBe('Look:\n\nA   B\n-   -\n1   2\n')
})
