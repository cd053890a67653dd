/** The evidence of consent (GDPR art. 7.1): which text, when, from where; all that was given, also by signing up again. */
import type { Instant } from '../domain/instant.ts'

export interface Consent {
  readonly textVersion: string
  readonly givenAt: Instant
  /** The internet address it came from. */
  readonly source: string
  readonly confirmedAt?: Instant
}

export interface Consents {
  /** The one the lessons are sent by. */
  readonly consent: Consent
  /** Those before it, oldest first. */
  readonly earlierConsents?: readonly Consent[]
}

/** Of consents that nobody confirmed: anybody can type an address, so their number has to end. */
const unconfirmedMost = 10

/** Answers: what is kept once this consent is given as well? The same one given twice, by a double press, is one. */
export function withConsent(before: Consents, consent: Consent): Consents {
  const all = [...(before.earlierConsents ?? []), before.consent].filter((earlier) => !isSame(earlier, consent))
  const unconfirmed = new Set(all.filter(({ confirmedAt }) => confirmedAt === undefined).slice(-unconfirmedMost))
  const earlierConsents = all.filter((earlier) => earlier.confirmedAt !== undefined || unconfirmed.has(earlier))
  return { consent, ...(earlierConsents.length === 0 ? {} : { earlierConsents }) }
}

/** Answers: did a path begin, by one of these consents that was confirmed? */
export function wasConfirmed(consents: Consents | undefined): boolean {
  const all = [consents?.consent, ...(consents?.earlierConsents ?? [])]
  return all.some((one) => one?.confirmedAt !== undefined)
}

function isSame(one: Consent, other: Consent): boolean {
  return (
    one.textVersion === other.textVersion &&
    one.givenAt === other.givenAt &&
    one.source === other.source &&
    one.confirmedAt === other.confirmedAt
  )
}
