/** The store in memory: the same conditions as on DynamoDB, held equal by `tests/aws/store-contract.test.ts`. */
import { triesAfterEvent } from '../../functions/aws/enrolment-update.ts'
import { shardOf } from '../../functions/aws/keys.ts'
import type { Certificate } from '../../functions/domain/certificate.ts'
import type { Enrolment, EnrolmentKey } from '../../functions/domain/enrolment.ts'
import type { AddressRecord, Delivery, DueEntry, Learner, Store, Work } from '../../functions/journey/ports.ts'
import { afterWriting, asWritten, isOwnClaim, withoutClaim } from './written-enrolment.ts'

/** Everything the store holds, to look at. */
interface StoreDump {
  /** By keyed hash. */
  readonly addresses: Readonly<Record<string, AddressRecord>>
  readonly learners: readonly Learner[]
  readonly enrolments: readonly Enrolment[]
  readonly certificates: readonly (EnrolmentKey & Certificate)[]
  readonly works: readonly (EnrolmentKey & Work)[]
  readonly deliveries: readonly Delivery[]
  /** By what is counted and its window. */
  readonly brakes: Readonly<Record<string, number>>
}

export type MemoryStore = Store & { dump(): StoreDump }

export function createMemoryStore(): MemoryStore {
  const addresses = new Map<string, AddressRecord>()
  const learners = new Map<string, Learner>()
  const enrolments = new Map<string, Enrolment>()
  const works = new Map<string, EnrolmentKey & Work>()
  const deliveries = new Map<string, Delivery>()
  const certificates = new Map<string, EnrolmentKey & Certificate>()
  const brakes = new Map<string, number>()
  let stopped = false
  /** The due index: shard → enrolment → entry. */
  const due = new Map<string, Map<string, DueEntry>>()

  const put = (enrolment: Enrolment) => {
    remove(enrolment)
    enrolments.set(keyOf(enrolment), enrolment)
    const { learner, path, dueAt, lane } = enrolment
    if (dueAt === undefined || lane === undefined) return
    const shard = shardOf(lane, learner)
    const entries = due.get(shard) ?? new Map<string, DueEntry>()
    due.set(shard, entries.set(keyOf(enrolment), { learner, path, dueAt }))
  }

  const remove = (key: EnrolmentKey) => {
    for (const lane of ['now', 'due', 'stuck'] as const) due.get(shardOf(lane, key.learner))?.delete(keyOf(key))
    enrolments.delete(keyOf(key))
  }

  /** Writes what `next` makes of the enrolment that stands there, or nothing where it does not exist or `next` refuses. */
  const update = (key: EnrolmentKey, next: (current: Enrolment) => Enrolment | undefined) => {
    const current = enrolments.get(keyOf(key))
    const written = current && next(current)
    if (written !== undefined) put(written)
    return written
  }

  return {
    async whatIsDue(shard, now, { limit, after }) {
      const entries = [...(due.get(shard)?.values() ?? [])].filter((entry) => entry.dueAt <= now).sort(byDueTime)
      return entries.filter((entry) => after === undefined || byDueTime(entry, after) > 0).slice(0, limit)
    },

    async claim(entry, { by, until, now }) {
      return update(entry, (current) => {
        const isFree = current.claim === undefined || current.claim.until <= now
        if (current.dueAt !== entry.dueAt || !isFree) return undefined
        const attempt = current.attempt + 1
        return { ...current, attempt, tries: current.tries + 1, claim: { attempt, by, until } }
      })
    },

    async settle(enrolment, change, outcome) {
      const written = update(enrolment, (current) => {
        if (!isOwnClaim(current, enrolment) || current.rev !== enrolment.rev) return undefined
        const tries = outcome === 'settled' ? 0 : current.tries - 1
        return { ...withoutClaim(afterWriting(current, change)), tries }
      })
      return written !== undefined
    },

    async holdUntilExpiry(enrolment) {
      const until = enrolment.claim?.until
      const written = update(enrolment, (current) => {
        const isMine = isOwnClaim(current, enrolment) && current.rev === enrolment.rev
        return isMine && current.dueAt !== undefined && until !== undefined ? { ...current, dueAt: until } : undefined
      })
      return written !== undefined
    },

    async settleByEvent(enrolment, change, attempt) {
      const clearsClaim = enrolment.claim !== undefined && enrolment.attempt === attempt
      const written = update(enrolment, (current) => {
        if (current.attempt !== enrolment.attempt || current.rev !== enrolment.rev) return undefined
        const next = afterWriting(current, change)
        const tries = triesAfterEvent(enrolment, change, attempt)
        return { ...(clearsClaim ? withoutClaim(next) : next), tries }
      })
      return written !== undefined
    },

    async change(enrolment, change) {
      const written = update(enrolment, (current) =>
        current.rev === enrolment.rev &&
        current.state !== 'erasing' &&
        (change.floor === undefined || current.attempt === enrolment.attempt)
          ? { ...afterWriting(current, change), rev: current.rev + 1 }
          : undefined,
      )
      return written !== undefined
    },

    findEnrolment: async (key) => enrolments.get(keyOf(key)),
    findEnrolments: async (learner) => [...enrolments.values()].filter((enrolment) => enrolment.learner === learner),
    findLearner: async (learner) => learners.get(learner),
    findAddress: async (hash) => addresses.get(hash),
    findWork: async (key) =>
      [...works.values()]
        .filter((work) => keyOf(work) === keyOf(key))
        .map(({ learner: _learner, path: _path, ...work }) => work)
        .sort((a, b) => (a.step < b.step ? -1 : 1)),
    findDeliveries: async (key) =>
      [...deliveries.values()]
        .filter((delivery) => keyOf(delivery) === keyOf(key))
        .sort((a, b) => a.attempt - b.attempt),

    findCertificates: async (key) =>
      [...certificates.values()]
        .filter((certificate) => keyOf(certificate) === keyOf(key))
        .map(({ learner: _learner, path: _path, ...certificate }) => certificate)
        .sort((a, b) => (a.of < b.of ? -1 : 1)),

    createAddress: async (hash, record) => putNew(addresses, hash, record),
    createLearner: async (learner) => putNew(learners, learner.id, learner),
    async createEnrolment(enrolment) {
      if (enrolments.has(keyOf(enrolment))) return false
      put(asWritten(enrolment))
      return true
    },

    async updateLearner(learner, read) {
      const known = learners.get(learner.id)
      const isAsRead = known?.consent.confirmedAt === read.confirmedAt && known?.consent.givenAt === read.givenAt
      if (known === undefined || !isAsRead) return false
      const { name: _name, ...kept } = known
      learners.set(learner.id, { ...kept, ...learner })
      return true
    },

    async changeLearner(id, change) {
      const learner = learners.get(id)
      if (learner === undefined) return false
      const next = Object.entries({ ...learner, ...change }).filter(([, value]) => value !== null)
      learners.set(id, Object.fromEntries(next) as unknown as Learner)
      return true
    },

    async confirmConsent(id, confirmedAt) {
      const learner = learners.get(id)
      if (learner !== undefined) learners.set(id, { ...learner, consent: { ...learner.consent, confirmedAt } })
      return learner !== undefined
    },

    async suppressAddress(hash, reason, of) {
      const address = addresses.get(hash)
      const isKept = address?.suppressed === 'complained' || address?.suppressed === 'bounced'
      if (address === undefined || (isKept && reason !== 'complained')) return false
      if (of !== undefined && address.learner !== of) return false
      addresses.set(hash, { ...address, suppressed: reason })
      return true
    },

    async renewAddress(hash, learner) {
      const address = addresses.get(hash)
      const isTheirsAgain = address?.suppressed === 'bounced' && address.learner === learner
      if (address?.suppressed !== 'erased' && !isTheirsAgain) return false
      addresses.set(hash, { learner })
      return true
    },

    async recordWork({ learner, path }, { step, answers, doneAt, handIn }) {
      const key = `${keyOf({ learner, path })} ${step}`
      const known = works.get(key)
      const firstDoneAt = known?.doneAt ?? doneAt
      const lastHandIn = handIn ?? known?.handIn
      works.set(key, {
        ...{ learner, path, step, answers: { ...known?.answers, ...answers } },
        ...(firstDoneAt === undefined ? {} : { doneAt: firstDoneAt }),
        ...(lastHandIn === undefined ? {} : { handIn: lastHandIn }),
      })
    },

    async recordCertificate(key, certificate) {
      certificates.set(`${keyOf(key)} ${certificate.of}`, { learner: key.learner, path: key.path, ...certificate })
    },

    async recordDelivery({ learner, path, step, attempt }, fact, at) {
      const key = `${keyOf({ learner, path })} ${step} ${attempt}`
      const facts = { [fact]: at, ...deliveries.get(key)?.facts }
      deliveries.set(key, { learner, path, step, attempt, facts })
    },

    async countAgainst({ what, window }) {
      const tally = (brakes.get(`${what} ${window}`) ?? 0) + 1
      brakes.set(`${what} ${window}`, tally)
      return tally
    },

    async eraseLearner({ learner }) {
      learners.delete(learner)
      for (const items of [works, deliveries, certificates]) {
        for (const [key, item] of items) if (item.learner === learner) items.delete(key)
      }
      for (const enrolment of enrolments.values()) if (enrolment.learner === learner) remove(enrolment)
    },

    isSendingStopped: async () => stopped,
    async stopSending() {
      stopped = true
    },
    async resumeSending() {
      stopped = false
    },

    dump: () => ({
      addresses: Object.fromEntries(addresses),
      learners: [...learners.values()],
      enrolments: [...enrolments.values()],
      works: [...works.values()],
      certificates: [...certificates.values()],
      deliveries: [...deliveries.values()],
      brakes: Object.fromEntries(brakes),
    }),
  }
}

const keyOf = ({ learner, path }: EnrolmentKey) => `${learner} ${path}`

/** By due time, then by key, so that a page can begin after any entry. */
function byDueTime(a: DueEntry, b: DueEntry): number {
  if (a.dueAt !== b.dueAt) return a.dueAt - b.dueAt
  return keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? -1 : 1
}

function putNew<T>(items: Map<string, T>, key: string, item: T): boolean {
  if (items.has(key)) return false
  items.set(key, item)
  return true
}
