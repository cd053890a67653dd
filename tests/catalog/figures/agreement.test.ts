/** What a lesson says of its figure in words is what the figure shows. */
import { describe, expect, test } from 'vitest'
import { content, drawnFigures, wordsOf } from '../../support/drawn-figures.ts'

const lessons = [...content].flatMap(([path, body]) => {
  const head = new TextDecoder().decode(body)
  const name = /^figure: (\S+)$/m.exec(head)?.[1]
  const alt = /^figure_alt: "(.*)"$/m.exec(head)?.[1]
  return /^[^/]+\/[^/]+\/[^/]+\.md$/.test(path) && name !== undefined && alt !== undefined ? [{ name, alt }] : []
})

test('every lesson that names a figure has it drawn, and no drawing is left over', () => {
  expect([...drawnFigures.keys()].sort()).toEqual(lessons.map(({ name }) => name).sort())
})

describe.each(lessons)('$name', ({ name, alt }) => {
  test('shows every number that its alt text names', () => {
    const shown = new Set(numbersOf(wordsOf(drawnFigures.get(name) ?? '')))
    const missing = numbersOf(alt).filter((number) => !shown.has(number))

    expect(missing).toEqual([])
  })
})

/** Without signs: `-6 dB` may be drawn as "6 dB down". `1,500` and `1500` are one number, and so are `3.0` and `3`. */
function numbersOf(words: string): string[] {
  const found = words.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []
  return [...new Set(found.map((number) => String(Number(number))))]
}
