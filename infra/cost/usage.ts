/** How much of what a month of this service uses, part by part. */
import { deliveryCapacity } from '../sending-capacity.ts'
import type { Part } from './bill.ts'
import * as estimated from './estimates.ts'
import { idleTick, lessonCpuMs, lessonUnits, processorGb } from './measured-units.ts'

export interface Operation {
  readonly learners: number
  readonly lessonsPerWeek: number
  readonly pagesPerLesson: number
  readonly mailsPerSecond: number
}

const weeksOfMonth = 365 / 12 / 7
/** Thirty days of minutes. */
const ticksOfMonth = 43_200
/** The sending side keeps below SES's rate. */
const shareOfRate = 0.9
const bytesOfGb = 1e9
const kilobytesOfGb = 1e6

/** What the stack is made of. A test holds it equal to the template. */
export const stackParts = { metrics: 11, alarmMetrics: 20, dashboards: 1, secrets: 2 } as const

/** Answers: how many lessons go out in a month? */
export function mailsOfMonth({ learners, lessonsPerWeek }: Operation): number {
  return Math.round(learners * lessonsPerWeek * weeksOfMonth)
}

/** Answers: what do so many mails use, beside SES itself? Nothing of this is used when nothing is sent. */
export function mailParts(mails: number, { mailsPerSecond }: Pick<Operation, 'mailsPerSecond'>): readonly Part[] {
  const events = mails * estimated.eventsOfMail
  const batches = events / estimated.eventsOfBatch
  return [
    {
      name: 'table: claim and settle',
      usage: { tableWrite: mails * lessonUnits.write, tableRead: mails * lessonUnits.read },
    },
    { name: 'function: deliver', usage: { functionGbSecond: mails * deliverGbSeconds(mailsPerSecond) } },
    {
      name: 'events: topic and queue',
      usage: { topicPublish: events, queueRequest: events * estimated.queueRequestsOfEvent },
    },
    {
      name: 'events: table',
      usage: { tableWrite: events * lessonUnits.feedbackWrite, tableRead: events * lessonUnits.feedbackRead },
    },
    {
      name: 'events: function and log',
      usage: {
        functionRequest: batches,
        functionGbSecond: events * estimated.feedbackGbSecondsOfEvent,
        logGb: (batches * estimated.logBytesOfBatch) / bytesOfGb,
      },
    },
  ]
}

/** The function waits for SES's rate and is paid for waiting, unless its processor is the slower of the two. */
function deliverGbSeconds(mailsPerSecond: number): number {
  const { lanes, memoryMb } = deliveryCapacity(mailsPerSecond)
  const paced = ((memoryMb / 1_024) * lanes) / (mailsPerSecond * shareOfRate)
  return Math.max(paced, (lessonCpuMs / 1_000) * processorGb)
}

/** Answers: what do so many opened pages use? */
export function pageParts(pages: number): readonly Part[] {
  const { requests, gbSeconds, reads, writes, kilobytes, logBytes } = estimated.page
  return [
    {
      name: 'website: requests, function, log',
      usage: {
        httpRequest: pages * requests,
        functionRequest: pages * requests,
        functionGbSecond: pages * gbSeconds,
        logGb: (pages * logBytes) / bytesOfGb,
      },
    },
    { name: 'website: table', usage: { tableRead: pages * reads, tableWrite: pages * writes } },
    { name: 'website: data sent', usage: { transferGb: (pages * kilobytes) / kilobytesOfGb } },
  ]
}

/** Answers: what is used whether something is sent or not? */
export function fixedParts({ learners, mailsPerSecond }: Operation): readonly Part[] {
  const { lanes } = deliveryCapacity(mailsPerSecond)
  const ticks = ticksOfMonth * lanes
  const queries = ticksOfMonth * idleTick.queries
  const kept = (learners * estimated.kilobytesOfLearner) / kilobytesOfGb
  return [
    { name: 'metrics', usage: { metric: stackParts.metrics } },
    { name: 'dashboard', usage: { dashboard: stackParts.dashboards } },
    { name: 'alarms', usage: { alarmMetric: stackParts.alarmMetrics } },
    { name: 'keys', usage: { secret: stackParts.secrets, secretRequest: estimated.secretRequestsOfMonth } },
    { name: 'queue, asked while idle', usage: { queueRequest: estimated.idleQueueRequestsOfMonth } },
    {
      name: `ticks: ${queries.toLocaleString('en')} queries`,
      usage: { tableRead: queries * idleTick.unitsOfQuery + ticks * idleTick.unitsOfStopSwitch },
    },
    {
      name: `ticks: ${ticks.toLocaleString('en')} runs`,
      usage: {
        scheduledTick: ticks,
        functionRequest: ticks,
        functionGbSecond: ticks * (idleTick.cpuMs / 1_000) * processorGb,
        logGb: (ticks * estimated.logBytesOfTick) / bytesOfGb,
      },
    },
    {
      name: `table kept and backed up, ${kept.toFixed(2)} GB`,
      usage: { tableGbMonth: kept, backupGbMonth: kept },
    },
  ]
}
