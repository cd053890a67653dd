/** What `web` and `deliver` have in common, as in `functions/runtime/sending.ts`: the environment and the permissions. */
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { LearnerTable } from './learner-table.ts'
import type { LinkKeys } from './link-keys.ts'
import type { MailFeedback } from './mail-feedback.ts'
import { configurationSetName, type MailIdentity } from './mail-identity.ts'
import type { Environment } from './service-function.ts'
import type { Settings } from './settings.ts'

export interface SendingParts {
  readonly settings: Settings
  readonly table: LearnerTable
  readonly keys: LinkKeys
  readonly mail: MailIdentity
  readonly feedback: MailFeedback
}

export interface Sending {
  readonly environment: Omit<Environment<'deliver'>, 'SITE_URL'>
  readonly permissions: readonly PolicyStatement[]
}

export function sending({ settings, table, keys, mail, feedback }: SendingParts): Sending {
  return {
    environment: {
      TABLE_NAME: table.table.tableName,
      SENDER_ADDRESS: settings.senderAddress,
      REPLY_TO: settings.replyTo,
      OPERATOR_NAME: settings.operatorName,
      POSTAL_ADDRESS: settings.postalAddress,
      CONFIGURATION_SET: configurationSetName,
      LINK_KEYS: keys.linkKeys.secretArn,
      ADDRESS_KEY: keys.addressKey.secretArn,
      FEEDBACK_QUEUES: feedback.queueUrls,
      UNKNOWN_POLICY: settings.unknownPolicy,
    },
    permissions: [keys.reading(keys.linkKeys, keys.addressKey), mail.sending(), feedback.watching()],
  }
}
