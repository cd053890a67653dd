/** SES's events into the real feedback handler, as the queue brings them. */
import { exampleEnvironment } from '../../infra/example-environment.ts'
import type { EmbeddedTable } from '../support/embedded-table.ts'
import { inEnvelope, sesEventFactory } from '../support/lambda-events.ts'
import type { AcceptedMail } from '../support/ses/stand-in.ts'

const batchSize = 10

export async function createFeedback({ table, catalogFolder }: { table: EmbeddedTable; catalogFolder: string }) {
  Object.assign(process.env, exampleEnvironment(catalogFolder), {
    TABLE_NAME: table.tableName,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
  })
  const { handler } = await import('../../functions/feedback.lambda.ts')

  return async function feedback(mails: readonly AcceptedMail[]): Promise<void> {
    for (let start = 0; start < mails.length; start += batchSize) {
      const Records = mails.slice(start, start + batchSize).map((mail) => ({
        messageId: mail.messageId,
        body: inEnvelope(eventOf(mail)),
      }))
      const { batchItemFailures } = await handler({ Records } as never)
      if (batchItemFailures.length > 0) throw new Error(`Feedback failed for ${batchItemFailures.length} events`)
    }
  }
}

function eventOf(mail: AcceptedMail) {
  const { learner = '', path = '', step = '', attempt = '0' } = mail.tags
  const address = mail.destinations[0] ?? ''
  return sesEventFactory({ learner, path, step, attempt: Number(attempt), address, acceptedAt: mail.acceptedAt })
}
