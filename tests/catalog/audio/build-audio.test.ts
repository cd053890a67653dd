import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { audioMaker } from '../../../functions/catalog/audio/build-audio.ts'
import { compose } from '../../../functions/catalog/audio/compose.ts'
import { placesOf, secondsOf } from '../../../functions/catalog/audio/example-file.ts'
import { cut, decode, examples, madeExamples } from '../../support/heard-examples.ts'

const file = 'small/audio/au-try.yaml'
const make = (text: string) => audioMaker.make(new Map([[file, new TextEncoder().encode(text)]]), file)
const head = 'title: "Try"\ntext: "It is heard."\n'

describe('the same data gives the same bytes, on every machine', () => {
  test.each([
    ['noise', `${head}kind: noise\nparts: [{ name: "One", seconds: 0.5, copy: { delayMs: 1 } }]`, '97109ea4ec902a92'],
    [
      'notes',
      `${head}kind: notes\nbpm: 120\nparts: [{ name: "One", play: [{ beats: 1, notes: [C4, A♭4] }], room: { directToReverbDb: 6, rt60Seconds: 0.3, preDelayMs: 5 } }]`,
      'bd1d21c535ab8507',
    ],
    [
      'groove',
      `${head}kind: groove\nbpm: 240\nlanes: [{ sound: snare, steps: [1, 5] }, { sound: A2, steps: [3] }]\nparts: [{ name: "One", bars: 1, compressor: { thresholdDb: -20, ratio: 4, attackMs: 1, releaseMs: 50 } }]`,
      '6665064dd3916f57',
    ],
  ])('%s', async (_kind, text, hash) => {
    const made = await make(text)
    const body = 'bodies' in made ? made.bodies[0] : undefined

    expect(
      createHash('sha256')
        .update(body ?? '')
        .digest('hex')
        .slice(0, 16),
    ).toBe(hash)
  })
})

describe('what ships', () => {
  test('is small: 300 KB at most each, 6 MB in all', async () => {
    const sizes = [...(await madeExamples())].map(([id, { length }]) => ({ id, length }))

    expect(sizes.filter(({ length }) => length > 300_000)).toEqual([])
    expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(6_000_000)
  })

  test('lasts as long as its page says', async () => {
    for (const [id, body] of await madeExamples()) {
      const example = examples.get(id)
      const heard = (await decode(body)).length / 44_100
      expect(Math.abs(heard - (example ? secondsOf(example) : 0)), id).toBeLessThan(0.1)
    }
  })

  test.each([...examples])(
    '%s neither begins nor ends a part with a click, and is silent between parts',
    (_id, example) => {
      const samples = compose(example)
      const places = placesOf(example)
      for (const [index, { fromSeconds, seconds }] of places.entries()) {
        const part = cut(samples, fromSeconds, seconds)
        expect(Math.abs(part[0] ?? 1)).toBeLessThan(0.001)
        expect(Math.abs(part.at(-1) ?? 1)).toBeLessThan(0.001)
        const next = places[index + 1]?.fromSeconds
        if (next === undefined) continue
        const pause = cut(samples, fromSeconds + seconds + 0.001, next - fromSeconds - seconds - 0.002)
        expect(pause.length).toBeGreaterThan(0.2 * 44_100)
        expect(pause.some((sample) => sample !== 0)).toBe(false)
      }
    },
  )

  test('right answers do not always stand at the same place', () => {
    const places = [...examples.values()].flatMap(({ drill }) => (drill ? [drill.options.indexOf(drill.answer)] : []))

    expect(new Set(places).size).toBeGreaterThanOrEqual(3)
  })
})

describe('an example is refused', () => {
  const noise = `${head}kind: noise\nparts: [{ name: "One", seconds: 1 }]\n`
  const bar = `${head}kind: groove\nbpm: 92\nlanes: [{ sound: kick, steps: [1] }]\n`
  const drill = (answer: string) =>
    `drill: { question: "Which?", options: [one, two], answer: ${answer}, reason: "It is." }\n`
  const refusals: [string, string, string, RegExp, RegExp][] = [
    [
      'of no known kind',
      noise.replace('noise', 'dog'),
      'kind',
      /no kind of example called `dog`/,
      /groove, noise, notes/,
    ],
    ['without its words', noise.replace(/text.*\n/, ''), 'text', /missing/, /for those who do not hear it/],
    ['without a title', noise.replace(/title.*\n/, ''), 'title', /missing/, /60 letters/],
    [
      'whose part has no words',
      noise.replace('name: "One", ', ''),
      'parts[0].name',
      /missing/,
      /what is heard in this part/,
    ],
    ['with a field that it does not know', `${noise}colour: red\n`, 'colour', /no field/, /Compare/],
    ['whose answer is no option', `${noise}${drill('three')}`, 'drill.answer', /none of the options/, /exactly one/],
    [
      'with a note that is none',
      `${head}kind: notes\nbpm: 90\nparts: [{ name: "One", play: [{ beats: 1, notes: [H4] }] }]`,
      'parts[0].play[0].notes[0]',
      /./,
      /./,
    ],
    [
      'with a sound that the kit has not',
      `${bar.replace('kick', 'gong')}parts: [{ name: "One", bars: 1 }]`,
      'lanes[0].sound',
      /no drum/,
      /Compare/,
    ],
    [
      'that moves a sound it does not play',
      `${bar}parts: [{ name: "One", bars: 1, offsetsMs: { snare: 9 } }]`,
      'sound',
      /moves `snare`/,
      /Compare|Lower/,
    ],
    [
      'too short to be measured',
      noise.replace('seconds: 1', 'seconds: 0.2'),
      'sound',
      /shorter than the 0.4 s/,
      /Compare|compare/,
    ],
    [
      'that would come too close to full scale',
      noise.replace('seconds: 1', 'seconds: 1, levelDb: 24'),
      'sound',
      /would peak at/,
      /levelDb/,
    ],
  ]

  test.each(refusals)('%s', async (_name, text, field, what, remedy) => {
    const made = await make(text)
    const problems = 'problems' in made ? made.problems : []

    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file, field })
    expect(problems[0]?.what).toMatch(what)
    expect(problems[0]?.remedy).toMatch(remedy)
  })
})
