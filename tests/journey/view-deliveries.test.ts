import { describe, expect, it } from 'vitest'
import { createViewDeliveries } from '../../functions/journey/view-deliveries.ts'
import { mondayMorning } from '../support/journey.ts'
import { createMemoryStore } from '../support/memory-store.ts'

const key = { learner: 'lrn_ada', path: 'engineer-to-producer' }

async function told(
  facts: readonly (readonly [step: string, attempt: number, fact: 'sent' | 'soft-bounced' | 'hard-bounced'])[],
) {
  const store = createMemoryStore()
  for (const [step, attempt, fact] of facts) await store.recordDelivery({ ...key, step, attempt }, fact, mondayMorning)
  return createViewDeliveries({ store })(key)
}

describe('what became of a learner’s mails', () => {
  it('is known of those that SES spoke of, and of no others', async () => {
    expect(await told([])).toEqual({ sent: new Set(), cameBack: new Set() })
    expect(await told([['E01', 1, 'sent']])).toEqual({ sent: new Set(['E01']), cameBack: new Set() })
  })

  it('is that it came back, until it was sent once more', async () => {
    const cameBack = [
      ['E01', 1, 'sent'],
      ['E01', 1, 'soft-bounced'],
    ] as const
    expect(await told(cameBack)).toMatchObject({ cameBack: new Set(['E01']) })
    expect(await told([...cameBack, ['E01', 2, 'sent']])).toMatchObject({ cameBack: new Set() })
    expect(await told([...cameBack, ['E02', 2, 'sent']])).toMatchObject({ cameBack: new Set(['E01']) })
  })

  it('shows a step as come back when the address refused it for good, as who came back never had it', async () => {
    const { cameBack } = await told([
      ['E01', 1, 'sent'],
      ['E02', 2, 'hard-bounced'],
    ])
    expect(cameBack).toEqual(new Set(['E02']))
  })

  it('is nobody else’s', async () => {
    const store = createMemoryStore()
    await store.recordDelivery({ ...key, learner: 'lrn_bea', step: 'E01', attempt: 1 }, 'sent', mondayMorning)
    expect(await createViewDeliveries({ store })(key)).toEqual({ sent: new Set(), cameBack: new Set() })
  })
})
