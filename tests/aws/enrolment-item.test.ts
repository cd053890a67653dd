import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enrolmentItem, readEnrolment } from '../../functions/aws/enrolment-item.ts'
import type { Enrolment, EnrolmentState, StuckReason } from '../../functions/domain/enrolment.ts'
import type { Weekday } from '../../functions/domain/pace.ts'
import { enrolmentFactory, instant } from '../support/enrolment.ts'
import { largestEnrolment } from '../support/largest-enrolment.ts'
import { longPath } from '../support/path.ts'
import { itemSize } from './item-size.ts'

/** One write unit (docs.aws.amazon.com, DynamoDB capacity mode): a byte more doubles every claim and settle. */
const oneWriteUnit = 1_024

const states: readonly EnrolmentState[] = [
  'pending',
  'active',
  'paused',
  'finished',
  'left',
  'undeliverable',
  'erasing',
]
const stuckReasons: readonly StuckReason[] = ['refused', 'unknown-fault', 'outcome-unknown', 'rejected']
const moment = fc.integer({ min: 0, max: instant('2099-12-31T23:59:59Z') })
const stepIds = fc.uniqueArray(fc.stringMatching(/^[A-Z]\d\d$/), { maxLength: 76 })
const count = fc.nat({ max: 9_999 })

const enrolments: fc.Arbitrary<Enrolment> = fc
  .record(
    {
      learner: fc.stringMatching(/^lrn_[a-z2-9]{1,16}$/),
      path: fc.stringMatching(/^[a-z]{1,10}(-[a-z]{1,9})?$/),
      address: fc.emailAddress(),
      name: fc.string(),
      state: fc.constantFrom(...states),
      pace: fc.record({
        days: fc.uniqueArray(
          fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
          { minLength: 1 },
        ),
        time: fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
        zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/ComodRivadavia'),
      }),
      received: stepIds.map((ids) => new Set(ids)),
      cleared: stepIds.map((ids) => new Set(ids)),
      lastSentAt: moment,
      briefAt: moment,
      seenAt: moment,
      asks: fc.nat({ max: 2 }),
      missed: fc.uniqueArray(fc.stringMatching(/^[A-Z]\d\d\.[1-9]$/), { minLength: 1, maxLength: 6 }),
      due: fc.record({ dueAt: moment, lane: fc.constantFrom('due', 'now', 'stuck') }),
      asked: fc.constantFrom('confirmation', 'next'),
      stuck: fc.constantFrom(...stuckReasons),
      rev: count,
      attempt: count,
      tries: count,
      floor: count,
      claim: fc.record({ by: fc.stringMatching(/^[a-z2-9]{12}$/), until: moment }),
    },
    {
      requiredKeys: [
        ...(['learner', 'path', 'address', 'state', 'pace', 'received', 'cleared'] as const),
        ...(['rev', 'attempt', 'tries', 'floor'] as const),
      ],
    },
  )
  .map(({ due, claim, ...rest }) => ({
    ...rest,
    ...due,
    // A claim's attempt is the enrolment's: only a claim counts it up.
    ...(claim === undefined ? {} : { claim: { ...claim, attempt: rest.attempt } }),
  }))

describe('the enrolment item', () => {
  it('says what the enrolment says, whatever it holds', () => {
    fc.assert(
      fc.property(enrolments, (enrolment) => {
        expect(readEnrolment(enrolmentItem(enrolment))).toEqual(enrolment)
      }),
      { numRuns: 300 },
    )
  })

  it('costs one write at the end of a path of 76 steps, with a long name, address, path id and zone', () => {
    const largest = largestEnrolment()
    const path = longPath()

    const size = itemSize(enrolmentItem(largest))

    expect(path.steps).toHaveLength(76)
    expect(Buffer.byteLength(largest.name ?? '')).toBe(60)
    expect(largest.address).toHaveLength(128)
    expect(largest.path).toHaveLength(20)
    expect(size).toBeLessThanOrEqual(oneWriteUnit)
    expect(size).toBeGreaterThan(oneWriteUnit / 2)
  })

  it('stands in the due index only with a due time', () => {
    const quiet = enrolmentItem(enrolmentFactory())
    const due = enrolmentItem(enrolmentFactory({ dueAt: 0, lane: 'now' }))

    expect(Object.keys(quiet)).not.toContain('dueShard')
    expect(due['dueShard']?.S).toMatch(/^NOW#\d$/)
    expect(due['dueAt']).toEqual({ S: '1970-01-01T00:00:00.000Z' })
  })

  it('holds no empty set, which DynamoDB refuses', () => {
    const item = enrolmentItem(enrolmentFactory())

    expect(Object.values(item).filter((value) => value.SS?.length === 0)).toEqual([])
  })

  it('is refused by name when it is not an enrolment', () => {
    const { zone: _zone, ...broken } = enrolmentItem(enrolmentFactory())

    expect(() => readEnrolment(broken)).toThrow('An item has no "zone": ENROLMENT#engineer-to-producer')
  })

  it('writes instants so that text order is time order', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = [a, b].map((dueAt) => enrolmentItem(enrolmentFactory({ dueAt }))['dueAt']?.S ?? '')
        expect(Math.sign(a - b)).toBe(first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1)
      }),
    )
  })
})
