/** The items of a person: address (no address in it), learner, work, delivery. */

import type { EnrolmentKey } from '../domain/enrolment.ts'
import type { DeliveryFact } from '../domain/feedback.ts'
import type { HandIn, Mark } from '../domain/hand-in.ts'
import type { AddressRecord, Delivery, DeliveryKey, Learner, Suppression, Work } from '../journey/ports.ts'
import { count, type Item, instant, readCount, readInstant, readText, requiredText, text } from './attributes.ts'
import { consentAttributes, readConsent } from './consent-attributes.ts'
import { addressKey, deliveriesPrefix, learnerKey, worksPrefix } from './keys.ts'

const answerPrefix = 'answer '

export function addressItem(hash: string, record: AddressRecord): Item {
  const { pk, sk } = addressKey(hash)
  const suppressed = record.suppressed === undefined ? {} : { suppressed: text(record.suppressed) }
  return { pk: text(pk), sk: text(sk), learner: text(record.learner), ...suppressed }
}

export function readAddress(item: Item): AddressRecord {
  const suppressed = readText(item['suppressed']) as Suppression | undefined
  return { learner: requiredText(item, 'learner'), ...(suppressed === undefined ? {} : { suppressed }) }
}

/** Everything of a learner but the key: what signing up again replaces. */
export function learnerAttributes(learner: Learner): Item {
  const { address, name, plan, newAddress, consent, earlierConsents } = learner
  return {
    address: text(address),
    ...(name === undefined ? {} : { name: text(name) }),
    ...(plan === undefined ? {} : { plan: text(plan) }),
    ...(newAddress === undefined ? {} : { newAddress: text(newAddress) }),
    ...consentAttributes(consent),
    ...(earlierConsents === undefined
      ? {}
      : { earlierConsents: { L: earlierConsents.map((earlier) => ({ M: consentAttributes(earlier) })) } }),
  }
}

export function learnerItem(learner: Learner): Item {
  const { pk, sk } = learnerKey(learner.id)
  return { pk: text(pk), sk: text(sk), ...learnerAttributes(learner) }
}

export function readLearner(id: string, item: Item): Learner {
  const name = readText(item['name'])
  const plan = readText(item['plan'])
  const newAddress = readText(item['newAddress'])
  const earlier = item['earlierConsents']?.L?.map(({ M = {} }) => readConsent(M))
  return {
    id,
    address: requiredText(item, 'address'),
    ...(name === undefined ? {} : { name }),
    ...(plan === undefined ? {} : { plan }),
    ...(newAddress === undefined ? {} : { newAddress }),
    consent: readConsent(item),
    ...(earlier === undefined ? {} : { earlierConsents: earlier }),
  }
}

export function answerAttributes(answers: Work['answers']): Item {
  return Object.fromEntries(Object.entries(answers).map(([check, verdict]) => [answerPrefix + check, text(verdict)]))
}

export function handInAttribute({ url, note, marks, at }: HandIn): Item[string] {
  const marked = Object.entries(marks).map(([criterion, mark]) => [criterion, count(mark)] as const)
  return {
    M: {
      at: instant(at),
      ...(url === undefined ? {} : { url: text(url) }),
      ...(note === undefined ? {} : { note: text(note) }),
      marks: { M: Object.fromEntries(marked) },
    },
  }
}

function readHandIn(item: Item | undefined): HandIn | undefined {
  if (item === undefined) return undefined
  const [url, note] = [readText(item['url']), readText(item['note'])]
  const marks = Object.entries(item['marks']?.M ?? {}).map(([criterion, mark]) => [criterion, readCount(mark) as Mark])
  return {
    ...(url === undefined ? {} : { url }),
    ...(note === undefined ? {} : { note }),
    marks: Object.fromEntries(marks),
    at: readInstant(item['at']) ?? 0,
  }
}

export function readWork(path: string, item: Item): Work {
  const doneAt = readInstant(item['doneAt'])
  const handIn = readHandIn(item['handIn']?.M)
  const answers = Object.entries(item)
    .filter(([name]) => name.startsWith(answerPrefix))
    .map(([name, value]) => [name.slice(answerPrefix.length), readText(value) === 'knew' ? 'knew' : 'missed'] as const)
  return {
    step: requiredText(item, 'sk').slice(worksPrefix(path).length),
    answers: Object.fromEntries(answers),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(handIn === undefined ? {} : { handIn }),
  }
}

const deliveryFacts: readonly DeliveryFact[] = [
  'sent',
  'delayed',
  'soft-bounced',
  'hard-bounced',
  'complained',
  'rejected',
]

export function readDelivery(key: EnrolmentKey, item: Item): Delivery {
  const [step = '', attempt = ''] = requiredText(item, 'sk').slice(deliveriesPrefix(key.path).length).split('#')
  const facts = deliveryFacts
    .map((fact) => [fact, readInstant(item[fact])] as const)
    .filter(([, at]) => at !== undefined)
  return { ...key, step, attempt: Number(attempt), facts: Object.fromEntries(facts) } satisfies DeliveryKey & Delivery
}
