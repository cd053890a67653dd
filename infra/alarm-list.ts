/** Which numbers wake the operator. Each alarm's name is a heading in RUNBOOK.md. */
import { type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { Metrics } from './metrics.ts'

export interface AlarmRule {
  /** One name, no spaces: `Talkback/<name>` is the alarm and the heading. */
  readonly name: string
  /** What is the matter when it rings, in one sentence. */
  readonly says: string
  readonly metric: IMetric
  readonly threshold: number
  /** @default at or above the threshold */
  readonly when?: 'at-or-below'
  /** For how many periods in a row. @default 1 */
  readonly periods?: number
  /** @default no data is good news */
  readonly missing?: TreatMissingData
}

const minutes = 60
/** SES reviews an account at 5 % bounces or 0.1 % complaints, and pauses it at 10 % and 0.5 %. */
const shares = { bounce: [0.02, 0.05], complaint: [0.0005, 0.001] } as const

/** Answers: the alarms of this service. `quotaReserve`: how many mails of the day's quota must be left. */
export function alarmList(metrics: Metrics, quotaReserve: number): readonly AlarmRule[] {
  return [
    {
      name: 'DueNotSent',
      says: 'Something has been due for a quarter of an hour and is not sent, or the ticks do not run at all.',
      metric: metrics.tick('oldestDueAge', 'Maximum'),
      threshold: 15 * minutes,
      periods: 2,
      missing: TreatMissingData.BREACHING,
    },
    {
      name: 'OutcomesUnknown',
      says: 'SES did not answer for several mails in five minutes.',
      metric: metrics.tick('unknown', 'Sum'),
      threshold: 5,
    },
    {
      name: 'LearnersStuck',
      says: 'At least one learner waits for the operator.',
      metric: metrics.tick('stuck', 'Sum'),
      threshold: 1,
    },
    {
      name: 'StepsFailing',
      says: 'Steps broke off with an error before SES was asked.',
      metric: metrics.stepFailed,
      threshold: 1,
    },
    {
      name: 'SendingPaused',
      says: 'SES has paused sending for the account or the configuration set.',
      metric: metrics.sendingPaused,
      threshold: 1,
    },
    {
      name: 'SendingRefused',
      says: 'SES refuses to send: sender, permission or configuration set is not in order.',
      metric: metrics.sendingRefused,
      threshold: 1,
    },
    {
      name: 'DailyQuotaLow',
      says: `SES takes no more than ${quotaReserve} further mails in this day's window.`,
      metric: metrics.tick('quotaLeft', 'Minimum'),
      threshold: quotaReserve,
      when: 'at-or-below',
    },
    {
      name: 'FeedbackDeadLetters',
      says: 'Events of SES could not be worked in five tries and lie in the dead letters.',
      metric: metrics.deadLetters,
      threshold: 1,
    },
    {
      name: 'FeedbackLate',
      says: 'Events of SES wait for a quarter of an hour, so unknown outcomes cannot be settled.',
      metric: metrics.oldestEventAge,
      threshold: 15 * minutes,
    },
    ...(['web', 'deliver', 'feedback'] as const).map((name) => ({
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}Failing`,
      says: `The function talkback-${name} ends with errors.`,
      metric: metrics.errors(name),
      threshold: 1,
    })),
    {
      name: 'FunctionsThrottled',
      says: 'Lambda refuses calls: the account has no concurrency left.',
      metric: metrics.throttles,
      threshold: 1,
    },
    {
      name: 'WebsiteBroken',
      says: 'Pages answer with server errors.',
      metric: metrics.serverErrors,
      threshold: 5,
    },
    {
      name: 'BouncesRising',
      says: 'More than 2 % of mails bounce. SES reviews an account at 5 %.',
      metric: metrics.bounceRate,
      threshold: shares.bounce[0],
    },
    {
      name: 'BouncesHigh',
      says: 'More than 5 % of mails bounce. SES reviews the account now and pauses it at 10 %.',
      metric: metrics.bounceRate,
      threshold: shares.bounce[1],
    },
    {
      name: 'ComplaintsRising',
      says: 'More than 0.05 % of mails are reported as spam. SES reviews an account at 0.1 %.',
      metric: metrics.complaintRate,
      threshold: shares.complaint[0],
    },
    {
      name: 'ComplaintsHigh',
      says: 'More than 0.1 % of mails are reported as spam. SES reviews the account now and pauses it at 0.5 %.',
      metric: metrics.complaintRate,
      threshold: shares.complaint[1],
    },
  ]
}
