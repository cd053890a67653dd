import { describe, expect, it } from 'vitest'
import { newClaimId, newLearnerId } from '../../functions/runtime/identifiers.ts'

describe('identifiers', () => {
  it('of learners are safe in tags, keys and links, and hold no letters that look alike', () => {
    for (let made = 0; made < 1_000; made++) expect(newLearnerId()).toMatch(/^lrn_[abcdefghjkmnpqrstuvwxyz2-9]{16}$/)
  })

  it('of claims are short: they stand in an item that must stay small', () => {
    expect(newClaimId()).toMatch(/^[abcdefghjkmnpqrstuvwxyz2-9]{12}$/)
  })

  it('do not meet', () => {
    const made = Array.from({ length: 20_000 }, newLearnerId)

    expect(new Set(made).size).toBe(made.length)
  })
})
