import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { message } from '../../functions/mail/message.ts'
import { anyText } from '../support/any-text.ts'
import { compiledMail } from '../support/compiled-mail.ts'
import { composeSettings } from '../support/journey.ts'

const { sender } = composeSettings
const envelope = { to: 'ada@example.com', mail: compiledMail('E01'), body: '--=_test--\r\n' }
const leaveUrl = 'https://learn.example.org/leave/leave.k1.lrn_lou.0.proof'

const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n')

describe('the headers of a mail', () => {
  it('of the path are exactly these, in this order', () => {
    const raw = message(sender, { ...envelope, leaveUrl })

    expect(headersOf(raw)).toEqual([
      'From: "Engineer to Producer" <lessons@talkback.example>',
      'To: <ada@example.com>',
      'Reply-To: <operator@talkback.example>',
      'Subject: E01',
      'List-Id: "Engineer to Producer" <engineer-to-producer.learn.example.org>',
      'Auto-Submitted: auto-generated',
      `List-Unsubscribe: <${leaveUrl}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="=_test"',
    ])
  })

  it('of a mail that a person asked for offer no one-click way out', () => {
    const raw = message(sender, envelope)

    expect(raw).not.toContain('List-Unsubscribe')
    expect(headersOf(raw)).toHaveLength(8)
  })

  it('leave Date and Message-ID to SES', () => {
    expect(message(sender, { ...envelope, leaveUrl })).not.toMatch(/^(Date|Message-ID):/im)
  })

  it('stand each once, end in CRLF and are apart from the body by an empty line', () => {
    const raw = message(sender, { ...envelope, leaveUrl })

    const names = headersOf(raw).map((line) => line.split(':')[0])
    expect(new Set(names).size).toBe(names.length)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(raw.endsWith(`\r\n\r\n${envelope.body}`)).toBe(true)
  })

  it('are read by a mail program as they were meant', async () => {
    const read = await PostalMime.parse(message(sender, { ...envelope, leaveUrl }))

    expect(read).toMatchObject({
      from: { name: 'Engineer to Producer', address: 'lessons@talkback.example' },
      to: [{ address: 'ada@example.com' }],
      replyTo: [{ address: 'operator@talkback.example' }],
      subject: 'E01',
    })
  })
})

describe('an address', () => {
  it.each([
    ['a line of its own', 'ada@example.com\r\nBcc: eve@example.com'],
    ['a line feed', 'ada@example.com\nBcc: eve@example.com'],
    ['a carriage return', 'ada@example.com\rBcc: eve@example.com'],
    ['a second address', 'ada@example.com,eve@example.com'],
    ['another list', 'ada@example.com;eve@example.com'],
    ['a closing bracket', 'ada@example.com> <eve@example.com'],
    ['a space', 'ada @example.com'],
    ['a tab', 'ada\t@example.com'],
    ['nothing', ''],
    ['letters that SES cannot send to', 'ädä@example.com'],
    ['a null', 'ada@example.com\0'],
  ])('that holds %s is refused: it could break out of its header', (_what, to) => {
    expect(() => message(sender, { ...envelope, to })).toThrow(TypeError)
  })

  it('whatever it is, never adds a header or a recipient', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyText(), fc.emailAddress()), (to) => {
        let raw: string | undefined
        try {
          raw = message(sender, { ...envelope, to })
        } catch {
          return
        }
        expect(headersOf(raw)).toHaveLength(8)
        expect(headersOf(raw)[1]).toBe(`To: <${to}>`)
        expect(to).not.toMatch(/[\s,;<>]/)
      }),
    )
  })
})
