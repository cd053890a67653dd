/** `/assets/:file`: style, script and figures. The name holds a hash of the content, so a browser keeps them for ever. */
import { Hono } from 'hono'
import type { SiteDeps } from '../ports.ts'

export function assets(deps: SiteDeps): Hono {
  return new Hono().get('/assets/:file', (c) => {
    const asset = deps.catalog.assetAt(c.req.param('file'))
    if (asset === undefined) return c.notFound()
    return c.body(asset.body, 200, {
      'Content-Type': asset.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
}
