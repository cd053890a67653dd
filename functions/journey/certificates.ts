/** Certificates: issued when they are earned, looked up by anybody with their address, withdrawn by one press. */
import { type Certificate, type CertificateOf, earned, readShownName } from '../domain/certificate.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import type { Path } from '../domain/path.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

/** What anybody sees: nothing of the learner but the name they chose. */
export type ShownCertificate = Pick<Certificate, 'of' | 'name' | 'issuedAt'>

export interface CertificatesView {
  readonly earned: readonly CertificateOf[]
  readonly issued: readonly (ShownCertificate & { readonly id: string })[]
}

export function createCertificates(parts: { store: Store; path: Path; newSecret: () => string }) {
  const { store, path, newSecret } = parts

  return {
    /** Answers its public id. Once more under another name keeps the id; after a withdrawal it is a new one. */
    async issueCertificate(subject: LinkSubject, of: CertificateOf, typedName: string, now: Instant): Promise<string> {
      const name = readShownName(typedName)
      const enrolment = await store.findEnrolment(subject, 'strong')
      if (enrolment === undefined || enrolment.state === 'erasing') throw erased()
      if (!(await earnedBy(enrolment)).includes(of)) throw notEarned()
      const before = await ofLearner(subject, of)
      const issuedAt = before?.issuedAt ?? now
      const secret = before === undefined || before.revokedAt !== undefined ? newSecret() : before.secret
      await store.recordCertificate(subject, { of, secret, name, issuedAt, ...withdrawnBefore(before) })
      return publicId(subject, { of, secret })
    },

    /** Its address opens nothing any more. */
    async revokeCertificate(subject: LinkSubject, of: CertificateOf, now: Instant): Promise<void> {
      const certificate = await ofLearner(subject, of)
      if (certificate === undefined || certificate.revokedAt !== undefined) return
      await store.recordCertificate(subject, { ...certificate, revokedAt: now })
    },

    /** What is earned, and what was issued of it with its public id. */
    async viewCertificates(subject: LinkSubject): Promise<CertificatesView> {
      const enrolment = await store.findEnrolment(subject)
      const issued = await store.findCertificates(subject)
      return {
        earned: enrolment === undefined ? [] : await earnedBy(enrolment),
        issued: issued
          .filter(({ revokedAt }) => revokedAt === undefined)
          .map((certificate) => ({ ...shown(certificate), id: publicId(subject, certificate) })),
      }
    },

    /** Undefined when there is none with this id; one that another has come after is withdrawn. */
    async findCertificate(id: string): Promise<ShownCertificate | 'withdrawn' | undefined> {
      const [, learner, of, secret] = /^(lrn_[a-z0-9]+)-([a-z0-9-]+)-([a-z0-9]+)$/.exec(id) ?? []
      if (learner === undefined || of === undefined) return undefined
      const certificate = await ofLearner({ learner, path: path.id }, of)
      if (certificate === undefined || secret === undefined) return undefined
      if (certificate.withdrawnSecrets?.includes(secret)) return 'withdrawn'
      if (certificate.secret !== secret) return undefined
      return certificate.revokedAt === undefined ? shown(certificate) : 'withdrawn'
    },
  }

  async function earnedBy(enrolment: Enrolment): Promise<readonly CertificateOf[]> {
    const works = await store.findWork(enrolment)
    const handedIn = new Set(works.filter(({ handIn }) => handIn !== undefined).map(({ step }) => step))
    return earned(path, enrolment, handedIn)
  }

  async function ofLearner(subject: LinkSubject, of: CertificateOf): Promise<Certificate | undefined> {
    return (await store.findCertificates(subject)).find((certificate) => certificate.of === of)
  }
}

/** It names the item that holds it: erasing the learner erases it, with no second item to forget. */
function publicId({ learner }: LinkSubject, { of, secret }: Pick<Certificate, 'of' | 'secret'>): string {
  return `${learner}-${of}-${secret}`
}

function withdrawnBefore(before: Certificate | undefined): Pick<Certificate, 'withdrawnSecrets'> {
  if (before === undefined) return {}
  const { withdrawnSecrets = [], secret, revokedAt } = before
  const all = revokedAt === undefined ? withdrawnSecrets : [...withdrawnSecrets, secret]
  return all.length === 0 ? {} : { withdrawnSecrets: all }
}

function shown({ of, name, issuedAt }: Certificate): ShownCertificate {
  return { of, name, issuedAt }
}

function notEarned(): Failure {
  return new Failure(
    'certificate-not-earned',
    'A certificate is for a stage whose steps are all behind you and whose project you handed in.',
    'Look at your path for what is missing.',
  )
}
