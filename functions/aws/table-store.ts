/** The store on DynamoDB: each function one access pattern, each write one conditional write of one item. */
import type { EnrolmentKey } from '../domain/enrolment.ts'
import type { DueEntry, Store } from '../journey/ports.ts'
import { count, type Item, instant, readCount, readInstant, requiredText, text } from './attributes.ts'
import { certificateAttributes, readCertificate } from './certificate-item.ts'
import { consentIsAsRead } from './consent-attributes.ts'
import { enrolmentItem, readEnrolment } from './enrolment-item.ts'
import { claimUpdate, eventUpdate, holdUpdate, learnerUpdate, settleUpdate } from './enrolment-update.ts'
import {
  addressKey,
  brakeKey,
  certificateKey,
  certificatesPrefix,
  deliveriesPrefix,
  deliveryKey,
  dueIndexName,
  enrolmentKey,
  enrolmentOf,
  enrolmentsPrefix,
  learnerKey,
  stopKey,
  workKey,
  worksPrefix,
} from './keys.ts'
import {
  addressItem,
  answerAttributes,
  handInAttribute,
  learnerAttributes,
  learnerItem,
  readAddress,
  readDelivery,
  readLearner,
  readWork,
} from './learner-item.ts'
import type { Table } from './table.ts'

const exists = 'attribute_exists(pk)'

