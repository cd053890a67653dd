import { expect, test } from 'vitest'
import { files, problemsWith, swap } from '../support/content.ts'
import { refuses } from '../support/refuses.ts'

refuses('supplies', [
  {
    rule: 'a drawing that no step shows',
    change: { 'small/figures/fig-dog.svg': '<svg/>' },
    file: 'small/figures/fig-dog.svg',
    field: 'use',
    what: /No step uses `figures\/fig-dog`/,
  },
  {
    rule: 'the data of a drawing that no step shows',
    change: { 'small/figures/fig-dog.yaml': 'kind: dog' },
    file: 'small/figures/fig-dog.yaml',
    field: 'use',
    what: /figures\/fig-dog/,
  },
  {
    rule: 'a download that no step links to',
    change: {
      [files.first]: swap('[the sheet](downloads/sheet.csv)', 'it'),
      [files.second]: swap('[the sheet](downloads/sheet.csv)', 'it'),
      [files.review]: swap('[the sheet](downloads/sheet.csv)', 'it'),
    },
    file: 'small/downloads/sheet.csv',
    field: 'use',
    what: /No step uses `downloads\/sheet`/,
  },
  {
    rule: 'a sound that no step plays',
    change: { 'small/audio/aud-dog.mp3': 'x' },
    file: 'small/audio/aud-dog.mp3',
    field: 'use',
    what: /audio\/aud-dog/,
  },
])

test('a drawing with its data, its picture for mails and its dark twin is one supply', () => {
  const drawing = (name: string) =>
    Object.fromEntries(['.yaml', '.svg', '.png', '-dark.png'].map((ending) => [`small/figures/${name}${ending}`, 'x']))

  expect(problemsWith(drawing('fig-count'))).toEqual([])
  expect(problemsWith(drawing('fig-dog'))).toHaveLength(1)
})

test('a picture and a sound that the text links to are used', () => {
  const text = 'Before we begin. ![A dog](figures/dog.png) and [its voice](audio/dog.mp3).'
  const changes = {
    'small/figures/dog.png': 'x',
    'small/audio/dog.mp3': 'x',
    [files.first]: swap('Before we begin.', text),
  }

  expect(problemsWith(changes)).toEqual([])
})
