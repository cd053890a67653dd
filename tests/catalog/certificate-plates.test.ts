import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawPlates, plateMaker } from '../../functions/catalog/certificates/plates.ts'
import { pictureSize } from '../../functions/catalog/picture-size.ts'

const file = 'engineer-to-producer/path.md'
const text = readFileSync(join(import.meta.dirname, '../../content', file), 'utf8')
const drawn = (path: string) => drawPlates(new Map([[file, Buffer.from(path)]]))

describe('the pictures that networks show beside a certificate', () => {
  it('are one for each stage and one for the path, with its title and hours, and no name', () => {
    const plates = drawn(text)
    expect([...plates.keys()]).toEqual(
      ['engineering', 'small-band', 'business', 'theory-arranging', 'capstone', 'path'].map(
        (of) => `engineer-to-producer/certificates/${of}.svg`,
      ),
    )
    expect(String(plates.get('engineer-to-producer/certificates/engineering.svg'))).toMatch(
      /Engineering.*\d+ hours of work/s,
    )
  })

  it('change with a title', () => {
    const [of] = [...drawn(text).keys()]
    expect(drawn(text.replace('name: "Engineering"', 'name: "Sound"')).get(of ?? '')).not.toEqual(
      drawn(text).get(of ?? ''),
    )
  })

  it('are PNG of the size that networks ask for', async () => {
    const plates = drawn(text)
    const [source = ''] = plates.keys()
    const made = await plateMaker.make(plates, source)
    const [body] = 'bodies' in made ? made.bodies : []
    expect(pictureSize('plate.png', Buffer.from(body ?? ''))).toEqual({ width: 1200, height: 630 })
  })

  it('are none where the path is wrong: the compiler tells that', () => {
    expect(drawn('---\nid: 1\n---\n').size).toBe(0)
    expect(drawPlates(new Map()).size).toBe(0)
  })
})
