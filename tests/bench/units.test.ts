import { describe, expect, it } from 'vitest'
import type { Item } from '../../functions/aws/attributes.ts'
import { itemSize } from '../aws/item-size.ts'
import { indexWriteUnits, readCost, readUnits, writeCost, writeUnits } from './units.ts'

const kilobyte = 1_024
const sized = (bytes: number): Item => ({ a: { S: 'x'.repeat(bytes - 1) } })
const due = (shard: string, dueAt: string, more: Item = {}): Item => ({
  pk: { S: 'LEARNER#lrn_lou' },
  sk: { S: 'ENROLMENT#small' },
  dueShard: { S: shard },
  dueAt: { S: dueAt },
  ...more,
})
const { dueShard: _, dueAt: __, ...notDue } = due('DUE#01', '2027-03-01T06:00:00.000Z')

describe('read units, by the examples of AWS’s developer guide', () => {
  it('reads 3,500 bytes for the price of 4 KB', () => {
    expect(readUnits(3_500, 'strong')).toBe(1)
  })

  it('asks 2 units for 8 KB read strongly and 1 read eventually', () => {
    expect(readUnits(8 * kilobyte, 'strong')).toBe(2)
    expect(readUnits(8 * kilobyte, 'eventual')).toBe(1)
  })

  it('rounds an item of 10 KB to 12 KB', () => {
    expect(readUnits(10 * kilobyte, 'strong')).toBe(3)
  })

  it('sums what a query read before it rounds: ten items of 40.8 KB together are 44 KB', () => {
    const items = Array.from({ length: 10 }, () => sized(Math.round(4.08 * kilobyte)))
    expect(readCost(items, 'strong')).toBe(11)
  })

  it('rounds 1,500 items of 64 bytes to 96 KB', () => {
    const items = Array.from({ length: 1_500 }, () => sized(64))
    expect(readCost(items, 'eventual')).toBe(12)
  })

  it('charges for what is not there', () => {
    expect(readCost([], 'strong')).toBe(1)
    expect(readCost([], 'eventual')).toBe(0.5)
  })
})

describe('write units, by the examples of AWS’s developer guide', () => {
  it('writes 500 bytes for the price of 1 KB', () => {
    expect(writeUnits(500)).toBe(1)
  })

  it('needs one unit at exactly 1 KB and two a byte later', () => {
    expect(writeUnits(kilobyte)).toBe(1)
    expect(writeUnits(kilobyte + 1)).toBe(2)
  })

  it('counts the larger of the item before and after, even if one attribute changed', () => {
    expect(writeCost(sized(2 * kilobyte), sized(500))).toBe(2)
    expect(writeCost(sized(500), sized(2 * kilobyte))).toBe(2)
  })

  it('charges a failed condition for the item it found, or for one unit', () => {
    expect(writeCost(sized(1_500), sized(1_500))).toBe(2)
    expect(writeCost(undefined, undefined)).toBe(1)
  })
})

describe('writes of the due index', () => {
  const before = due('DUE#01', '2027-03-01T06:00:00.000Z')

  it('takes two writes to move a key: out of its old place, into the new one', () => {
    expect(indexWriteUnits(before, due('DUE#01', '2027-03-02T06:00:00.000Z'))).toBe(2)
    expect(indexWriteUnits(before, due('NOW#1', '2027-03-01T06:00:00.000Z'))).toBe(2)
  })

  it('takes one write to enter the index, and one to leave it', () => {
    expect(indexWriteUnits(notDue, before)).toBe(1)
    expect(indexWriteUnits(before, notDue)).toBe(1)
    expect(indexWriteUnits(before, undefined)).toBe(1)
  })

  it('takes none when an attribute changes that the index does not hold', () => {
    expect(indexWriteUnits(before, due('DUE#01', '2027-03-01T06:00:00.000Z', { tries: { N: '1' } }))).toBe(0)
    expect(indexWriteUnits(notDue, notDue)).toBe(0)
  })

  it('makes a claim one unit and a settle that moves the due time three', () => {
    const claimed = due('DUE#01', '2027-03-01T06:00:00.000Z', { tries: { N: '1' } })
    expect(writeCost(before, claimed)).toBe(1)
    expect(writeCost(claimed, due('DUE#01', '2027-03-02T06:00:00.000Z'))).toBe(3)
  })
})

describe('item size, by CapacityUnitCalculations', () => {
  it('counts names and UTF-8 bytes, and two digits of a number to the byte', () => {
    expect(itemSize({ name: { S: 'Zoë' } })).toBe(4 + 4)
    expect(itemSize({ number: { N: '27' } })).toBe(6 + 1 + 1)
    expect(itemSize({ number: { N: '12345' } })).toBe(6 + 3 + 1)
  })

  it('adds 3 bytes to a map, and 1 for each element', () => {
    expect(itemSize({ claim: { M: { by: { S: 'abc' } } } })).toBe(5 + 3 + 1 + 2 + 3)
  })
})
