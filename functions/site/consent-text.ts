/**
 * The sentence a learner agrees to. Its version is kept with the consent (GDPR art. 7.1), so a changed sentence needs a
 * new version, and the old ones stay in the history of this file.
 */
export const consentText = {
  version: '2026-11-23',
  sentence:
    'Send me the lessons of this path by email, at most one a day, at the days and the hour I chose. ' +
    'I can stop them at any time with one press in any mail.',
} as const

/** Answers: which sentence was this? Undefined for a version that this release does not know. */
export function sentenceOf(version: string): string | undefined {
  return version === consentText.version ? consentText.sentence : undefined
}