export function createTableStore(table: Table): Store {
  const partition = (learner: string) => learnerKey(learner).pk
  const findEnrolment: Store['findEnrolment'] = async (key, read = 'eventual') => {
    const item = await table.get(enrolmentKey(key), read)
    return item && readEnrolment(item)
  }

  return {
    async whatIsDue(shard, now, { limit, after }) {
      const items = await table.queryPage({
        IndexName: dueIndexName,
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
        ExpressionAttributeValues: { ':shard': text(shard), ':now': instant(now) },
        Limit: limit,
        ...(after ? { ExclusiveStartKey: dueKey(shard, after) } : {}),
      })
      return items.map(readDueEntry)
    },

    async claim(entry, claim) {
      const written = await table.update(enrolmentKey(entry), claimUpdate(entry, claim))
      if (written.done) return readEnrolment(written.item)
      if (!written.doubtful) return undefined
      const enrolment = await findEnrolment(entry, 'strong')
      return enrolment?.claim?.by === claim.by ? enrolment : undefined
    },

    async settle(enrolment, change, outcome) {
      return (await table.update(enrolmentKey(enrolment), settleUpdate(enrolment, change, outcome))).done
    },

    async holdUntilExpiry(enrolment) {
      const until = enrolment.claim?.until
      if (until === undefined) return false
      return (await table.update(enrolmentKey(enrolment), holdUpdate(enrolment, until))).done
    },

    async settleByEvent(enrolment, change, attempt) {
      return (await table.update(enrolmentKey(enrolment), eventUpdate(enrolment, change, attempt))).done
    },

    async change(enrolment, change) {
      return (await table.update(enrolmentKey(enrolment), learnerUpdate(enrolment, change))).done
    },

    findEnrolment,

    async findEnrolments(learner) {
      return (await table.queryAll(partition(learner), enrolmentsPrefix)).map(readEnrolment)
    },

    async findLearner(learner, read = 'eventual') {
      const item = await table.get(learnerKey(learner), read)
      return item && readLearner(learner, item)
    },

    async findAddress(hash) {
      const item = await table.get(addressKey(hash), 'strong')
      return item && readAddress(item)
    },

    async findWork(key) {
      return (await table.queryAll(partition(key.learner), worksPrefix(key.path))).map((item) =>
        readWork(key.path, item),
      )
    },

    async findDeliveries(key) {
      const items = await table.queryAll(partition(key.learner), deliveriesPrefix(key.path))
      return items.map((item) => readDelivery(key, item)).sort((a, b) => a.attempt - b.attempt)
    },

    async findCertificates(key) {
      const items = await table.queryAll(partition(key.learner), certificatesPrefix(key.path))
      return items.map((item) => readCertificate(key, item))
    },

    createAddress: (hash, record) => table.putNew(addressItem(hash, record)),
    createLearner: (learner) => table.putNew(learnerItem(learner)),
    createEnrolment: (enrolment) => table.putNew(enrolmentItem(enrolment)),

    async updateLearner(learner, read) {
      const remove = [
        ...(learner.name === undefined ? ['name'] : []),
        ...(learner.consent.confirmedAt ? [] : ['confirmedAt']),
      ]
      const update = { set: learnerAttributes(learner), remove, ...consentIsAsRead(read) }
      return (await table.update(learnerKey(learner.id), update)).done
    },

    async changeLearner(learner, change) {
      const fields = Object.entries(change)
      const set = fields.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      const remove = fields.filter(([, value]) => value === null).map(([name]) => name)
      const values = Object.fromEntries(set.map(([name, value]) => [name, text(value)]))
      return (await table.update(learnerKey(learner), { set: values, remove, when: [exists] })).done
    },

    async confirmConsent(learner, confirmedAt) {
      return (await table.update(learnerKey(learner), { set: { confirmedAt: instant(confirmedAt) }, when: [exists] }))
        .done
    },

    async suppressAddress(hash, reason, of) {
      // What is known of a complaint or a bounce outlives everything weaker that comes later.
      const isWeaker = reason !== 'complained'
      const when = [
        exists,
        ...(isWeaker ? ['NOT suppressed IN (:complained, :bounced)'] : []),
        ...(of === undefined ? [] : ['learner = :learner']),
      ]
      const values = {
        ...(isWeaker ? { complained: text('complained'), bounced: text('bounced') } : {}),
        ...(of === undefined ? {} : { learner: text(of) }),
      }
      return (await table.update(addressKey(hash), { set: { suppressed: text(reason) }, when, values })).done
    },

    async renewAddress(hash, learner) {
      const update = {
        set: { learner: text(learner) },
        remove: ['suppressed'],
        when: [exists, 'suppressed = :erased OR (suppressed = :bounced AND learner = :learner)'],
        values: { erased: text('erased'), bounced: text('bounced'), learner: text(learner) },
      }
      return (await table.update(addressKey(hash), update)).done
    },

    async recordWork(key, work) {
      await table.update(workKey(key, work.step), {
        set: { ...answerAttributes(work.answers), ...(work.handIn ? { handIn: handInAttribute(work.handIn) } : {}) },
        setOnce: work.doneAt === undefined ? {} : { doneAt: instant(work.doneAt) },
        when: [],
      })
    },

    async recordCertificate(key, certificate) {
      const remove = certificate.revokedAt === undefined ? ['revokedAt'] : []
      const set = certificateAttributes(certificate)
      await table.update(certificateKey(key, certificate.of), { set, remove, when: [] })
    },

    async recordDelivery(key, fact, at) {
      await table.update(deliveryKey(key), { setOnce: { [fact]: instant(at) }, when: [] })
    },

    async countAgainst({ what, window, expiresAt }) {
      const written = await table.update(brakeKey(what, window), {
        add: { tally: count(1) },
        // DynamoDB's TTL wants seconds.
        setOnce: { expiresAt: count(Math.ceil(expiresAt / 1000)) },
        when: [],
      })
      return written.done ? readCount(written.item['tally']) : 0
    },

    async eraseLearner(key) {
      const last = enrolmentKey(key)
      // What was written a moment ago must not be left behind.
      for (const item of await table.queryAll(last.pk, '', 'strong')) {
        const sk = requiredText(item, 'sk')
        if (sk !== last.sk) await table.delete({ pk: last.pk, sk })
      }
      await table.delete(last)
    },

    isSendingStopped: async () => (await table.get(stopKey, 'strong')) !== undefined,
    async stopSending() {
      await table.putNew({ pk: text(stopKey.pk), sk: text(stopKey.sk) })
    },
    resumeSending: () => table.delete(stopKey),
  }
}

function dueKey(shard: string, entry: DueEntry): Item {
  const { pk, sk } = enrolmentKey(entry)
  return { pk: text(pk), sk: text(sk), dueShard: text(shard), dueAt: instant(entry.dueAt) }
}

function readDueEntry(item: Item): DueEntry & EnrolmentKey {
  const key = enrolmentOf({ pk: requiredText(item, 'pk'), sk: requiredText(item, 'sk') })
  return { ...key, dueAt: readInstant(item['dueAt']) ?? 0 }
}
