/** Measured: composing a lesson's mail, beside one HMAC as this machine's own yardstick. */
import { createHmac } from 'node:crypto'
import { readEnrolment } from '../../functions/aws/enrolment-item.ts'
import { clock } from '../../functions/runtime/clock.ts'
import { deliverSettings, readSettings } from '../../functions/runtime/env.ts'
import { createSending } from '../../functions/runtime/sending.ts'
import { answering } from './answering.ts'
import { median } from './median.ts'

export interface ComposeOrder {
  readonly items: readonly Parameters<typeof readEnrolment>[0][]
  readonly times: number
}

export interface Composing {
  readonly composeUs: number
  readonly hmacUs: number
  readonly mails: number
  readonly bytes: number
}

const { composer, path } = createSending(readSettings(deliverSettings), clock)
const steps = path.steps.filter((step) => step.kind !== 'finish')
const key = Buffer.alloc(32, 1)
const warmUpTimes = 2_000

answering<ComposeOrder>({}, ({ items, times }): Composing => {
  const enrolments = items.map(readEnrolment)
  const composeTimes: number[] = []
  const hmacTimes: number[] = []
  let bytes = 0
  for (let turn = -warmUpTimes; turn < times; turn++) {
    const enrolment = at(enrolments, turn)
    const step = at(steps, turn)
    const compose = timed(() => composer.step(enrolment, step).raw.length)
    const hmac = timed(() => createHmac('sha256', key).update(enrolment.address).digest('base64url').length)
    if (turn < 0) continue
    composeTimes.push(compose.microseconds)
    hmacTimes.push(hmac.microseconds)
    bytes += compose.result
  }
  return { composeUs: median(composeTimes), hmacUs: median(hmacTimes), mails: times, bytes: bytes / times }
})

function timed(work: () => number) {
  const begunAt = process.hrtime.bigint()
  const result = work()
  return { result, microseconds: Number(process.hrtime.bigint() - begunAt) / 1_000 }
}

function at<Entry>(entries: readonly Entry[], turn: number): Entry {
  const entry = entries[Math.abs(turn) % entries.length]
  if (entry === undefined) throw new RangeError('Nothing to compose')
  return entry
}
