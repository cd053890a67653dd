import { expect, test } from 'vitest'
import { formatReport } from '../../functions/catalog/report.ts'
import { compiledWith, files, swap } from '../support/content.ts'

test('the path that is sent holds the written steps in order, and the finish last', () => {
  const { path } = compiledWith().compiled

  expect(path.steps.map(({ id, kind, stage, minutes }) => `${id} ${kind} ${stage} ${minutes}`)).toEqual([
    'A01 lesson basics 30',
    'A03 lesson basics 45',
    'B01 review later 20',
    'F01 finish later 0',
  ])
  expect(path.steps.at(-1)).toMatchObject({ slug: 'finish', title: 'You have finished' })
  expect(path.stages.map(({ letter, name }) => letter + name)).toEqual(['ABasics', 'BLater'])
})

test('the map announces unwritten steps too', () => {
  const { plan } = compiledWith().compiled

  expect(plan[0]?.steps.map(({ id, written }) => [id, written])).toEqual([
    ['A01', true],
    ['A02', false],
    ['A03', true],
  ])
  expect(plan[1]?.steps).toEqual([
    { id: 'B01', kind: 'review', slug: 'look-back', title: 'Look back', minutes: 20, written: true },
  ])
})

test('a step marked newcomersOnly says so, and no other does', () => {
  const { steps } = compiledWith().compiled.path

  expect(steps.filter((step) => 'newcomersOnly' in step).map(({ id }) => id)).toEqual(['B01'])
})

test('a path that says nothing of its gate lets learners go on after 14 days', () => {
  expect(compiledWith().compiled.path.gate).toEqual({ graceDays: 14, afterwards: 'go-on' })
  const gate = { graceDays: 3, afterwards: 'wait' }
  const changed = compiledWith({ [files.path]: swap('retired:', `gate: ${JSON.stringify(gate)}\nretired:`) })
  expect(changed.compiled.path.gate).toEqual(gate)
})

test('days of nudges and of silence are what path.md says, and the rules’ own where it says nothing', () => {
  const { path } = compiledWith().compiled
  expect([path.gate.nudgeDays, path.reentryDays]).toEqual([undefined, undefined])
  const gate = 'gate: { graceDays: 30, afterwards: wait, nudgeDays: [2, 5, 20, 28] }\nreentryDays: [14, 60]\n'
  const changed = compiledWith({ [files.path]: swap('retired:', `${gate}retired:`) }).compiled.path
  expect(changed.gate).toEqual({ graceDays: 30, afterwards: 'wait', nudgeDays: [2, 5, 20, 28] })
  expect(changed.reentryDays).toEqual([14, 60])
  const none = compiledWith({
    [files.path]: swap('retired:', 'gate: { graceDays: 14, afterwards: go-on, nudgeDays: [] }\nretired:'),
  })
  expect(none.compiled.path.gate.nudgeDays).toEqual([])
})

test('promise, introduction, language, sample and sender come from path.md', () => {
  expect(compiledWith().compiled).toMatchObject({
    promise: 'Two lessons and a review.',
    introHtml: '<p>What the path is.</p>',
    language: 'en-GB',
    sample: 'A01',
    senderNameHeader: '"Small Path"',
  })
})

test('a sender whose name is not ASCII is encoded, and quotes in an ASCII one are escaped', () => {
  const named = (title: string) => compiledWith({ [files.path]: swap('Small Path', title) }).compiled.senderNameHeader

  expect(named('Path – small')).toBe('=?UTF-8?Q?Path_=E2=80=93_small?=')
  expect(named(`'A "small" path'`)).toBe('"A \\"small\\" path"')
})

test('every written step has a mail and a page; the finish, the confirmation and the sign-in have a mail', () => {
  const { mails, pages } = compiledWith()

  expect([...mails.keys()]).toEqual([
    'A01',
    'A03',
    'B01',
    'confirm',
    'sign-in',
    'new-address',
    'old-address',
    'nudge',
    're-entry',
    'pausing',
    'F01',
  ])
  expect([...pages.keys()]).toEqual(['A01', 'A03', 'B01'])
})

test('the lock remembers every id, unwritten and retired ones included, and never forgets', () => {
  const { lock } = compiledWith({ [files.lock]: 'A09 project\n' })

  expect(lock.file).toBe(files.lock)
  const lines = lock.text.trim().split('\n')
  expect(lines.slice(1)).toEqual(['A01 lesson', 'A02 lesson', 'A03 lesson', 'A09 project', 'B01 review', 'F01 finish'])
  expect(lines[0]).toMatch(/^# .*npm run content/)
})

test('a first run needs no lock', () => {
  expect(compiledWith({ [files.lock]: null }).lock.text).toContain('F01 finish')
})

test('assets carry a name that changes with their content, and only then', () => {
  const name = (text: string) => compiledWith({}, { 'style.css': text }).assets.get('style.css')

  expect(name('a{}')?.file).toMatch(/^style\.[0-9a-f]{8}\.css$/)
  expect(name('a{}')).toEqual(name('a{}'))
  expect(name('b{}')?.file).not.toBe(name('a{}')?.file)
  expect(name('a{}')?.contentType).toBe('text/css; charset=utf-8')
})

test('figures and downloads of the path are assets under their source name', () => {
  const { assets } = compiledWith({ 'small/figures/fig-count.svg': '<svg/>' })

  expect([...assets.keys()]).toEqual(['downloads/sheet.csv', 'figures/fig-count.svg'])
  expect(assets.get('downloads/sheet.csv')?.file).toMatch(/^sheet\.[0-9a-f]{8}\.csv$/)
})

test('the report counts steps, words and figures, and warns of a long title without refusing it', () => {
  const title = 'a b c d e f g h i j k l m'
  const { report } = compiledWith({ [files.path]: swap('"Not yet"', `"${title}"`) })

  const text = formatReport(report)
  expect(text).toContain('Basics: 2 of 3 steps written')
  expect(text).toContain('Later: 1 of 1 steps written')
  expect(text).toContain('Steps: 2 lessons, 1 reviews, 0 projects; ')
  expect(text).toContain('Facts cited: 1. Terms in the glossary: 2. Downloads: 1')
  expect(text).toContain('Figures: 0 of 1 drawn; missing, shown in words: fig-count')
  expect(text).toContain('Warnings: 1\n')
  expect(text).toMatch(/Largest mail: A0[13], \d+\.\d KB of HTML/)
  expect(text).toContain('The title of A02 has 13 words.')
  expect(report.words).toBeGreaterThan(200)
})

test('words in tables are looked up, not read, and are not counted', () => {
  const words = (more: string) =>
    compiledWith({ [files.first]: swap('| two | 22 |', `| two | 22 |\n${more}`) }).report.words

  expect(words('| and three more words | 3 |')).toBe(words('| x | 3 |'))
  expect(words('\nThree more words.')).toBe(words('') + 3)
})
