/** Everything that is kept of a learner, as one object to be taken away as JSON. */
import type { Instant } from '../domain/instant.ts'
import { findStep, type Path, type StepId } from '../domain/path.ts'
import { erased } from './erased.ts'
import type { LinkSubject, Store } from './ports.ts'

export type LearnerExport = Readonly<Record<string, unknown>>

export function createExportLearner(parts: { store: Store; path: Path; hashAddress: (address: string) => string }) {
  const { store, path, hashAddress } = parts

  /** Steps have their titles beside their ids, times are ISO 8601 in UTC: it can be read without this service. */
  return async function exportLearner(subject: LinkSubject, now: Instant): Promise<LearnerExport> {
    const learner = await store.findLearner(subject.learner, 'strong')
    const enrolment = await store.findEnrolment(subject, 'strong')
    if (learner === undefined || enrolment === undefined || enrolment.state === 'erasing') throw erased()
    const { claim: _claim, received, cleared, ...state } = enrolment
    const address = await store.findAddress(hashAddress(enrolment.address))
    return dated({
      exportedAt: now,
      course: { id: path.id, title: path.title },
      learner,
      address: { hash: hashAddress(enrolment.address), suppressed: address?.suppressed ?? null },
      enrolment: { ...state, received: [...received].map(named), cleared: [...cleared].map(named) },
      work: (await store.findWork(subject)).map(({ step, ...work }) => ({ ...named(step), ...work })),
      mails: (await store.findDeliveries(subject)).map(({ step, attempt, facts }) => ({
        ...named(step),
        attempt,
        facts,
      })),
      certificates: await store.findCertificates(subject),
    }) as LearnerExport
  }

  function named(step: StepId) {
    return { step, title: findStep(path, step)?.title ?? null }
  }
}

const instants: ReadonlySet<string> = new Set([
  'at',
  'sent',
  'delayed',
  'soft-bounced',
  'hard-bounced',
  'complained',
  'rejected',
])

/** The same with every instant as text, wherever it stands; what is undefined is left out, as JSON does. */
function dated(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && (name.endsWith('At') || instants.has(name))) return new Date(value).toISOString()
  if (Array.isArray(value)) return value.map((item) => dated(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, dated(item, key)]))
}
