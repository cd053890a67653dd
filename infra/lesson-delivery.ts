import { Aws, Duration } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import { acknowledgeQuota, acknowledgeSending } from './acknowledge.ts'
import type { LearnerTable } from './learner-table.ts'
import type { Sending } from './sending.ts'
import { deliveryCapacity } from './sending-capacity.ts'
import { ServiceFunction } from './service-function.ts'

/** Below the minute, so that two ticks of one lane never overlap. */
const timeoutSeconds = 55
/** A tick that comes later than the next one is of no use. */
const maxEventAgeSeconds = 60

export interface LessonDeliveryProps {
  readonly sending: Sending
  /** Permission to ask SES what may be sent. */
  readonly quota: PolicyStatement
  readonly siteUrl: string
  readonly table: LearnerTable
  readonly mailsPerSecond: number
  /** @default none is set aside: a fresh account has little to give */
  readonly reservedConcurrency?: number | undefined
  readonly logRetention: RetentionDays
}

/** Each minute: due enrolments → emails. */
export class LessonDelivery extends Construct {
  readonly deliver: ServiceFunction<'deliver'>

  constructor(scope: Construct, id: string, props: LessonDeliveryProps) {
    super(scope, id)
    const { sending, table, siteUrl } = props
    const { lanes, memoryMb } = deliveryCapacity(props.mailsPerSecond)
    this.deliver = new ServiceFunction(this, 'Deliver', {
      name: 'deliver',
      description: 'Talkback: each minute, due enrolments → emails',
      environment: { ...sending.environment, SITE_URL: siteUrl },
      permissions: [
        table.items('GetItem', 'Query', 'UpdateItem', 'DeleteItem'),
        table.dueIndex(),
        ...sending.permissions,
        props.quota,
      ],
      memoryMb,
      timeoutSeconds,
      logRetention: props.logRetention,
      reservedConcurrency: props.reservedConcurrency,
      // Scheduler hands over asynchronously: what counts is this, not the schedule's own policy. The next tick is the retry.
      asynchronous: { retryAttempts: 0, maxEventAgeSeconds },
    })
    const role = this.schedulerRole()
    for (let lane = 0; lane < lanes; lane++) {
      const schedule = new Schedule(this, `Lane${lane}`, {
        description: `Talkback: the tick of lane ${lane} of ${lanes}`,
        schedule: ScheduleExpression.rate(Duration.minutes(1)),
        target: new LambdaInvoke(this.deliver.lambda, {
          input: ScheduleTargetInput.fromObject({ lane, lanes }),
          retryAttempts: 0,
          maxEventAge: Duration.seconds(maxEventAgeSeconds),
          // CDK would add every version of the function.
          role: role.withoutPolicyUpdates(),
        }),
      })
      schedule.node.addDependency(role)
    }
    acknowledgeSending(this.deliver)
    acknowledgeQuota(this.deliver)
  }

  private schedulerRole(): Role {
    const invoke = new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [this.deliver.lambda.functionArn],
    })
    return new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: { Tick: new PolicyDocument({ statements: [invoke] }) },
    })
  }
}
