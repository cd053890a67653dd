import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../functions/journey/compose.ts'
import { createLinks } from '../../functions/runtime/links.ts'
import { anyText } from '../support/any-text.ts'
import { compiledMail } from '../support/compiled-mail.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { composeSettings, mondayMorning, testKeys } from '../support/journey.ts'
import { pathFactory, stepFactory } from '../support/path.ts'

const path = pathFactory()
const links = createLinks({ keys: () => testKeys, siteUrl: composeSettings.siteUrl, path: path.id })
const composer = createComposer({
  catalog: { path, mail: compiledMail, page: () => undefined },
  links,
  settings: composeSettings,
})
const step = stepFactory()
const ada = enrolmentFactory({ name: 'Ada', attempt: 7 })

const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'))

describe('a step’s mail', () => {
  it('goes to the learner, tagged with whom, which step and which attempt', () => {
    const mail = composer.step(ada, step)

    expect(mail.to).toBe('ada@example.com')
    expect(mail.tags).toEqual({ learner: 'lrn_lou', path: 'engineer-to-producer', step: 'E01', attempt: '7' })
  })

  it('has tags that SES takes', () => {
    for (const mail of [composer.step(ada, step), composer.confirmation(ada), composer.signIn('a@b.c', ada, 0)]) {
      for (const [name, value] of Object.entries(mail.tags)) expect(`${name}${value}`).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
    }
  })

  it('holds the learner’s own links in both parts, as a mail program reads them', async () => {
    const { text = '', html = '' } = await PostalMime.parse(composer.step(ada, step).raw)

    const own = [...Object.values(links.study(ada, step, [])), links.leave(ada)]
    for (const url of own) {
      expect(text.split(/\s/)).toContain(url)
      expect(html.split(/\s/)).toContain(url)
    }
    expect(text).toContain('name: Ada')
    expect(text).toContain(composeSettings.postalAddress)
  })

  it('can be left with one click, at an address that stops it and nothing else', () => {
    const { raw } = composer.step(ada, step)

    const url = /^List-Unsubscribe: <(.+)>$/m.exec(headersOf(raw).replaceAll('\r', ''))?.[1] ?? ''
    expect(headersOf(raw)).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(url).toMatch(/^https:\/\/learn\.example\.org\/leave\//)
    expect(links.read(url.split('/').at(-1) ?? '', ['leave'], mondayMorning)).toMatchObject({ learner: 'lrn_lou' })
  })

  it('calls a learner without a name something', async () => {
    const { text } = await PostalMime.parse(composer.step(enrolmentFactory(), step).raw)

    expect(text).toContain('name: there')
  })
})

describe('a confirmation', () => {
  it('has no one-click way out, no leave link, and one link of its own', async () => {
    const { raw, tags } = composer.confirmation(ada)
    const { text } = await PostalMime.parse(raw)

    expect(headersOf(raw)).not.toContain('List-Unsubscribe')
    expect(raw).not.toContain('/leave/')
    expect(text).toContain(links.confirm(ada))
    expect(tags).toMatchObject({ step: 'confirm', attempt: '7' })
  })

  it('holds nothing that a person typed but their address', () => {
    const { raw } = composer.confirmation(enrolmentFactory({ name: 'BUY CHEAP TAPE' }))

    expect(raw).not.toMatch(/CHEAP/)
  })
})

describe('a sign-in mail', () => {
  it('holds a link that is good for two hours, and no way out', async () => {
    const { raw } = composer.signIn('ada@example.com', ada, mondayMorning)
    const { text = '' } = await PostalMime.parse(raw)

    expect(text.split(/\s/)).toContain(links.signIn(ada, mondayMorning))
    expect(headersOf(raw)).not.toContain('List-Unsubscribe')
  })
})

describe('any mail', () => {
  it('is ASCII in short lines with CRLF, whatever the name', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (name) => {
        const { raw } = composer.step(enrolmentFactory({ name }), step)

        expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
        const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
        expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
    )
  })

  it('has no name in any header, whatever it is: its headers are those of everybody', () => {
    const everybody = headersOf(composer.step(enrolmentFactory(), step).raw)

    fc.assert(
      fc.property(anyText(), (name) => {
        expect(headersOf(composer.step(enrolmentFactory({ name }), step).raw)).toBe(everybody)
      }),
    )
  })

  it.each(['Ada\r\nBcc: eve@example.com', 'Ada\r\n\r\n--=_test\r\nContent-Type: text/html\r\n\r\nEvil', '--=_test--'])(
    'keeps its shape under the name %j',
    async (name) => {
      const read = await PostalMime.parse(composer.step(enrolmentFactory({ name }), step).raw)

      expect(read.attachments).toEqual([])
      expect([read.bcc, read.to?.length]).toEqual([undefined, 1])
      expect(read.text).toContain(links.study(ada, step, []).lessonUrl)
      expect(read.html).toContain(links.study(ada, step, []).lessonUrl)
    },
  )

  it('escapes a name in HTML', async () => {
    const { html } = await PostalMime.parse(
      composer.step(enrolmentFactory({ name: '<script>alert(1)</script>' }), step).raw,
    )

    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>')
  })
})
