/** Sign-in links by mail. */

import type { EnrolmentState } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import type { Path } from '../domain/path.ts'
import type { Brakes, Origin } from './brakes.ts'
import type { Composer } from './compose.ts'
import type { MailAtOnce } from './mail-at-once.ts'
import type { LinkSubject, Store } from './ports.ts'

const reachable: ReadonlySet<EnrolmentState> = new Set(['active', 'paused', 'finished'])

export interface MailSignInLinkParts {
  readonly store: Store
  readonly path: Path
  readonly brakes: Brakes
  readonly composer: Composer
  readonly mailAtOnce: MailAtOnce
  readonly hashAddress: (address: string) => string
}

export function createMailSignInLink(parts: MailSignInLinkParts) {
  const { store, path, brakes, composer, mailAtOnce, hashAddress } = parts

  async function mailTo(subject: LinkSubject, address: string, now: Instant): Promise<void> {
    if (!(await brakes.mayMailSignInLink(hashAddress(address), now))) return
    await mailAtOnce(composer.signIn(address, subject, now))
  }

  /** Only those who are on the way or through: nobody who left, or never confirmed, is written to. */
  async function forSubject(subject: LinkSubject, now: Instant): Promise<void> {
    const enrolment = await store.findEnrolment(subject)
    if (enrolment !== undefined && reachable.has(enrolment.state)) await mailTo(subject, enrolment.address, now)
  }

  return {
    mailTo,

    /** For an address that somebody typed: says nothing of whether it is known. */
    async forAddress(address: string, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      const found = await store.findAddress(hashAddress(address))
      if (found === undefined || found.suppressed !== undefined) return
      await forSubject({ learner: found.learner, path: path.id }, origin.now)
    },

    /** For the owner of a lesson link. */
    async forOwner(subject: LinkSubject, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      await forSubject(subject, origin.now)
    },
  }
}
