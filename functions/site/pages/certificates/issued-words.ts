import type { ShownCertificate } from '../../../journey/certificates.ts'
import { isoDayWords } from '../../words/when.ts'

/** "24 November 2026": the day by UTC, because the learner's own zone is nobody's business here. */
export function issuedWords({ issuedAt }: ShownCertificate): string {
  return isoDayWords(new Date(issuedAt).toISOString().slice(0, 10))
}
