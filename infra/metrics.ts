/** Every number that alarms and dashboard speak of, named once. */
import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type IFilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { metricsNamespace } from '../functions/runtime/log.ts'
import { addresses } from '../functions/site/addresses.ts'
import type { FunctionName } from './bundling.ts'

const period = Duration.minutes(5)

/** What each tick writes into its line of numbers. */
export const tickMeasures = ['due', 'sent', 'released', 'unknown', 'stuck', 'oldestDueAge', 'quotaLeft'] as const
export type TickMeasure = (typeof tickMeasures)[number]

export interface MetricsProps {
  readonly functions: Readonly<Record<FunctionName, LambdaFunction>>
  readonly api: HttpApi
  readonly queue: Queue
  readonly deadLetters: Queue
  readonly deliverLog: LogGroup
  readonly accessLog: LogGroup
}

export type Metrics = ReturnType<typeof createMetrics>

/** Makes the few metrics that are counted from log lines, in `scope`; the others are there by themselves. */
export function createMetrics(scope: Construct, props: MetricsProps) {
  const { functions, api, queue, deadLetters } = props
  const logMetrics = new LogMetrics(scope, 'LogMetrics', props)
  const sum = { statistic: 'Sum', period }
  const ofSes = (metricName: string, statistic: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic, period: Duration.hours(1) })
  return {
    ...logMetrics.metrics,
    tick: (metricName: TickMeasure, statistic: 'Sum' | 'Maximum' | 'Minimum') =>
      new Metric({ namespace: metricsNamespace, metricName, statistic, period }),
    errors: (name: FunctionName) => functions[name].metricErrors(sum),
    duration: (name: FunctionName) => functions[name].metricDuration({ statistic: 'p95', period }),
    throttles: new MathExpression({
      expression: 'web + deliver + feedback',
      label: 'throttled calls',
      usingMetrics: {
        web: functions.web.metricThrottles(sum),
        deliver: functions.deliver.metricThrottles(sum),
        feedback: functions.feedback.metricThrottles(sum),
      },
      period,
    }),
    serverErrors: api.metricServerError(sum),
    latency: (statistic: string) => api.metricLatency({ statistic, period }),
    deadLetters: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period }),
    oldestEventAge: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period }),
    // Of the whole account: by these numbers SES reviews and pauses it.
    bounceRate: ofSes('Reputation.BounceRate', 'Maximum'),
    complaintRate: ofSes('Reputation.ComplaintRate', 'Maximum'),
    bounces: ofSes('Bounce', 'Sum'),
    complaints: ofSes('Complaint', 'Sum'),
    // Billing speaks from one Region only, once the account has switched billing alerts on.
    cost: new Metric({
      namespace: 'AWS/Billing',
      metricName: 'EstimatedCharges',
      dimensionsMap: { Currency: 'USD' },
      region: 'us-east-1',
      statistic: 'Maximum',
      period: Duration.hours(6),
    }),
  }
}

class LogMetrics extends Construct {
  readonly metrics

  constructor(scope: Construct, id: string, { deliverLog, accessLog }: MetricsProps) {
    super(scope, id)
    const says = (field: string, value: string) => FilterPattern.stringValue(`$.${field}`, '=', value)
    const braked = (by: string) => FilterPattern.all(says('event', 'tick'), says('braked', by))
    const signedUp = FilterPattern.all(says('route', `POST ${addresses.signUp}`), says('status', '303'))
    this.metrics = {
      sendingPaused: this.count('sendingPaused', deliverLog, braked('paused')),
      sendingRefused: this.count('sendingRefused', deliverLog, braked('configuration')),
      stepFailed: this.count('stepFailed', deliverLog, says('event', 'step-failed')),
      signUps: this.count('signUps', accessLog, signedUp),
    }
  }

  private count(metricName: string, logGroup: LogGroup, filterPattern: IFilterPattern): Metric {
    const filter = new MetricFilter(this, metricName, {
      logGroup,
      filterPattern,
      metricNamespace: metricsNamespace,
      metricName,
      metricValue: '1',
    })
    return filter.metric({ statistic: 'Sum', period })
  }
}
