/**
 * The sentences a learner agrees to, by version. The version is kept with the consent (GDPR art. 7.1), so a changed
 * sentence is a new line here, and the old ones stay: who agreed to them is shown theirs.
 */
const sentences: Readonly<Record<string, string>> = {
  '2026-11-23':
    'Send me the lessons of this path by email, at most one a day, at the days and the hour I chose. ' +
    'I can stop them at any time with one press in any mail.',
}

const version = '2026-11-23'

/** The one that is asked for now. */
export const consentText = { version, sentence: sentences[version] ?? '' } as const

/** Answers: which sentence was this? Undefined for a version that this release does not know. */
export function sentenceOf(version: string): string | undefined {
  return sentences[version]
}
