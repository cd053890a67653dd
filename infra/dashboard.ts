import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { functionNames } from './bundling.ts'
import type { Metrics } from './metrics.ts'

const third = 8
const whole = 24

export interface OverviewProps {
  readonly metrics: Metrics
  readonly alarms: Alarms
}

/** One page for the operator: is everything sent, does it arrive, do people come, what does it cost? */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { metrics, alarms }: OverviewProps) {
    super(scope, id)
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: third })
    const functions = (metric: (name: (typeof functionNames)[number]) => IMetric) => functionNames.map(metric)
    new Dashboard(this, 'Dashboard', {
      dashboardName: 'Talkback',
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.alarms], width: whole })],
        [
          graph('Due and sent', metrics.tick('due', 'Sum'), metrics.tick('sent', 'Sum')),
          graph('Oldest due, seconds', metrics.tick('oldestDueAge', 'Maximum')),
          graph('Unknown and stuck', metrics.tick('unknown', 'Sum'), metrics.tick('stuck', 'Sum')),
        ],
        [
          graph('Bounces and complaints', metrics.bounces, metrics.complaints),
          graph('Their shares', metrics.bounceRate, metrics.complaintRate),
          graph('Left of the day’s quota', metrics.tick('quotaLeft', 'Minimum')),
        ],
        [
          graph('Sign-ups', metrics.signUps),
          graph('Pages, milliseconds', metrics.latency('p50'), metrics.latency('p95')),
          graph('Functions, milliseconds (p95)', ...functions(metrics.duration)),
        ],
        [
          graph('Errors', ...functions(metrics.errors), metrics.serverErrors, metrics.throttles),
          graph('SES events waiting', metrics.oldestEventAge, metrics.deadLetters),
          new SingleValueWidget({
            title: 'Cost of the account this month, USD (with billing alerts on)',
            metrics: [metrics.cost],
            width: third,
          }),
        ],
      ],
    })
  }
}
