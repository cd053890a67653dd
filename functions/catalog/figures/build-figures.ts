/** Every `figures/*.yaml` → SVG for pages, PNG for mails. */
import type { Made, Maker } from '../made-files.ts'
import type { Files } from '../source.ts'

export const figureMaker: Maker = {
  name: 'figures',
  sources: /\/figures\/[^/]+\.yaml$/,
  endings: ['.svg', '.png', '-dark.png'],
  codeFolder: import.meta.dirname,
  make: makeFigure,
}

async function makeFigure(content: Files, source: string): Promise<Made> {
  // Loaded only when there is something to draw: unchanged figures need neither the kinds nor the renderer.
  const [{ drawFigure }, { rasterise }] = await Promise.all([import('./draw-figure.ts'), import('./raster.ts')])
  const drawn = drawFigure(content, source)
  if ('problems' in drawn) return drawn
  const { svg } = drawn.figure
  return { bodies: [svg('both'), await rasterise(svg('light')), await rasterise(svg('dark'))] }
}
