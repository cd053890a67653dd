import { describe, expect, test } from 'vitest'
import { figureMaker } from '../../../functions/catalog/figures/build-figures.ts'
import { pictureSize } from '../../../functions/catalog/picture-size.ts'
import { content } from '../../support/drawn-figures.ts'

const source = 'engineer-to-producer/figures/fig-comb-filter.yaml'

async function make() {
  const made = await figureMaker.make(content, source)
  if ('problems' in made) throw new Error('not made')
  return made.bodies.map((body) => (typeof body === 'string' ? new TextEncoder().encode(body) : body))
}

describe('a figure that is made', () => {
  test('comes as SVG of 640, and as light and dark PNG of 1,200', async () => {
    const bodies = await make()
    const sizes = bodies.map((body, index) => pictureSize(`fig${figureMaker.endings[index]}`, body))

    expect(sizes.map((size) => size?.width)).toEqual([640, 1200, 1200])
    expect(sizes[1]?.height).toBeCloseTo(((sizes[0]?.height ?? 0) * 1200) / 640, -1)
    expect(bodies[1]).not.toEqual(bodies[2])
  })

  test('has the same bytes every time', async () => {
    expect(await make()).toEqual(await make())
  })
})
