import { expect, test } from 'vitest'
import type { CompiledMail } from '../../functions/catalog/compiled.ts'
import { joinMail } from '../../functions/mail/join.ts'
import { compiledWith } from '../support/content.ts'
import { messageOf, readMessage, slotValues } from '../support/message.ts'

const { mails } = compiledWith()
const mailOf = (name: string): CompiledMail => {
  const mail = mails.get(name)
  if (!mail) throw new Error(`No mail ${name}.`)
  return mail
}

const nasty = {
  name: 'Zoë <b>&"é =?utf-8?Q?x?= 👩🏽‍🎤 =3D\t',
  doneUrl: `https://learn.example.org/done/${'aB3-_.~='.repeat(50)}?x=1&y=%20`,
  pathUrl: `https://learn.example.org/${'x'.repeat(400)}`,
  postalAddress: 'Straße 1\n--=_boundary--\n.\nFrom here',
}
const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

test.each([...mails.keys()])(
  'the mail %s is read alike by two parsers, every slot filled in both parts',
  async (name) => {
    const mail = mailOf(name)

    const reads = await readMessage(messageOf(mail))

    expect(reads['postal-mime']).toEqual(reads.mailparser)
    expect(reads.mailparser.subject).toBe(mail.subject)
    for (const { name: slot, part } of mail.slots) {
      expect(reads.mailparser[part]).toContain(part === 'html' ? escaped(slotValues[slot]) : slotValues[slot])
    }
    expect(reads.mailparser.text + reads.mailparser.html).not.toMatch(/[\uE000-\uE0FF]|\{\{/u)
  },
)

test.each([...mails.keys()])(
  'the mail %s brings nasty values intact, and escaped where they could do harm',
  async (name) => {
    const mail = mailOf(name)

    const reads = await readMessage(messageOf(mail, nasty))

    expect(reads['postal-mime']).toEqual(reads.mailparser)
    for (const { name: slot, part } of mail.slots) {
      if (!(slot in nasty)) continue
      const value = nasty[slot as keyof typeof nasty]
      expect(reads.mailparser[part]).toContain(part === 'html' ? escaped(value) : value)
    }
  },
)

test.each([...mails.keys()])('the message of %s is ASCII on lines of 76 characters at most', (name) => {
  const body = joinMail(mailOf(name), { ...slotValues, ...nasty })

  for (const line of body.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e]{0,76}$/)
})

test('a mail is not sent with a slot empty by mistake', () => {
  const { doneUrl, ...others } = slotValues

  expect(doneUrl).toBeDefined()
  expect(() => joinMail(mailOf('A01'), others)).toThrow(
    'The mail "A01 First lesson" needs a value for the slot doneUrl.',
  )
})

test('a value that is empty on purpose is sent as such', async () => {
  const reads = await readMessage(messageOf(mailOf('sign-in'), { name: '' }))

  expect(reads.mailparser.text).toContain('Hello .')
})

test('every piece before a slot ends where a new line begins, and there is one piece more than slots', () => {
  for (const mail of mails.values()) {
    expect(mail.literals).toHaveLength(mail.slots.length + 1)
    for (const literal of mail.literals.slice(0, -1)) expect(literal).toMatch(/^$|\r\n$/)
  }
})

test('the boundary follows from the content, so that the same content compiles to the same bytes', () => {
  expect(compiledWith().mails).toEqual(mails)
  expect(mailOf('A01').contentType).toMatch(/^multipart\/alternative; boundary="=_[0-9a-f]{24}"$/)
  expect(mailOf('A01').contentType).not.toBe(mailOf('A03').contentType)
})
