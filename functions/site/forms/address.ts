import { domainToASCII } from 'node:url'
import * as v from 'valibot'

// RFC 5321 section 4.5.3.1: 64 octets before the @, 254 for the whole path without its brackets.
const localBytesMax = 64
const addressBytesMax = 254

/**
 * SES carries 7-bit addresses: a domain such as `bücher.example` as its A-label (RFC 5891), local parts without SMTPUTF8. Quoted
 * local parts are legal, but nobody's real address.
 */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

const missing = 'An email address is needed to send the lessons to. Type yours, for example ana@example.org.'
const malformed = 'This does not read as an email address. It has one @ and a domain after it, such as ana@example.org.'
const tooLong = `This address is longer than ${addressBytesMax} characters, more than mail can carry. Use a shorter one.`

export const address = v.pipe(
  v.string(missing),
  v.trim(),
  v.nonEmpty(missing),
  v.maxBytes(addressBytesMax, tooLong),
  v.check(isAddress, malformed),
  v.transform(withAsciiDomain),
  v.check((text) => !text.endsWith('@'), malformed),
  v.maxBytes(addressBytesMax, tooLong),
)

function withAsciiDomain(text: string): string {
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  return /^[ -~]*$/.test(domain) ? text : text.slice(0, at + 1) + domainToASCII(domain)
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const labels = text.slice(at + 1).split('.')
  return (
    at > 0 &&
    local.length <= localBytesMax &&
    localPart.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}
