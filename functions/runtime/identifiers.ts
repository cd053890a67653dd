import { randomInt } from 'node:crypto'

/** Lower case and digits without those that look alike: safe in tags, keys and links, and readable aloud. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 79 bits: no two learners ever meet, and nobody guesses one. */
const learnerIdLength = 16
const claimIdLength = 12

export const newLearnerId = (): string => `lrn_${randomText(learnerIdLength)}`
/** 59 bits beside the learner's own: nobody finds a certificate that they were not shown. */
export const newCertificateSecret = (): string => randomText(claimIdLength)
export const newClaimId = (): string => randomText(claimIdLength)

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
