import { describe, expect, it } from 'vitest'
import { allowanceFor, costOf, totalOf } from '../../../infra/cost/bill.ts'
import { prices } from '../../../infra/cost/prices.ts'
import { marginalBudget, marginalShare } from '../../../infra/cost/report.ts'
import { sesPrice } from '../../../infra/cost/ses-plans.ts'
import { fixedParts, mailParts, mailsOfMonth, pageParts } from '../../../infra/cost/usage.ts'

const million = 1_000_000
const operation = { learners: 10_000, lessonsPerWeek: 2, pagesPerLesson: 1, mailsPerSecond: 14 }
const everything = [...mailParts(million, operation), ...pageParts(million), ...fixedParts(operation)]

describe('SES', () => {
  it.each([
    ['à la carte', 0, 0],
    ['à la carte', million, 100],
    ['Essentials', million, 160],
    ['Essentials', 10 * million, 1_600],
    ['Essentials', 11 * million, 1_600 + 140],
    ['Essentials', 100 * million, 1_600 + 90 * 140],
    ['Essentials', 101 * million, 1_600 + 90 * 140 + 110],
  ] as const)('%s takes for %i mails %i USD', (plan, mails, usd) => {
    expect(sesPrice(plan, mails)).toBeCloseTo(usd, 6)
  })
})

describe('all that is not SES', () => {
  it.each([14, 50, 200, 1_000])(
    'adds to a mail at most the budget’s share of SES à la carte, at %i a second',
    (rate) => {
      expect(marginalShare({ mailsPerSecond: rate })).toBeLessThanOrEqual(marginalBudget)
    },
  )

  it('says so when a slow account makes the function wait too long', () => {
    expect(marginalShare({ mailsPerSecond: 1 })).toBeGreaterThan(marginalBudget)
  })

  it('costs nothing by the mail when none is sent, and the fixed part all the same', () => {
    expect(totalOf(mailParts(0, operation))).toBe(0)
    expect(totalOf(fixedParts(operation))).toBeGreaterThan(0)
  })

  it('grows in step with the mails', () => {
    expect(totalOf(mailParts(2 * million, operation))).toBeCloseTo(2 * totalOf(mailParts(million, operation)), 6)
  })

  it('asks 3,110,400 queries a month while nothing is due', () => {
    const queries = fixedParts(operation).find(({ name }) => name === 'ticks: 3,110,400 queries')

    expect(queries?.usage.tableRead).toBe(43_200 * 37)
  })

  it('is spread over a year of weeks', () => {
    expect(mailsOfMonth(operation)).toBe(86_905)
  })
})

describe('prices', () => {
  it('each say where and when they were read, and each is used', () => {
    const used = new Set(everything.flatMap(({ usage }) => Object.keys(usage)))

    for (const [unit, { usd, source, date }] of Object.entries(prices)) {
      expect(usd, unit).toBeGreaterThan(0)
      expect(source, unit).not.toBe('')
      expect(date, unit).toMatch(/^20\d\d-\d\d(-\d\d)?$/)
      expect(used, unit).toContain(unit)
    }
  })

  it('count what is free once for all parts, and never more than what was used', () => {
    const part = (queueRequest: number) => ({ name: 'queue', usage: { queueRequest } })

    expect(allowanceFor([part(700_000)])).toBeCloseTo(0.28, 6)
    expect(allowanceFor([part(700_000), part(700_000)])).toBeCloseTo(0.4, 6)
    expect(allowanceFor(everything)).toBeLessThan(totalOf(everything))
    expect(costOf({})).toBe(0)
  })
})
