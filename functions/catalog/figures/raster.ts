/** SVG → PNG, with the bundled fonts only: the same bytes on every machine. */
import { renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './text-width.ts'

const pngWidth = 1200

export async function rasterise(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: pngWidth },
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: 'DejaVu Sans' },
  })
  return image.asPng()
}
