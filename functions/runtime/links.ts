/** Signed links. A token says whom it speaks of and what for; nobody can make one without the key. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { Failure } from '../domain/errors.ts'
import { hourMs, type Instant } from '../domain/instant.ts'
import type { PathId } from '../domain/path.ts'
import { packChecks, unpackChecks } from '../domain/recall.ts'
import type { LinkHolder, LinkPurpose, LinkSubject, Links } from '../journey/ports.ts'
import { sealLearner, unsealLearner } from './sealed-learner.ts'

export interface LinkKey {
  readonly id: string
  /** A key object: handed the bytes, an HMAC takes some five times as long, and every mail needs two. */
  readonly secret: KeyObject
}

/** Links that open settings or repeat a mail end; those that open a lesson, confirm or stop mail do not. */
const lifetimeHours: Readonly<Record<LinkPurpose, number | undefined>> = {
  confirm: undefined,
  lesson: undefined,
  leave: undefined,
  'go-on': undefined,
  'sign-in': 2,
  again: 24,
  'new-address': 24,
}

/** 128 bits are out of reach of guessing and keep links short enough for a text part. */
const macBytes = 16
/** Enough of an address's hash to tell it from any other that a learner may ask for. */
const hashCharacters = 16
const never = 0
const base = 36

/** Answers: the key of this name, its secret given in base64url. */
export function linkKey(id: string, secret: string): LinkKey {
  return { id, secret: createSecretKey(secret, 'base64url') }
}

/** Answers: the keys that a setting `id:secret,id:secret` names; the first one signs, all are accepted. */
export function readLinkKeys(setting: string): readonly LinkKey[] {
  return setting.split(',').map((pair) => {
    const [id = '', secret = ''] = pair.split(':')
    return linkKey(id, secret)
  })
}

interface TokenParts {
  /** All keys known now, the one that signs first. */
  readonly keys: () => readonly LinkKey[]
  /** Told of a token whose key is not among them: it may be newer than what is known here. */
  readonly onUnknownKey?: (id: string) => void
  readonly path: PathId
}

export interface LinksParts extends TokenParts {
  readonly siteUrl: string
}

export type SignedLinks = Links & ReturnType<typeof createTokens>

export function createLinks({ siteUrl, ...parts }: LinksParts): SignedLinks {
  const tokens = createTokens(parts)
  return {
    ...tokens,
    study(subject, step, checks) {
      // One signature for three links: it is the dearest part of composing a mail.
      const token = tokens.sign(
        'lesson',
        subject,
        never,
        checks.length === 0 ? undefined : step.id + packChecks(checks),
      )
      const lessonUrl = `${siteUrl}/lessons/${step.id}-${step.slug}?t=${token}`
      return { lessonUrl, doneUrl: `${lessonUrl}#done`, pathUrl: `${siteUrl}/path?t=${token}` }
    },
    confirm: (subject) => `${siteUrl}/confirm/${tokens.sign('confirm', subject, never)}`,
    signIn: (subject, now) => `${siteUrl}/path?t=${tokens.sign('sign-in', subject, now)}`,
    newAddress: (subject, addressHash, now) =>
      `${siteUrl}/new-address/${tokens.sign('new-address', subject, now, addressHash.slice(0, hashCharacters))}`,
    goOn: (subject) => `${siteUrl}/go-on/${tokens.sign('go-on', subject, never)}`,
    leave: (subject) => `${siteUrl}/leave/${tokens.sign('leave', subject, never)}`,
  }
}

function createTokens({ keys, onUnknownKey, path }: TokenParts) {
  const proofOf = (key: LinkKey, signed: string) =>
    createHmac('sha256', key.secret).update(`${path} ${signed}`).digest().subarray(0, macBytes).toString('base64url')

  return {
    /** Answers: a token for this purpose. `now` matters only to purposes that expire. */
    sign(purpose: LinkPurpose, subject: LinkSubject, now: Instant, suffix?: string): string {
      const [signing] = keys()
      if (signing === undefined) throw new TypeError('Links need at least one key')
      const hours = lifetimeHours[purpose]
      const expiresAt = hours === undefined ? never : now + hours * hourMs
      const learner = isSealed(purpose) ? sealLearner(signing.secret, subject.learner) : subject.learner
      const parts = [purpose, signing.id, learner, expiresAt.toString(base)]
      const signed = [...parts, ...(suffix === undefined ? [] : [suffix])].join('.')
      return `${signed}.${proofOf(signing, signed)}`
    },

    /** Whom the token speaks of. Throws `link-invalid` for what we did not sign for this, `link-expired` for too late. */
    read(token: string, purposes: readonly LinkPurpose[], now: Instant): LinkHolder {
      const signed = token.slice(0, Math.max(0, token.lastIndexOf('.')))
      const [purpose = '', keyId = '', named = '', expiry = '', suffix] = signed.split('.')
      const key = keys().find((candidate) => candidate.id === keyId)
      if (key === undefined) onUnknownKey?.(keyId)
      const isOurs = key !== undefined && isSame(token.slice(signed.length + 1), proofOf(key, signed))
      if (!isOurs || !purposes.some((wanted) => wanted === purpose)) throw invalid()
      const expiresAt = Number.parseInt(expiry, base)
      if (expiresAt !== never && now >= expiresAt) throw expired()
      const learner = isSealed(purpose) ? unsealLearner(key.secret, named) : named
      if (suffix === undefined) return { learner, path }
      if (purpose === 'new-address') return { learner, path, addressHash: suffix }
      return { learner, path, recall: { step: suffix.slice(0, 3), checks: unpackChecks(suffix.slice(3)) } }
    },
  }
}

/** What is handed to whoever types an address, not only to its owner. */
function isSealed(purpose: string): boolean {
  return purpose === 'again'
}

/** Compares the texts, not what they decode to: base64url reads several texts as the same bytes. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function invalid(): Failure {
  return new Failure(
    'link-invalid',
    'This link is not complete, or it is for something else.',
    'Open the link in the mail again, or copy it whole: mail programs sometimes cut long lines.',
  )
}

function expired(): Failure {
  return new Failure('link-expired', 'This link was good for a few hours, and they are over.', 'Ask for a fresh one.')
}
