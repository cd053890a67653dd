/**
 * What AWS charges, in USD, us-east-1, by list. Other Regions cost up to a quarter more. `free` is what every account gets
 * each month for ever; what is free for a year, or for new accounts, is left out.
 */
export type Unit =
  | 'tableWrite'
  | 'tableRead'
  | 'tableGbMonth'
  | 'backupGbMonth'
  | 'topicPublish'
  | 'queueRequest'
  | 'functionRequest'
  | 'functionGbSecond'
  | 'scheduledTick'
  | 'httpRequest'
  | 'transferGb'
  | 'logGb'
  | 'metric'
  | 'alarmMetric'
  | 'dashboard'
  | 'secret'
  | 'secretRequest'

export interface Price {
  readonly usd: number
  /** How many units that buys. @default 1 */
  readonly per?: number
  readonly free?: number
  /** Where it was read. `recalled`: nowhere, so look before you rely on it. */
  readonly source: string
  /** When it was read, or published. */
  readonly date: string
}

const million = 1_000_000
const cloudWatch = { source: 'cloudburn.io/blog/amazon-cloudwatch-pricing, quoting AWS', date: '2026-02' }

export const prices: Readonly<Record<Unit, Price>> = {
  tableWrite: { usd: 0.625, per: million, source: 'airbyte.com, dynamodb-pricing', date: '2025-07-21' },
  tableRead: { usd: 0.125, per: million, source: 'airbyte.com, dynamodb-pricing', date: '2025-07-21' },
  tableGbMonth: { usd: 0.25, free: 25, source: 'recalled', date: '2026-11' },
  backupGbMonth: { usd: 0.2, source: 'recalled', date: '2026-11' },
  topicPublish: {
    usd: 0.5,
    per: million,
    free: million,
    source: 'factualminds.com, amazon-sns-pricing',
    date: '2026-06-13',
  },
  queueRequest: {
    usd: 0.4,
    per: million,
    free: million,
    source: "AWS's price list, read by a third party",
    date: '2026-09-11',
  },
  functionRequest: {
    usd: 0.2,
    per: million,
    free: million,
    source: "third parties quoting AWS's page",
    date: '2026-11',
  },
  functionGbSecond: {
    usd: 0.0000133334,
    free: 400_000,
    source: "third parties quoting AWS's page, arm64",
    date: '2026-11',
  },
  scheduledTick: {
    usd: 1,
    per: million,
    free: 14 * million,
    source: 'cloudburn.io, EventBridge Scheduler',
    date: '2026-03-13',
  },
  httpRequest: { usd: 1, per: million, source: 'infraatlas.dev and apigatewaycost.com, HTTP API', date: '2026-11' },
  transferGb: { usd: 0.09, free: 100, source: 'recalled', date: '2026-11' },
  logGb: { usd: 0.5, free: 5, ...cloudWatch },
  metric: { usd: 0.3, free: 10, ...cloudWatch },
  alarmMetric: { usd: 0.1, free: 10, ...cloudWatch },
  dashboard: { usd: 3, free: 3, ...cloudWatch },
  secret: { usd: 0.4, source: 'recalled', date: '2026-11' },
  secretRequest: { usd: 0.05, per: 10_000, source: 'recalled', date: '2026-11' },
}

/** Answers: what do so many of this cost? */
export function priceOf(unit: Unit, count: number): number {
  const { usd, per = 1 } = prices[unit]
  return (usd / per) * count
}
