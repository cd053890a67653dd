import { describe, expect, it } from 'vitest'
import { count, text, texts } from '../../functions/aws/attributes.ts'
import {
  claimUpdate,
  eventUpdate,
  holdUpdate,
  learnerUpdate,
  settleUpdate,
} from '../../functions/aws/enrolment-update.ts'
import { updateExpression } from '../../functions/aws/update-expression.ts'
import { enrolmentFactory } from '../support/enrolment.ts'

describe('an update', () => {
  it('puts each kind of write into its own clause, names and values behind placeholders', () => {
    const parameters = updateExpression({
      set: { state: text('left') },
      setOnce: { doneAt: text('now') },
      remove: ['claim', 'tries'],
      add: { rev: count(1), received: texts(['E01']) },
      when: ['attribute_exists(pk)'],
    })

    expect(parameters).toEqual({
      UpdateExpression: 'SET #w0 = :w0, #w1 = if_not_exists(#w1, :w1) REMOVE #w2, #w3 ADD #w4 :w2, #w5 :w3',
      ConditionExpression: '(attribute_exists(pk))',
      ExpressionAttributeNames: {
        '#w0': 'state',
        '#w1': 'doneAt',
        '#w2': 'claim',
        '#w3': 'tries',
        '#w4': 'rev',
        '#w5': 'received',
      },
      ExpressionAttributeValues: {
        ':w0': { S: 'left' },
        ':w1': { S: 'now' },
        ':w2': { N: '1' },
        ':w3': { SS: ['E01'] },
      },
    })
  })

  it('asks for all of its conditions, each in brackets of its own', () => {
    const { ConditionExpression } = updateExpression({ remove: ['a'], when: ['x = :x', 'a OR b'] })

    expect(ConditionExpression).toBe('(x = :x) AND (a OR b)')
  })

  it('keeps the names and values of its conditions', () => {
    const parameters = updateExpression({
      set: { claim: text('mine') },
      when: ['claim.#by = :by'],
      names: { '#by': 'by' },
      values: { by: text('ann') },
    })

    expect(parameters.ExpressionAttributeNames).toEqual({ '#by': 'by', '#w0': 'claim' })
    expect(parameters.ExpressionAttributeValues).toEqual({ ':by': { S: 'ann' }, ':w0': { S: 'mine' } })
  })

  it('without conditions, names or values says none: DynamoDB refuses empty ones', () => {
    expect(updateExpression({ remove: [], add: {}, set: {}, when: [] })).toEqual({ UpdateExpression: '' })
  })
})

describe('each write of an enrolment', () => {
  const claimed = enrolmentFactory({ attempt: 3, rev: 5, claim: { attempt: 3, by: 'ann', until: 900_000 } })
  const entry = { learner: claimed.learner, path: claimed.path, dueAt: 0 }

  it.each([
    ['claim', claimUpdate(entry, { by: 'ann', until: 900_000, now: 0 })],
    ['settle', settleUpdate(claimed, { received: ['E01'] }, 'settled')],
    ['release', settleUpdate(claimed, {}, 'released')],
    ['hold', holdUpdate(claimed, 900_000)],
    ['event', eventUpdate(claimed, { received: ['E01'] }, 3)],
    ['learner', learnerUpdate(claimed, { state: 'left' })],
  ])('%s requires that the item exists', (_kind, update) => {
    const comparesWithItem = update.when.filter((condition) => /^(attribute_exists|\w+ = :)/.test(condition))

    expect(comparesWithItem).not.toEqual([])
  })

  it('a claim names no step', () => {
    const { set, add } = claimUpdate(entry, { by: 'ann', until: 900_000, now: 0 })

    expect(Object.keys({ ...set, ...add })).toEqual(['claim', 'attempt', 'tries'])
  })

  it('a learner’s change writes neither claim nor tries nor attempt', () => {
    const { set, remove, add } = learnerUpdate(claimed, { state: 'left', dueAt: null, asked: null })

    const written = [...Object.keys({ ...set, ...add }), ...(remove ?? [])]
    expect(written.sort()).toEqual(['asked', 'dueAt', 'dueShard', 'rev', 'state'])
  })
})
