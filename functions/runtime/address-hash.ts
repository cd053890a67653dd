import { createHmac } from 'node:crypto'

/**
 * Answers: under which name is this address remembered? A keyed hash, so that the table alone does not tell whether
 * somebody was here. The key is permanent: another one would forget who asked for no more mail.
 */
export function createAddressHash(key: () => string): (address: string) => string {
  return (address) =>
    createHmac('sha256', Buffer.from(key(), 'base64url')).update(address.trim().toLowerCase()).digest('base64url')
}
