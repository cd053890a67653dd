import { type Context, Hono } from 'hono'
import { listPage } from './list-page.tsx'
import type { MailRecord } from './mail-index.ts'
import { mailPage, views } from './mail-page.tsx'
import type { MailStore } from './mail-store.ts'
import { readMail } from './read-mail.ts'
import { mailPolicy, withOutwardLinks } from './sandbox.ts'
import { script } from './script.ts'
import { style } from './style.ts'

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The inbox: pages for people, `/api/mails` for tests. It reads and never writes. */
export function createInbox(store: MailStore): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', pagePolicy)
  })

  app.get('/', (c) => {
    const to = c.req.query('to') ?? ''
    return c.html(listPage({ mails: store.list({ to }), to }))
  })
  app.get('/mails/:id', (c) =>
    withMail(c, store, async (record) => {
      const raw = await store.raw(record.id)
      const mail = await readMail(raw)
      const view = views.find((name) => name === c.req.query('view')) ?? (mail.html === undefined ? 'text' : 'html')
      return c.html(mailPage({ record, mail, raw: raw.toString('utf8'), view }))
    }),
  )
  app.get('/mails/:id/html', (c) =>
    withMail(c, store, async (record) => {
      const { html } = await readMail(await store.raw(record.id))
      return c.html(withOutwardLinks(html ?? ''), 200, { 'content-security-policy': mailPolicy })
    }),
  )

  app.get('/api/newest', (c) => c.json({ newest: store.list({ to: c.req.query('to') })[0]?.id ?? '' }))
  app.get('/api/mails', (c) => c.json(store.list({ to: c.req.query('to') }).map(summary)))
  app.get('/api/mails/:id', (c) =>
    withMail(c, store, async (record) => {
      const { headers, text, html, links } = await readMail(await store.raw(record.id))
      return c.json({ ...summary(record), text, html: html ?? null, links, headers })
    }),
  )

  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/script.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.notFound((c) => c.text('There is no such page. The inbox is at /.', 404))
  return app
}

function summary(record: MailRecord) {
  const { id, sentAt, from, to, subject, tags } = record
  return { id, to, from, subject, step: tags['step'] ?? null, sentAt: new Date(sentAt).toISOString(), tags }
}

async function withMail(c: Context, store: MailStore, answer: (record: MailRecord) => Promise<Response>) {
  const record = store.find(c.req.param('id') ?? '')
  if (!record) return c.text('There is no such mail: it may have been cleared by --fresh. The inbox is at /.', 404)
  return answer(record)
}
