/** `/robots.txt`: pages that answer to a token are nobody's to index. */
import { Hono } from 'hono'

const lines = [
  'User-agent: *',
  ...[
    '/confirm/',
    '/leave/',
    '/go-on/',
    '/new-address/',
    '/path',
    '/check-inbox',
    '/sign-in',
    '/sign-up',
    '/*?t=',
    '/*&t=',
  ].map((path) => `Disallow: ${path}`),
]

export function robots(): Hono {
  return new Hono().get('/robots.txt', (c) => c.text(`${lines.join('\n')}\n`))
}
