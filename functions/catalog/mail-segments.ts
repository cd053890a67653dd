/** A mail cut at its slots, each piece already in transfer encoding (compiled.ts says what a piece promises). */
import { createHash } from 'node:crypto'
import { encodeChunk } from '../mail/slot-value.ts'
import type { CompiledMail, Slot } from './compiled.ts'
import { subjectHeader } from './mail-headers.ts'
import { slotOfMark, slotPattern } from './placeholders.ts'

/** Answers: the compiled mail of these two parts, which hold slot marks. */
export function cutMail(mail: { subject: string; text: string; html: string }): CompiledMail {
  // `=_` cannot occur in quoted-printable text, so no content can hold the boundary (RFC 2045, section 6.7).
  const boundary = `=_${createHash('sha256').update(`${mail.text}\0${mail.html}`).digest('hex').slice(0, 24)}`
  const cut = { literals: [''], slots: [] as Slot[] }
  const add = (literal: string) => {
    cut.literals[cut.literals.length - 1] += literal
  }
  for (const part of ['text', 'html'] as const) {
    add(`--${boundary}\r\n${partHeaders(part)}\r\n\r\n`)
    const pieces = mail[part].split(slotPattern)
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) add(encodeChunk(piece, index === pieces.length - 1 ? 'end' : 'goes-on'))
      else {
        cut.slots.push({ name: slotOfMark(piece), part })
        cut.literals.push('')
      }
    }
    add('\r\n')
  }
  add(`--${boundary}--\r\n`)
  return {
    subject: mail.subject,
    subjectHeader: subjectHeader(mail.subject),
    contentType: `multipart/alternative; boundary="${boundary}"`,
    ...cut,
    htmlBytes: Buffer.byteLength(mail.html),
  }
}

function partHeaders(part: Slot['part']): string {
  const type = part === 'text' ? 'plain' : 'html'
  return `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable`
}
