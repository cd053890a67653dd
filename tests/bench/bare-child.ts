/**
 * Measured: what no design can do without. For each lesson the same three requests, byte for byte, through the same kind
 * of clients and as many at once; everything in them was made beforehand, by the service's own code.
 */
import { DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses'
import { type Item, text } from '../../functions/aws/attributes.ts'
import { readEnrolment } from '../../functions/aws/enrolment-item.ts'
import { claimUpdate, settleUpdate } from '../../functions/aws/enrolment-update.ts'
import { enrolmentKey } from '../../functions/aws/keys.ts'
import { type Update, updateExpression } from '../../functions/aws/update-expression.ts'
import type { EnrolmentKey } from '../../functions/domain/enrolment.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { afterStep } from '../../functions/domain/outcome.ts'
import { claimMinutes } from '../../functions/journey/deliver-step.ts'
import { clock } from '../../functions/runtime/clock.ts'
import { deliverSettings, readSettings } from '../../functions/runtime/env.ts'
import { newClaimId } from '../../functions/runtime/identifiers.ts'
import { createSending } from '../../functions/runtime/sending.ts'
import { answering } from './answering.ts'
import { atOnce } from './at-once.ts'
import { spent } from './spent.ts'

export type BareOrder =
  | { readonly kind: 'prepare'; readonly now: number; readonly items: readonly Item[] }
  | { readonly kind: 'send' }

interface Prepared {
  readonly claim: UpdateItemCommandInput
  readonly mail: SendRawEmailCommandInput
  readonly settle: UpdateItemCommandInput
}

/** As `aws/open-table-store.ts` and `aws/ses-mailer.ts` set them: timeouts cost timers. */
const patience = { connectionTimeout: 2_000, throwOnRequestTimeout: true }
const settings = readSettings(deliverSettings)
const { composer, path } = createSending(settings, clock)
const table = new DynamoDBClient({ requestHandler: { ...patience, requestTimeout: 4_000 } })
let prepared: readonly Prepared[] = []

answering<BareOrder>({}, (order) => {
  if (order.kind === 'send') return spent(sendAll)
  prepared = order.items.map((item) => prepare(item, order.now))
  return prepared.length
})

async function sendAll(): Promise<void> {
  // Opened for each round, as for each tick: connections of a frozen function reset.
  const ses = new SESClient({ maxAttempts: 1, requestHandler: { ...patience, requestTimeout: 8_000 } })
  await atOnce(prepared, async ({ claim, mail, settle }) => {
    await table.send(new UpdateItemCommand(claim))
    await ses.send(new SendRawEmailCommand(mail))
    await table.send(new UpdateItemCommand(settle))
  })
  ses.destroy()
}

function prepare(item: Item, now: number): Prepared {
  const enrolment = readEnrolment(item)
  const { dueAt } = enrolment
  const decision = nextStep(path, enrolment, now)
  if (decision.kind !== 'send' || dueAt === undefined) throw new Error(`Nothing to send: ${decision.kind}`)
  const until = now + claimMinutes * 60_000
  const claim = { attempt: enrolment.attempt + 1, by: newClaimId(), until }
  const claimed = { ...enrolment, attempt: claim.attempt, tries: 1, claim }
  const mail = composer.step(claimed, decision.step)
  return {
    claim: updateOf(enrolment, claimUpdate({ ...enrolment, dueAt }, { by: claim.by, until, now })),
    settle: updateOf(enrolment, settleUpdate(claimed, afterStep(path, claimed, decision.step, now), 'settled')),
    mail: {
      Source: settings.SENDER_ADDRESS,
      Destinations: [mail.to],
      RawMessage: { Data: Buffer.from(mail.raw, 'latin1') },
      ConfigurationSetName: settings.CONFIGURATION_SET,
      Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    },
  }
}

function updateOf(key: EnrolmentKey, update: Update): UpdateItemCommandInput {
  const { pk, sk } = enrolmentKey(key)
  const Key = { pk: text(pk), sk: text(sk) }
  return { TableName: settings.TABLE_NAME, Key, ReturnValues: 'ALL_NEW', ...updateExpression(update) }
}
