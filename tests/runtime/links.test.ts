import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { hourMs } from '../../functions/domain/instant.ts'
import type { LinkPurpose } from '../../functions/journey/ports.ts'
import { createLinks, readLinkKeys } from '../../functions/runtime/links.ts'
import { anyText } from '../support/any-text.ts'
import { stepFactory } from '../support/path.ts'

const now = Date.parse('2027-03-01T06:00:00Z')
const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const linksWith = (keys: string, path = 'engineer-to-producer') =>
  createLinks({ keys: () => readLinkKeys(keys), siteUrl: 'https://learn.example.org', path })

const links = linksWith(`k1:${secret(1)}`)
const subject = { learner: 'lrn_lou', path: 'engineer-to-producer' }
const purposes: readonly LinkPurpose[] = ['confirm', 'lesson', 'sign-in', 'leave', 'again']

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return 'read'
}

describe('a token', () => {
  it.each(purposes)('for %s says whom it speaks of', (purpose) => {
    expect(links.read(links.sign(purpose, subject, now), [purpose], now)).toEqual(subject)
  })

  it.each(
    purposes.flatMap((purpose) =>
      purposes.filter((other) => other !== purpose).map((other) => [purpose, other] as const),
    ),
  )('for %s is none for %s', (purpose, other) => {
    expect(codeOf(() => links.read(links.sign(purpose, subject, now), [other], now))).toBe('link-invalid')
  })

  it('for one of several purposes is read where any of them will do', () => {
    expect(links.read(links.sign('lesson', subject, now), ['sign-in', 'lesson'], now)).toEqual(subject)
  })

  it.each([
    ['sign-in', 2],
    ['again', 24],
  ] as const)('for %s is good for %i hours, to the millisecond', (purpose, hours) => {
    const token = links.sign(purpose, subject, now)

    expect(codeOf(() => links.read(token, [purpose], now + hours * hourMs - 1))).toBe('read')
    expect(codeOf(() => links.read(token, [purpose], now + hours * hourMs))).toBe('link-expired')
  })

  it.each(['confirm', 'lesson', 'leave'] as const)('for %s never ends, and is the same each time', (purpose) => {
    const token = links.sign(purpose, subject, now)

    expect(links.sign(purpose, subject, now + 1)).toBe(token)
    expect(codeOf(() => links.read(token, [purpose], now + 50 * 365 * 24 * hourMs))).toBe('read')
  })

  it('that whoever types an address is handed tells nothing of whose it is, nor that two are the same one’s', () => {
    const [one, two] = [links.sign('again', subject, now), links.sign('again', subject, now)]

    expect(one).not.toBe(two)
    for (const token of [one, Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')])
      expect(token).not.toContain('lou')
  })

  it('of another key is refused', () => {
    const forged = linksWith(`k1:${secret(9)}`).sign('leave', subject, now)

    expect(codeOf(() => links.read(forged, ['leave'], now))).toBe('link-invalid')
  })

  it('of another path is refused', () => {
    const other = linksWith(`k1:${secret(1)}`, 'other-path').sign('leave', subject, now)

    expect(codeOf(() => links.read(other, ['leave'], now))).toBe('link-invalid')
  })

  it('with any single character changed is refused', () => {
    const characters = fc.oneof(
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/=~ '),
      anyText({ minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...purposes), fc.nat(), characters, (purpose, place, character) => {
        const token = links.sign(purpose, subject, now)
        const at = place % token.length
        fc.pre(token[at] !== character)

        const changed = token.slice(0, at) + character + token.slice(at + 1)

        expect(codeOf(() => links.read(changed, purposes, now))).toBe('link-invalid')
      }),
      { numRuns: 3_000 },
    )
  })

  it('with any one end cut off, or anything added, is refused', () => {
    const token = links.sign('lesson', subject, now)

    for (let length = 0; length < token.length; length++) {
      expect(codeOf(() => links.read(token.slice(0, length), ['lesson'], now))).toBe('link-invalid')
    }
    for (const added of ['A', '=', '.', '.x', ' ', '\n', '%']) {
      expect(codeOf(() => links.read(token + added, ['lesson'], now))).toBe('link-invalid')
      expect(codeOf(() => links.read(added + token, ['lesson'], now))).toBe('link-invalid')
    }
  })

  it('that is any text at all is refused and breaks nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          anyText(),
          fc.array(fc.string(), { maxLength: 7 }).map((s) => s.join('.')),
        ),
        (text) => {
          expect(codeOf(() => links.read(text, purposes, now))).toBe('link-invalid')
        },
      ),
    )
  })
})

describe('a lesson link', () => {
  const step = stepFactory({ id: 'E08', slug: 'latency' })
  const tokenOf = (url: string) => new URL(url).searchParams.get('t') ?? ''
  const token = tokenOf(links.study(subject, step, ['E07.2', 'E03.1']).lessonUrl)

  it('carries what its mail asked from memory, signed, in a few characters', () => {
    expect(links.read(token, ['lesson'], now)).toEqual({
      ...subject,
      recall: { step: 'E08', checks: ['E07.2', 'E03.1'] },
    })
    expect(token.length - tokenOf(links.study(subject, step, []).lessonUrl).length).toBe('.E08E072E031'.length)
  })

  it('with other questions, or none, is refused', () => {
    for (const forged of [
      token.replace('E072', 'E073'),
      token.replace('.E08E072E031', ''),
      token.replace('E08E', 'E09E'),
    ]) {
      expect(codeOf(() => links.read(forged, ['lesson'], now))).toBe('link-invalid')
    }
  })
})

describe('keys', () => {
  it('rotate: the first one signs, the old ones are still read', () => {
    const old = links.sign('lesson', subject, now)
    const rotated = linksWith(`k2:${secret(2)},k1:${secret(1)}`)

    const fresh = rotated.sign('lesson', subject, now)

    expect(fresh.split('.')[1]).toBe('k2')
    expect([old, fresh].map((token) => codeOf(() => rotated.read(token, ['lesson'], now)))).toEqual(['read', 'read'])
    expect(codeOf(() => links.read(fresh, ['lesson'], now))).toBe('link-invalid')
  })

  it('that are retired are read no more', () => {
    const old = links.sign('lesson', subject, now)

    expect(codeOf(() => linksWith(`k2:${secret(2)}`).read(old, ['lesson'], now))).toBe('link-invalid')
  })

  it('are needed', () => {
    const none = createLinks({ keys: () => [], siteUrl: '', path: 'p' })

    expect(() => none.sign('lesson', subject, now)).toThrow(TypeError)
  })
})

describe('links', () => {
  it('lead to the pages of the site, each with a token of its own purpose', () => {
    const step = stepFactory({ id: 'E07', slug: 'gain-staging' })

    const token = (purpose: LinkPurpose) => links.sign(purpose, subject, now)
    const lessonUrl = `https://learn.example.org/lessons/E07-gain-staging?t=${token('lesson')}`
    const pathUrl = `https://learn.example.org/path?t=${token('lesson')}`
    expect(links.study(subject, step, [])).toEqual({ lessonUrl, doneUrl: `${lessonUrl}#done`, pathUrl })
    expect(links.signIn(subject, now)).toBe(`https://learn.example.org/path?t=${token('sign-in')}`)
    expect(links.confirm(subject)).toBe(`https://learn.example.org/confirm/${token('confirm')}`)
    expect(links.leave(subject)).toBe(`https://learn.example.org/leave/${token('leave')}`)
  })

  it('need no encoding in an address', () => {
    for (const purpose of purposes) expect(links.sign(purpose, subject, now)).toMatch(/^[A-Za-z0-9._-]+$/)
  })
})
