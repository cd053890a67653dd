import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Alarms } from './alarms.ts'
import { Overview } from './dashboard.ts'
import { LearnerTable } from './learner-table.ts'
import { LessonDelivery } from './lesson-delivery.ts'
import { LinkKeys } from './link-keys.ts'
import { retentionOf } from './log-retention.ts'
import { MailFeedback } from './mail-feedback.ts'
import { MailIdentity } from './mail-identity.ts'
import { createMetrics } from './metrics.ts'
import { sending as sendingOf } from './sending.ts'
import { quotaReserve, type Settings } from './settings.ts'
import { stackVersion } from './stack-version.ts'
import { Website } from './website.ts'

export interface LearningPathStackProps extends StackProps {
  readonly settings: Settings
}

/** The whole service: a table of contents. What a part is made of stands in its own file. */
export class LearningPathStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: LearningPathStackProps) {
    super(scope, id, props)
    const logRetention = retentionOf(settings.logDays)

    const table = new LearnerTable(this, 'Learners', settings)
    const keys = new LinkKeys(this, 'Keys')
    const mail = new MailIdentity(this, 'Mail', settings)
    const feedback = new MailFeedback(this, 'Feedback', {
      configurationSet: mail.configurationSet,
      table,
      keys,
      logRetention,
    })
    const sending = sendingOf({ settings, table, keys, mail, feedback })
    const website = new Website(this, 'Website', { ...settings, sending, table, logRetention })
    const delivery = new LessonDelivery(this, 'Delivery', {
      ...settings,
      siteUrl: website.siteUrl,
      sending,
      quota: mail.askingQuota(),
      table,
      logRetention,
    })

    const metrics = createMetrics(this, {
      functions: {
        web: website.web.lambda,
        deliver: delivery.deliver.lambda,
        feedback: feedback.feedback.lambda,
      },
      api: website.api,
      queue: feedback.queue,
      deadLetters: feedback.deadLetters,
      deliverLog: delivery.deliver.logGroup,
      accessLog: website.accessLog,
    })
    const alarms = new Alarms(this, 'Alarms', { ...settings, metrics, quotaReserve: quotaReserve(settings) })
    new Overview(this, 'Overview', { metrics, alarms })

    this.tell('StackVersion', String(stackVersion))
    this.tell('SiteUrl', website.siteUrl)
    this.tell('TableName', table.table.tableName)
    this.tell('LinkKeysSecret', keys.linkKeys.secretArn)
    this.tell('AddressKeySecret', keys.addressKey.secretArn)
    this.tell('ApiId', website.api.apiId)
    this.tell('FeedbackQueue', feedback.queue.queueUrl)
    this.tell('FeedbackDeadLetters', feedback.deadLetters.queueUrl)
    this.tell('AlarmTopic', alarms.topic.topicArn)
  }

  /** What commands and the runbook ask the stack for, by name. */
  private tell(name: string, value: string): void {
    new CfnOutput(this, name, { value })
  }
}
