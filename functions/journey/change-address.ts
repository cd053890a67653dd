/**
 * A learner's mail goes to another address once that one has said yes. The learner item, written last, remembers what is
 * under way: a press that was cut off is done again by the next, from the beginning.
 */
import { mayMoveAddress, moveAddress } from '../domain/address.ts'
import { Failure } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { notAllowed } from '../domain/moves.ts'
import type { Path } from '../domain/path.ts'
import { asDeed } from '../domain/silence.ts'
import type { Brakes, Origin } from './brakes.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { Composer } from './compose.ts'
import { erased } from './erased.ts'
import type { MailAtOnce } from './mail-at-once.ts'
import type { AddressRecord, Learner, LinkHolder, LinkSubject, Store } from './ports.ts'

export interface ChangeAddressParts {
  readonly store: Store
  readonly path: Path
  readonly brakes: Brakes
  readonly composer: Composer
  readonly mailAtOnce: MailAtOnce
  readonly hashAddress: (address: string) => string
}

export function createChangeAddress(parts: ChangeAddressParts) {
  const { store, path, brakes, composer, mailAtOnce, hashAddress } = parts

  /** For who has counted the source already: a second time would tell that the address is known. */
  async function askAddress(subject: LinkSubject, address: string, now: Instant): Promise<void> {
    const enrolment = await store.findEnrolment(subject, 'strong')
    const learner = await store.findLearner(subject.learner, 'strong')
    if (enrolment === undefined || learner === undefined || enrolment.state === 'erasing') throw erased()
    if (!mayMoveAddress(enrolment) || learner.consent.confirmedAt === undefined) {
      throw notAllowed('change the address', enrolment)
    }
    const hash = hashAddress(address)
    if (!isFreeFor(subject, await store.findAddress(hash))) return
    if (!(await brakes.mayMailConfirmation(hash, now))) return
    if (!(await store.changeLearner(subject.learner, { newAddress: address }))) throw erased()
    await mailAtOnce(composer.newAddress(address, subject, hash, now))
  }

  return {
    askAddress,

    /**
     * Asks the new address. Answers alike whether or not somebody else has it; what differs is only whether a mail goes
     * out. The same address once more is the way back for one that did not take mail for a while.
     */
    async requestAddressChange(subject: LinkSubject, address: string, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      await askAddress(subject, address, origin.now)
    },

    /** The button that the new address got was pressed. */
    async confirmAddressChange(holder: LinkHolder, now: Instant): Promise<'changed' | 'already'> {
      const learner = await store.findLearner(holder.learner, 'strong')
      if (learner === undefined) throw erased()
      const { newAddress } = learner
      const isOf = (address: string) => holder.addressHash !== undefined && isSameStart(address, holder.addressHash)
      if (newAddress === undefined || !isOf(newAddress)) {
        if (isOf(learner.address)) return 'already'
        throw overtaken()
      }
      const enrolments = await store.findEnrolments(holder.learner)
      // Before the address is taken: a refused move must not keep it from whoever signs up with it.
      for (const enrolment of enrolments) {
        if (!mayMoveAddress(enrolment)) throw notAllowed('change the address', enrolment)
      }
      await takeAddress(hashAddress(newAddress), holder)
      for (const { path: id } of enrolments) {
        const key = { learner: holder.learner, path: id }
        await changeEnrolment(store, key, (enrolment) =>
          asDeed(enrolment, moveAddress(path, enrolment, newAddress, now), now),
        )
      }
      await leaveOldAddress(learner, newAddress, holder)
      await store.changeLearner(holder.learner, { address: newAddress, newAddress: null })
      return 'changed'
    },
  }

  function isSameStart(address: string, addressHash: string): boolean {
    return hashAddress(address).startsWith(addressHash)
  }

  async function takeAddress(hash: string, { learner }: LinkSubject): Promise<void> {
    if (await store.createAddress(hash, { learner })) return
    await store.renewAddress(hash, learner)
    const now = await store.findAddress(hash)
    if (now?.learner === learner && now.suppressed === undefined) return
    throw new Failure(
      'address-taken',
      'That address cannot be used: it has its own path by now, or asked for no mail.',
      'Choose another address on your path.',
    )
  }

  /** A person may sign up with it again, as somebody new; what is known of a complaint or a bounce stays. */
  async function leaveOldAddress({ address }: Learner, newAddress: string, subject: LinkSubject): Promise<void> {
    const old = hashAddress(address)
    if (old === hashAddress(newAddress)) return
    const isReachable = (await store.findAddress(old))?.suppressed === undefined
    // The notice first: cut off between the two, it comes twice rather than never.
    if (isReachable) await mailAtOnce(composer.oldAddress(address, subject))
    await store.suppressAddress(old, 'erased', subject.learner)
  }
}

/** Nobody else's, and nobody asked it to be left alone. */
function isFreeFor({ learner }: LinkSubject, record: AddressRecord | undefined): boolean {
  if (record === undefined || record.suppressed === 'erased') return true
  return record.learner === learner && record.suppressed !== 'complained'
}

function overtaken(): Failure {
  return new Failure(
    'link-expired',
    'Another address was asked for after this one, or the change was made long ago.',
    'Open your path to see where the lessons go, and ask again if that is wrong.',
  )
}
