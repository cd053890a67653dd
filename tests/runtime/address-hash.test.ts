import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressHash } from '../../functions/runtime/address-hash.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const hash = createAddressHash(() => key(2))

describe('the name under which an address is remembered', () => {
  it('never changes: whoever asked for no more mail must stay known', () => {
    // Worked out apart: openssl dgst -sha256 -mac HMAC -macopt hexkey:0202…02, in base64url.
    expect(hash('ada@example.com')).toBe('bKGuPmkGx2zix-h7ruBLS21iD23Ci0EclOh7QBMHxig')
  })

  it('is the same however the address is written', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.stringMatching(/^[ \t]{0,3}$/), (address, space) => {
        expect(hash(`${space}${address.toUpperCase()}${space}`)).toBe(hash(address.toLowerCase()))
      }),
    )
  })

  it('does not tell the address without the key', () => {
    expect(hash('ada@example.com')).not.toBe(createAddressHash(() => key(3))('ada@example.com'))
    expect(hash('ada@example.com')).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('is another one for another address', () => {
    expect(hash('ada@example.com')).not.toBe(hash('ada@example.org'))
  })
})
