import type { RawMail, SesFault } from './ses-protocol.ts'

const mailLimit = 10 * 1024 * 1024
const tagText = /^[A-Za-z0-9_-]{1,256}$/

/** What real SES refuses before it looks at the account, so that it is met here first. Undefined: nothing to refuse. */
export function refusal(mail: RawMail): SesFault | undefined {
  if (mail.raw.length === 0) return invalid('Missing required header: RawMessage.Data')
  if (mail.raw.length > mailLimit) return invalid('Message length is more than 10485760 bytes long')
  if (mail.destinations.length > 50) return invalid('Recipient count exceeds 50')
  const badAddress = mail.destinations.find((address) => !/^[\x20-\x7e]+@[\x20-\x7e]+$/.test(address))
  if (badAddress !== undefined) return invalid('Local address contains control or whitespace')
  const badTag = Object.entries(mail.tags).find(([name, value]) => !tagText.test(name) || !tagText.test(value))
  if (badTag) return invalid(`Invalid tag <${badTag.join('=')}>: only A-Z, a-z, 0-9, _ and - are allowed`)
  return undefined
}

function invalid(message: string): SesFault {
  return { name: 'InvalidParameterValue', message, status: 400 }
}
