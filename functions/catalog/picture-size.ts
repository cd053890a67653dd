/** How large a picture is by its own word, so that a page can keep its place free. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The signature of a PNG, and the type of its first chunk, which holds the size (PNG, 3rd edition, sections 5.2 and 11.2.1). */
const pngStart = '\x89PNG\r\n\x1a\n'

/** Answers: the size of an SVG that gives it in plain numbers, or of a PNG. Undefined for anything else. */
export function pictureSize(name: string, body: Uint8Array): PictureSize | undefined {
  if (name.endsWith('.svg')) return svgSize(new TextDecoder().decode(body.subarray(0, 2000)))
  const start = String.fromCharCode(...body.subarray(0, pngStart.length))
  if (start !== pngStart || body.length < 24) return undefined
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function svgSize(text: string): PictureSize | undefined {
  const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? ''
  const side = (name: string) => Number(new RegExp(`\\s${name}="([0-9.]+)"`).exec(root)?.[1])
  const size = { width: side('width'), height: side('height') }
  return size.width > 0 && size.height > 0 ? size : undefined
}
