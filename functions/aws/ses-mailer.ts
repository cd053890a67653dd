/** SES's classic API. Its SDK sends again by itself on resets and 5xx, so retries are off: the journey decides. */
import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { OpenMailer, OutgoingMail, SendOutcome } from '../journey/ports.ts'
import { outcomeOfFailure } from './ses-failures.ts'

const patience = { connectionMs: 2_000, requestMs: 8_000 }
const unlimited = -1

export interface SesMailerSettings {
  readonly senderAddress: string
  readonly configurationSet: string
}

/** Opens a mailer with a client and connections of its own; close it after the work. */
export function openSesMailer(
  { senderAddress, configurationSet }: SesMailerSettings,
  { connectionMs, requestMs } = patience,
): OpenMailer {
  const client = new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connectionMs,
      requestTimeout: requestMs,
      // Without it the SDK only warns, and a send could outlive its claim.
      throwOnRequestTimeout: true,
    },
  })
  return {
    async send(mail: OutgoingMail): Promise<SendOutcome> {
      const command = new SendRawEmailCommand({
        Source: senderAddress,
        Destinations: [mail.to],
        RawMessage: { Data: Buffer.from(mail.raw, 'latin1') },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
      })
      try {
        const answer = await client.send(command)
        return { kind: 'accepted', messageId: answer.MessageId ?? '' }
      } catch (error) {
        return outcomeOfFailure(error)
      }
    },

    async quota() {
      try {
        const { Max24HourSend = 0, MaxSendRate = 1, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand())
        const leftToday = Max24HourSend === unlimited ? Number.POSITIVE_INFINITY : Max24HourSend - SentLast24Hours
        return { ratePerSecond: MaxSendRate, leftToday: Math.max(0, leftToday) }
      } catch {
        return undefined
      }
    },

    close: () => client.destroy(),
  }
}
