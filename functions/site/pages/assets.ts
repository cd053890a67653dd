/** `/assets/:file`: style, script, figures and sounds. The name holds a hash of the content, so a browser keeps them for ever. */
import { Hono } from 'hono'
import { byteRange } from '../byte-range.ts'
import type { SiteDeps } from '../ports.ts'

export function assets(deps: SiteDeps): Hono {
  return new Hono().get('/assets/:file', (c) => {
    const asset = deps.catalog.assetAt(c.req.param('file'))
    if (asset === undefined) return c.notFound()
    const { body, contentType } = asset
    const headers = {
      'Content-Type': contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Accept-Ranges': 'bytes',
    }
    const range = byteRange(c.req.header('Range'), body.length)
    if (range === 'whole') return c.body(body, 200, headers)
    if (range === 'none') return c.body(null, 416, { 'Content-Range': `bytes */${body.length}` })
    const { from, to } = range
    const part = body.slice(from, to + 1)
    return c.body(part, 206, { ...headers, 'Content-Range': `bytes ${from}-${to}/${body.length}` })
  })
}
