/** Sign-up must not be a weapon: whatever the source, an address gets few mails that nobody confirmed. */
import { Failure } from '../domain/errors.ts'
import { dayMs, hourMs, type Instant } from '../domain/instant.ts'
import type { Store } from './ports.ts'

const confirmationsPerAddressAndDay = 3
const signInLinksPerAddressAndDay = 5
const requestsPerSourceAndHour = 60

export interface Brakes {
  mayMailConfirmation(addressHash: string, now: Instant): Promise<boolean>
  mayMailSignInLink(addressHash: string, now: Instant): Promise<boolean>
  /** Throws for a source that asks very often; a classroom behind one address of the network still gets through. */
  refuseBusySource(origin: Origin): Promise<void>
}

/** Where a request comes from, and when. */
export interface Origin {
  readonly source: string
  readonly now: Instant
}

/** Counters that DynamoDB's TTL removes; each question counts. Windows are UTC days and hours. */
export function createBrakes({ store }: { store: Store }): Brakes {
  const isWithin = async (what: string, windowMs: number, most: number, now: Instant) => {
    const start = Math.floor(now / windowMs) * windowMs
    const window = new Date(start).toISOString()
    return (await store.countAgainst({ what, window, expiresAt: start + 2 * windowMs })) <= most
  }
  return {
    mayMailConfirmation: (hash, now) => isWithin(`confirm ${hash}`, dayMs, confirmationsPerAddressAndDay, now),
    mayMailSignInLink: (hash, now) => isWithin(`sign-in ${hash}`, dayMs, signInLinksPerAddressAndDay, now),
    async refuseBusySource({ source, now }) {
      if (await isWithin(`source ${source}`, hourMs, requestsPerSourceAndHour, now)) return
      throw new Failure(
        'too-many-requests',
        'Very many requests came from your network within this hour.',
        'Try again in an hour.',
      )
    },
  }
}
