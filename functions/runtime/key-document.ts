/**
 * Link keys as they are kept in Secrets Manager: a JSON object from key id to secret. A key that was added later says from
 * when it signs, so that every function knows it before anybody meets a link made with it.
 *
 * `{"k1": "<secret>", "k2": {"secret": "<secret>", "signsFrom": "2027-03-01T08:00:00.000Z"}}`
 */
import * as v from 'valibot'
import type { Instant } from '../domain/instant.ts'
import { type LinkKey, linkKey } from './links.ts'

/** At least 32 bytes. A generated secret of letters and digits is read as base64url too. */
export const secretText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,}$/, 'must be at least 32 bytes in base64url'))
const laterKey = v.object({ secret: secretText, signsFrom: v.pipe(v.string(), v.isoTimestamp()) })
const keyDocument = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(v.pipe(v.string(), v.regex(/^k\d+$/)), v.union([secretText, laterKey])),
  v.check((keys) => Object.keys(keys).length > 0),
)

type KeyDocument = v.InferOutput<typeof keyDocument>

const signsFromOf = (entry: KeyDocument[string]): Instant =>
  typeof entry === 'string' ? 0 : Date.parse(entry.signsFrom)

function parse(text: string): KeyDocument {
  const result = v.safeParse(keyDocument, text)
  if (result.success) return result.output
  // Without what was found: it is secret.
  throw new Error(
    'The secret with the link keys cannot be read as keys. Restore its previous version: infra/RUNBOOK.md, "Keys".',
  )
}

/** Answers: which keys are there, the one that signs now first? */
export function readKeyDocument(text: string, now: Instant): readonly LinkKey[] {
  const keys = Object.entries(parse(text)).map(([id, entry]) => ({
    ...linkKey(id, typeof entry === 'string' ? entry : entry.secret),
    signsFrom: signsFromOf(entry),
  }))
  // Keys that do not sign yet come last; of the others the newest signs.
  return keys.sort((a, b) => Number(a.signsFrom > now) - Number(b.signsFrom > now) || b.signsFrom - a.signsFrom)
}

export interface AddedKey {
  readonly id: string
  readonly document: string
}

/** Answers: the same keys and one more, which signs from then on. Nothing is taken away: old mails keep working. */
export function withKeyAdded(text: string, secret: string, signsFrom: Instant): AddedKey {
  const keys = parse(text)
  const id = `k${Math.max(...Object.keys(keys).map((known) => Number(known.slice(1)))) + 1}`
  const entry = { secret, signsFrom: new Date(signsFrom).toISOString() }
  return { id, document: JSON.stringify({ ...keys, [id]: entry }) }
}

/** Answers: from when does the newest key sign? */
export function newestSignsFrom(text: string): Instant {
  return Math.max(...Object.values(parse(text)).map(signsFromOf))
}
