/** Consents on the learner item: the present one as its own attributes, as rows of the first release have it, earlier ones as a list. */
import type { Consent } from '../journey/consent.ts'
import { type Item, instant, readInstant, requiredText, text } from './attributes.ts'
import type { Update } from './update-expression.ts'

export function consentAttributes({ textVersion, givenAt, source, confirmedAt }: Consent): Item {
  return {
    consentText: text(textVersion),
    consentAt: instant(givenAt),
    consentFrom: text(source),
    ...(confirmedAt === undefined ? {} : { confirmedAt: instant(confirmedAt) }),
  }
}

export function readConsent(item: Item): Consent {
  const confirmedAt = readInstant(item['confirmedAt'])
  return {
    textVersion: requiredText(item, 'consentText'),
    givenAt: readInstant(item['consentAt']) ?? 0,
    source: requiredText(item, 'consentFrom'),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  }
}

/** Answers: under which conditions may it be replaced? While nobody confirmed it, or gave another, since it was read. */
export function consentIsAsRead({ givenAt, confirmedAt }: Consent): Pick<Update, 'when' | 'values'> {
  const given = { given: instant(givenAt) }
  return confirmedAt === undefined
    ? { when: ['consentAt = :given', 'attribute_not_exists(confirmedAt)'], values: given }
    : {
        when: ['consentAt = :given', 'confirmedAt = :confirmed'],
        values: { ...given, confirmed: instant(confirmedAt) },
      }
}
