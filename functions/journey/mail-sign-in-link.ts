/** Sign-in links by mail. */

import type { EnrolmentState } from '../domain/enrolment.ts'
import { Failure, type FailureCode } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import type { Path } from '../domain/path.ts'
import type { Brakes, Origin } from './brakes.ts'
import type { Composer } from './compose.ts'
import type { MailAtOnce } from './mail-at-once.ts'
import type { LinkSubject, Store } from './ports.ts'

const reachable: ReadonlySet<EnrolmentState> = new Set(['active', 'paused', 'finished'])

const nothingToComeBackTo: ReadonlySet<FailureCode> = new Set(['move-not-allowed', 'link-expired'])

/** Who asks: somebody who typed an address, or the owner of a link from one of its mails. */
type Asked = 'by-address' | 'by-link'

export interface MailSignInLinkParts {
  readonly store: Store
  readonly path: Path
  readonly brakes: Brakes
  readonly composer: Composer
  readonly mailAtOnce: MailAtOnce
  readonly hashAddress: (address: string) => string
  /** Asks an address whether it wants the lessons, within the brakes of confirmations. */
  readonly askAddress: (subject: LinkSubject, address: string, now: Instant) => Promise<void>
}

export function createMailSignInLink(parts: MailSignInLinkParts) {
  const { store, path, brakes, composer, mailAtOnce, hashAddress, askAddress } = parts

  async function mailTo(subject: LinkSubject, address: string, now: Instant): Promise<void> {
    if (!(await brakes.mayMailSignInLink(hashAddress(address), now))) return
    await mailAtOnce(composer.signIn(address, subject, now))
  }

  /**
   * Those who are on the way or through. Who left is written to when they ask with a link of their own, to erase what is
   * left of them, and never for an address that anybody can type. Who never confirmed is not.
   */
  async function forSubject(subject: LinkSubject, now: Instant, asked: Asked): Promise<void> {
    const enrolment = await store.findEnrolment(subject)
    if (enrolment === undefined) return
    const { address, state } = enrolment
    if (state === 'undeliverable') return wayBack(subject, address, now)
    if ((await store.findAddress(hashAddress(address)))?.suppressed !== undefined) return
    if (reachable.has(state) || (state === 'left' && asked === 'by-link')) await mailTo(subject, address, now)
  }

  /** An address that did not take mail for a while is asked whether it wants the lessons again. */
  async function wayBack(subject: LinkSubject, address: string, now: Instant): Promise<void> {
    try {
      await askAddress(subject, address, now)
    } catch (cause) {
      // Never confirmed, or erased at this moment: there is nothing to come back to, and nobody is told.
      if (!(cause instanceof Failure && nothingToComeBackTo.has(cause.code))) throw cause
    }
  }

  return {
    mailTo,
    wayBack,

    /** For an address that somebody typed: says nothing of whether it is known. */
    async forAddress(address: string, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      const found = await store.findAddress(hashAddress(address))
      if (found !== undefined) await forSubject({ learner: found.learner, path: path.id }, origin.now, 'by-address')
    },

    /** For the owner of a lesson link. */
    async forOwner(subject: LinkSubject, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      await forSubject(subject, origin.now, 'by-link')
    },
  }
}
