/** Which steps reached a learner's mail server, and which came back. */
import type { StepId } from '../domain/path.ts'
import type { LinkSubject, Store } from './ports.ts'

export interface DeliveriesView {
  /** Steps that SES took; not those that count as received without having been sent. */
  readonly sent: ReadonlySet<StepId>
  /** Steps whose last mail the learner's server did not take: a full mailbox, or an address that took mail again later. */
  readonly cameBack: ReadonlySet<StepId>
}

export function createViewDeliveries({ store }: { store: Store }) {
  return async function viewDeliveries(subject: LinkSubject): Promise<DeliveriesView> {
    const deliveries = await store.findDeliveries(subject)
    // Newest last: the last of a step says what became of it.
    const lastOf = new Map(deliveries.map((delivery) => [delivery.step, delivery.facts]))
    const cameBack = [...lastOf].filter(([, facts]) => (facts['soft-bounced'] ?? facts['hard-bounced']) !== undefined)
    return { sent: new Set(lastOf.keys()), cameBack: new Set(cameBack.map(([step]) => step)) }
  }
}
