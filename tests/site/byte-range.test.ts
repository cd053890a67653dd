import { describe, expect, it } from 'vitest'
import { byteRange } from '../../functions/site/byte-range.ts'

describe('the part of 100 bytes that a header asks for', () => {
  it.each([
    ['bytes=0-1', { from: 0, to: 1 }],
    ['bytes=10-', { from: 10, to: 99 }],
    ['bytes=-30', { from: 70, to: 99 }],
    ['bytes=-300', { from: 0, to: 99 }],
    ['bytes=90-200', { from: 90, to: 99 }],
    ['bytes=99-99', { from: 99, to: 99 }],
    [undefined, 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=5-4', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=0-1', 'whole'],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
  ])('%s: %j', (header, part) => {
    expect(byteRange(header, 100)).toEqual(part)
  })
})
