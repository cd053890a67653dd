/** What only the store on DynamoDB must bear: answers that are lost, and deletes that fail half-way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedTable, startEmbeddedTable } from '../support/embedded-table.ts'
import { claimBy, dueEnrolment, entryOf, seven, strong } from './contract/stores.ts'

let table: EmbeddedTable
beforeEach(async () => {
  table = await startEmbeddedTable()
})
afterEach(() => table.close())

/** Lets the nth command of this name reach the table and loses its answer, so that the SDK sends it again. */
function loseAnswerOf(commandName: string, nth = 1): void {
  let seen = 0
  table.client.middlewareStack.add(
    (next, context) => async (sent) => {
      const answer = await next(sent)
      if (context.commandName !== commandName || ++seen !== nth) return answer
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', $metadata: {} })
    },
    { step: 'finalizeRequest', priority: 'low', name: 'loseAnswer' },
  )
}

/** From the nth on, commands of this name fail and never reach the table. */
function failFrom(commandName: string, nth: number): void {
  let seen = 0
  table.client.middlewareStack.add(
    (next, context) => async (sent) => {
      if (context.commandName === commandName && ++seen >= nth) throw new Error('The table does not answer')
      return next(sent)
    },
    { step: 'initialize', name: 'failFrom' },
  )
}

describe('a claim whose answer is lost', () => {
  it('is found to be one’s own, by its name', async () => {
    const enrolment = dueEnrolment()
    await table.store.createEnrolment(enrolment)
    loseAnswerOf('UpdateItemCommand')

    const taken = await table.store.claim(entryOf(enrolment), claimBy('ann'))

    expect(taken).toMatchObject({ attempt: 1, tries: 1, claim: { by: 'ann' } })
  })

  it('is not taken for one’s own when another worker holds the enrolment', async () => {
    const enrolment = dueEnrolment()
    await table.store.createEnrolment(enrolment)
    await table.store.claim(entryOf(enrolment), claimBy('ben'))
    failOnceBefore('UpdateItemCommand')

    expect(await table.store.claim(entryOf(enrolment), claimBy('ann'))).toBeUndefined()
  })

  /** The first try of this command never reaches the table, so that the refusal comes on a retry. */
  function failOnceBefore(commandName: string): void {
    let hasFailed = false
    table.client.middlewareStack.add(
      (next, context) => async (sent) => {
        if (context.commandName !== commandName || hasFailed) return next(sent)
        hasFailed = true
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', $metadata: {} })
      },
      { step: 'finalizeRequest', priority: 'low', name: 'failOnce' },
    )
  }
})

describe('an erasure that fails half-way', () => {
  it.each([1, 2, 3, 4])('at delete %i leaves the enrolment for the next tick, which finishes it', async (nth) => {
    const enrolment = dueEnrolment()
    const consent = { textVersion: '1', givenAt: seven, source: 'web' }
    await table.store.createEnrolment(enrolment)
    await table.store.createLearner({ id: enrolment.learner, address: enrolment.address, consent })
    await table.store.recordWork(enrolment, { step: 'E01', answers: { 'E01.1': 'knew' } })
    await table.store.recordDelivery({ ...enrolment, step: 'E01', attempt: 1 }, 'sent', seven)
    failFrom('DeleteItemCommand', nth)

    await expect(table.store.eraseLearner(enrolment)).rejects.toThrow('The table does not answer')
    const afterFailure = await strong(table.store, enrolment)
    const itemsAfterFailure = (await table.items()).length
    table.client.middlewareStack.remove('failFrom')
    await table.store.eraseLearner(enrolment)

    expect(afterFailure).toEqual(enrolment)
    expect(itemsAfterFailure).toBe(4 - (nth - 1))
    expect(await table.items()).toEqual([])
  })
})

describe('what the table holds', () => {
  it('of a brake is a tally that DynamoDB removes by itself, in seconds, counted from its first use', async () => {
    const brake = { what: 'source 203.0.113.7', window: '2027-03-01T06:00:00.000Z' }
    await table.store.countAgainst({ ...brake, expiresAt: 1_999 })
    await table.store.countAgainst({ ...brake, expiresAt: 9_999_999 })

    expect(await table.items()).toEqual([
      {
        pk: { S: 'BRAKE#source 203.0.113.7#2027-03-01T06:00:00.000Z' },
        sk: { S: 'BRAKE' },
        tally: { N: '2' },
        expiresAt: { N: '2' },
      },
    ])
  })

  it('of an enrolment that is due no more is nothing of the index', async () => {
    const enrolment = dueEnrolment()
    await table.store.createEnrolment(enrolment)

    await table.store.change(enrolment, { dueAt: null })

    const [item = {}] = await table.items()
    expect(Object.keys(item)).not.toContain('dueAt')
    expect(Object.keys(item)).not.toContain('dueShard')
  })

  it('of an address is no address', async () => {
    await table.store.createAddress('hash', { learner: 'lrn_lou' })
    await table.store.suppressAddress('hash', 'erased')

    expect(await table.items()).toEqual([
      { pk: { S: 'ADDRESS#hash' }, sk: { S: 'ADDRESS' }, learner: { S: 'lrn_lou' }, suppressed: { S: 'erased' } },
    ])
  })
})

describe('a failure that is no refusal', () => {
  it('is passed on: an update that did not happen is not taken for one that was refused', async () => {
    const enrolment = dueEnrolment()
    failFrom('UpdateItemCommand', 1)

    await expect(table.store.change(enrolment, { state: 'left' })).rejects.toThrow('The table does not answer')
  })
})
