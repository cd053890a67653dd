/** One contract, kept by the store on DynamoDB and by the one in memory that all other tests stand on. */
import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../functions/journey/ports.ts'
import { claimContract } from './contract/claims.ts'
import { dueContract } from './contract/due.ts'
import { eventContract } from './contract/events.ts'
import { peopleContract } from './contract/people.ts'
import { recordContract } from './contract/records.ts'
import { settleContract } from './contract/settles.ts'
import { stores } from './contract/stores.ts'

describe.each(stores)('the store on $kind', ({ open }) => {
  let opened: { readonly store: Store; close(): Promise<void> }
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())
  const store = () => opened.store

  claimContract(store)
  settleContract(store)
  eventContract(store)
  dueContract(store)
  peopleContract(store)
  recordContract(store)
})
