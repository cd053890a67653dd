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
