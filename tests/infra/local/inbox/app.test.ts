import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createInbox } from '../../../../infra/local/inbox/app.ts'
import { openMailStore } from '../../../../infra/local/inbox/mail-store.ts'
import { rawMail } from './raw-mail.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-mails-'))
})
afterEach(() => rm(folder, { recursive: true }))

const monday = Date.UTC(2026, 10, 23, 7, 12)

async function inboxWith(...mails: ReturnType<typeof rawMail>[]) {
  const store = await openMailStore(folder)
  const records = []
  for (const [index, mail] of mails.entries()) records.push(await store.keep(mail, monday + index * 60_000))
  const inbox = createInbox(store)
  const page = async (path: string) => {
    const answer = await inbox.request(path)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const [id] = records.map((record) => record.id)
  return { page, records, id: id ?? '', json: async (path: string) => JSON.parse((await page(path)).text) }
}

describe('the list', () => {
  it('shows the newest mail first, with its step, subject, addresses and time', async () => {
    const { page } = await inboxWith(
      rawMail({ subject: 'First', step: 'E01' }),
      rawMail({ subject: '=?UTF-8?Q?Gr=C3=B6=C3=9Fe?=', step: 'E02' }),
    )

    const { text } = await page('/')

    expect(text.indexOf('Größe')).toBeGreaterThan(0)
    expect(text.indexOf('Größe')).toBeLessThan(text.indexOf('First'))
    for (const part of ['E01', 'E02', 'ann@example.org', 'lessons@talkback.example', '07:12', '2026-11-23T07:12']) {
      expect(text).toContain(part)
    }
  })

  it('shows only the mails to an address, by a part of it in any case', async () => {
    const { page } = await inboxWith(rawMail({ to: 'ann@example.org' }), rawMail({ to: 'bob@example.org' }))
    const { text } = await page('/?to=BOB@')
    expect(text).toContain('<td>bob@example.org</td>')
    expect(text).not.toContain('<td>ann@example.org</td>')
  })

  it('says what to do when there is none', async () => {
    const { page } = await inboxWith()
    expect((await page('/')).text).toContain('Sign up on the site')
    const { text } = await page('/?to=%22%3E%3Cscript%3E')
    expect(text).toContain('No mail to an address with')
    expect(text).not.toContain('<script>')
  })

  it('shows itself anew without script, and asks whether to with it', async () => {
    const { page, records, json } = await inboxWith(rawMail())
    const { text } = await page('/')
    expect(text).toMatch(/<noscript><meta http-equiv="refresh"/)
    expect(text).toContain(`data-newest="${records[0]?.id}"`)
    expect(await json('/api/newest')).toEqual({ newest: records[0]?.id })
  })

  it('survives a restart', async () => {
    await inboxWith(rawMail({ subject: 'Kept' }))
    const { page } = await inboxWith()
    expect((await page('/')).text).toContain('Kept')
  })
})

describe('one mail', () => {
  it('shows its HTML, text, source and headers', async () => {
    const { page, id } = await inboxWith(rawMail({ html: '<p>Hello <b>Ann</b></p>', text: 'Hello Ann' }))

    expect((await page(`/mails/${id}`)).text).toContain(`src="/mails/${id}/html"`)
    expect((await page(`/mails/${id}/html`)).text).toContain('<p>Hello <b>Ann</b></p>')
    expect((await page(`/mails/${id}?view=text`)).text).toMatch(/<pre>Hello Ann\s*<\/pre>/)
    const source = (await page(`/mails/${id}?view=raw`)).text
    expect(source).toContain('Content-Type: multipart/alternative')
    expect(source).toContain('&lt;p>Hello'.replace('>', '&gt;'))
    expect(source).toContain('<th scope="row">List-Unsubscribe-Post</th><td>List-Unsubscribe=One-Click</td>')
  })

  it('escapes what the mail says wherever the inbox shows it itself', async () => {
    const evil = '<script>alert(1)</script>'
    const { page, id } = await inboxWith(
      rawMail({ subject: evil, text: evil, html: evil, to: '"<script>"@example.org' }),
    )
    for (const path of ['/', `/mails/${id}`, `/mails/${id}?view=text`, `/mails/${id}?view=raw`]) {
      const { text } = await page(path)
      expect(text, path).not.toMatch(/<script>/)
      expect(text, path).toContain('&lt;script&gt;')
    }
  })

  it('cannot run a script or send a form, in the frame or out of it', async () => {
    const { page, id } = await inboxWith(rawMail({ html: '<script>alert(1)</script><form action="/"></form>' }))

    const frame = /<iframe[^>]*>/.exec((await page(`/mails/${id}`)).text)?.[0] ?? ''
    const { headers } = await page(`/mails/${id}/html`)

    const policy = headers.get('content-security-policy') ?? ''
    for (const sandbox of [/sandbox="([^"]*)"/.exec(frame)?.[1], /sandbox ([^;]*)/.exec(policy)?.[1]]) {
      expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation')
    }
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    expect(policy).toContain("form-action 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['<!doctype html><html><head><title>x</title></head>', '<!doctype html><html><head><base target="_top"><title>'],
    ['<!DOCTYPE html><p>x', '<!DOCTYPE html><base target="_top"><p>x'],
    ['<p>x', '<base target="_top"><p>x'],
  ])('opens its links in the tab around the frame: %s', async (html, start) => {
    const { page, id } = await inboxWith(rawMail({ html }))
    expect((await page(`/mails/${id}/html`)).text.startsWith(start)).toBe(true)
  })

  it('opens with its text when it has no HTML', async () => {
    const { page, id } = await inboxWith(rawMail({ text: 'Only words', html: null }))
    expect((await page(`/mails/${id}`)).text).toContain('<pre>Only words')
    expect((await page(`/mails/${id}?view=html`)).text).toContain('no HTML part')
  })

  it('that is not there is a 404 that says so', async () => {
    const { page } = await inboxWith()
    for (const path of ['/mails/x', '/mails/x/html', '/api/mails/x', '/mails/..%2Findex.jsonl']) {
      expect((await page(path)).status, path).toBe(404)
    }
  })
})

describe('the API for tests', () => {
  it('lists mails to an address, and gives one with its parts, links and headers', async () => {
    const html =
      '<a href="http://localhost:8080/c/1?a=1&amp;b=2">Start the path</a> <a class="x" href=\'http://localhost:8080/l\'>l</a>'
    const { json, id } = await inboxWith(rawMail({ html, text: 'See http://x.example', step: 'E01', subject: 'Hi' }))

    expect(await json('/api/mails?to=ann')).toEqual([
      {
        id,
        to: 'ann@example.org',
        from: 'lessons@talkback.example',
        subject: 'Hi',
        step: 'E01',
        sentAt: '2026-11-23T07:12:00.000Z',
        tags: { step: 'E01' },
      },
    ])
    expect(await json('/api/mails?to=bob')).toEqual([])
    const mail = await json(`/api/mails/${id}`)
    expect(mail).toMatchObject({
      id,
      step: 'E01',
      text: expect.stringContaining('See'),
      html: expect.stringContaining('Start'),
    })
    expect(mail.links).toEqual(['http://localhost:8080/c/1?a=1&b=2', 'http://localhost:8080/l'])
    expect(mail.headers).toContainEqual({ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' })
  })

  it('finds links in the text when there is no HTML, and none twice', async () => {
    const { json, id } = await inboxWith(rawMail({ html: null, text: 'http://a.example/1 <http://a.example/1>' }))
    expect((await json(`/api/mails/${id}`)).links).toEqual(['http://a.example/1'])
  })
})
