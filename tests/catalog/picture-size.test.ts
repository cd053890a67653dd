import { expect, test } from 'vitest'
import { pictureSize } from '../../functions/catalog/picture-size.ts'

const encode = (text: string) => new TextEncoder().encode(text)

test('an SVG that gives its size in plain numbers has it', () => {
  const svg =
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="640" height="412.5" viewBox="0 0 1 1">'

  expect(pictureSize('figures/a.svg', encode(svg))).toEqual({ width: 640, height: 412.5 })
})

test.each(['<svg viewBox="0 0 3 2"><rect width="3" height="2"/></svg>', '<svg width="100%" height="100%"></svg>', ''])(
  'an SVG that gives none has none: %s',
  (svg) => {
    expect(pictureSize('figures/a.svg', encode(svg))).toBeUndefined()
  },
)

test('a PNG has the size of its first chunk', () => {
  const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 176, 0, 0, 2, 88])

  expect(pictureSize('figures/a.png', png)).toEqual({ width: 1200, height: 600 })
})

test('what is called a PNG and is none has no size', () => {
  expect(pictureSize('figures/a.png', encode('not a picture at all, only words'))).toBeUndefined()
  expect(pictureSize('figures/a.png', new Uint8Array([137, 80, 78, 71]))).toBeUndefined()
})
