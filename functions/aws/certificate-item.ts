/** The certificate item, one for each stage and one for the path: in the learner's own partition, so that erasing takes it along. */
import type { Certificate } from '../domain/certificate.ts'
import type { EnrolmentKey } from '../domain/enrolment.ts'
import { type Item, instant, readInstant, requiredText, text } from './attributes.ts'
import { certificatesPrefix } from './keys.ts'

export function certificateAttributes(certificate: Certificate): Item {
  const { secret, name, issuedAt, revokedAt, withdrawnSecrets } = certificate
  return {
    secret: text(secret),
    name: text(name),
    issuedAt: instant(issuedAt),
    ...(revokedAt === undefined ? {} : { revokedAt: instant(revokedAt) }),
    ...(withdrawnSecrets === undefined ? {} : { withdrawnSecrets: { L: withdrawnSecrets.map(text) } }),
  }
}

export function readCertificate({ path }: EnrolmentKey, item: Item): Certificate {
  const revokedAt = readInstant(item['revokedAt'])
  const withdrawnSecrets = item['withdrawnSecrets']?.L?.map(({ S = '' }) => S)
  return {
    of: requiredText(item, 'sk').slice(certificatesPrefix(path).length),
    secret: requiredText(item, 'secret'),
    name: requiredText(item, 'name'),
    issuedAt: readInstant(item['issuedAt']) ?? 0,
    ...(revokedAt === undefined ? {} : { revokedAt }),
    ...(withdrawnSecrets === undefined ? {} : { withdrawnSecrets }),
  }
}
