/**
 * A learner's id that only this service can read. The page after a sign-up answers whoever typed an address; the id itself would tell
 * them which certificate, and which passed-on lesson link, is its owner's.
 */
import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import type { LearnerId } from '../domain/enrolment.ts'

const cipher = 'aes-256-gcm'
/** NIST SP 800-38D: 96 bits for the nonce, 128 for the tag. */
const [nonceBytes, tagBytes] = [12, 16]

/** Answers: this id, sealed. No two are alike. */
export function sealLearner(secret: KeyObject, learner: LearnerId): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, sealKey(secret), nonce)
  const sealed = [nonce, sealing.update(learner), sealing.final(), sealing.getAuthTag()]
  return Buffer.concat(sealed).toString('base64url')
}

/** Answers: the id that was sealed with this secret. Throws for anything else. */
export function unsealLearner(secret: KeyObject, sealed: string): LearnerId {
  const bytes = Buffer.from(sealed, 'base64url')
  const opening = createDecipheriv(cipher, sealKey(secret), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opening.setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]).toString()
}

/** One secret signs and seals, by keys that tell nothing of each other. */
function sealKey(secret: KeyObject): Buffer {
  return createHmac('sha256', secret).update('seal').digest()
}
