import { Aws } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { type AlarmRule, alarmList } from './alarm-list.ts'
import type { Metrics } from './metrics.ts'

export interface AlarmsProps {
  readonly metrics: Metrics
  readonly operatorAddress: string
  readonly quotaReserve: number
}

/** What the operator is told, by mail. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[]
  readonly topic: Topic

  constructor(scope: Construct, id: string, { metrics, operatorAddress, quotaReserve }: AlarmsProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Talkback', enforceSSL: true })
    // Enforced TLS brings a policy of its own, under which CloudWatch may not publish unless it is told so.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    this.topic.addSubscription(new EmailSubscription(operatorAddress))
    this.alarms = alarmList(metrics, quotaReserve).map((rule) => this.ring(rule))
  }

  private ring(rule: AlarmRule): Alarm {
    const alarmName = `Talkback/${rule.name}`
    const alarm = new Alarm(this, rule.name, {
      alarmName,
      alarmDescription: `${rule.says} What to do: infra/RUNBOOK.md, ${alarmName}`,
      metric: rule.metric,
      threshold: rule.threshold,
      comparisonOperator:
        rule.when === 'at-or-below'
          ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: rule.periods ?? 1,
      treatMissingData: rule.missing ?? TreatMissingData.NOT_BREACHING,
    })
    const action = new SnsAction(this.topic)
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
    return alarm
  }
}
