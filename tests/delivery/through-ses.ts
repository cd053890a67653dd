/** The real store on embedded DynamoDB, the real SES client, the stand-in: one journey for each test. */

import { vi } from 'vitest'
import { openSesMailer } from '../../functions/aws/ses-mailer.ts'
import { startEmbeddedTable } from '../support/embedded-table.ts'
import { createJourneyOn, mondayMorning } from '../support/journey.ts'
import { type AcceptedMail, type StandInParts, startStandIn } from '../support/ses/stand-in.ts'

export async function startDelivery(parts: Partial<StandInParts> = {}, unknownPolicy: 'resend' | 'hold' = 'resend') {
  const table = await startEmbeddedTable()
  let now = () => mondayMorning
  const ses = await startStandIn({ clock: () => now(), ...parts })
  vi.stubEnv('AWS_ENDPOINT_URL_SES', ses.url)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  const openMailer = () => openSesMailer({ senderAddress: 'course@example.org', configurationSet: 'talkback' })
  const journey = createJourneyOn({ store: table.store, unknownPolicy, openMailer })
  now = journey.clock
  return {
    journey,
    ses,
    store: table.store,
    async close() {
      vi.unstubAllEnvs()
      await ses.close()
      await table.close()
    },
  }
}

/** SES's Send event of a mail that the stand-in took. */
export function sendEvent(journey: ReturnType<typeof createJourneyOn>, mail: AcceptedMail | undefined) {
  if (mail === undefined) throw new Error('SES took no such mail')
  const { destinations, tags, acceptedAt } = mail
  return journey.event({ to: destinations[0] ?? '', raw: '', tags }, { acceptedAt, at: acceptedAt })
}
