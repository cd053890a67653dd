/** A learner's own values, encoded so that they join with the compiled pieces of a mail. */
import { encode, wrap } from 'libqp'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Answers: this value as it stands in a quoted-printable part: escaped for HTML there, and ending where a new line
 * begins, so that whatever follows starts a line of its own.
 */
export function encodeSlot(value: string, part: 'text' | 'html'): string {
  return encodeChunk(
    part === 'html' ? value.replace(/[&<>"']/g, (character) => entities[character] ?? '') : value,
    'goes-on',
  )
}

/**
 * Answers: this text in quoted-printable, as if it began a line. One that goes on ends in a soft line break, unless it
 * ends a line by itself. Wrapped at 75, so that the `=` of that break still fits into 76 (RFC 2045, section 6.7).
 */
export function encodeChunk(text: string, then: 'goes-on' | 'end'): string {
  const encoded = wrap(encode(text.replace(/\r\n|\r|\n/g, '\r\n')), 75)
  return then === 'end' || encoded === '' || encoded.endsWith('\n') ? encoded : `${encoded}=\r\n`
}
